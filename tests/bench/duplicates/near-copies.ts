import { fromMicro, toMicro } from "#app/domain/decimal.ts";
import { addDays } from "#app/domain/local-date.ts";
import type { Chance } from "#seeds/random.ts";
import { isMeasured, otherCountry } from "./consignment.ts";
import { change, EDITS, type Edit, laterNumber } from "./edits.ts";
import type { Labelled } from "./records.ts";

/** Every quantity less or more by at least a fifth; whole animals and pieces stay whole. */
function otherQuantity(report: Labelled, roll: Chance): Labelled | null {
  if (!isMeasured(report)) return null;
  const factor = roll.percent(50) ? 0.3 + roll.next() * 0.45 : 1.3 + roll.next() * 1.7;
  const other = (quantity: string | null, unit: string | null) => {
    if (quantity === null) return null;
    const grain = unit === "kg" || unit === "g" ? 1_000n : 1_000_000n;
    const grains = BigInt(Math.round(Number(toMicro(quantity) / grain) * factor));
    const changed = fromMicro((grains || 1n) * grain);
    return isFar(quantity, changed) ? changed : fromMicro(toMicro(quantity) * 2n);
  };
  const items = report.input.items.map((item) => ({
    ...item,
    quantity: other(item.quantity, item.unit),
    secondQuantity: other(item.secondQuantity, item.secondUnit),
  }));
  return change(report, { items });
}

function isFar(one: string, other: string): boolean {
  const [less, more] = [Number(one), Number(other)].sort((left, right) => left - right);
  return less !== undefined && more !== undefined && less < more * 0.8;
}

const nextInRegister = (report: Labelled, roll: Chance) =>
  change(report, { nationalCaseNo: laterNumber(report, roll.between(1, 3)) });

const anotherFlight = (report: Labelled, roll: Chance) =>
  change(report, { transportNo: `${roll.pick(["BR", "CX", "VN"])} ${roll.between(100, 999)}` });

/** What is caught instead of these; each is caught at airports too. */
const OTHER_GOODS = ["F2", "F3", "F5", "F6.snakes", "F7.parrots", "F9.amphibians", "F1.pangolin_scales"];

/** The second courier of one flight: all the same but the weight, and the next number of the register. */
const courier: Edit = (report, roll) => {
  const other = otherQuantity(report, roll);
  return other && nextInRegister(other, roll);
};

/** The same by another agency, so that no number speaks against it. */
const courierOfOthers: Edit = (report, roll) => {
  const other = otherQuantity(report, roll);
  return other && (EDITS["second agency of the country"]?.(other, roll) ?? null);
};

const otherFlightAndQuantity: Edit = (report, roll) => {
  const other = courier(report, roll);
  return other && anotherFlight(other, roll);
};

const otherDayAndQuantity: Edit = (report, roll) => {
  const other = courier(report, roll);
  return other && change(other, { occurredOn: addDays(report.input.occurredOn, roll.between(1, 4)) });
};

const otherGoods: Edit = (report, roll) => {
  const groups = new Set(report.input.items.map(({ commodity }) => commodity.slice(0, 2)));
  const commodity = roll.pick(OTHER_GOODS.filter((code) => !groups.has(code.slice(0, 2))));
  const items = report.input.items.map((item) => ({ ...item, commodity, taxonId: null, taxonText: "" }));
  return nextInRegister(change(report, { items }), roll);
};

/** A week or more later the same again: another flight, another number, and by chance the same quantity. */
const again: Edit = (report, roll) => {
  const later = change(report, { occurredOn: addDays(report.input.occurredOn, roll.between(4, 20)) });
  return isMeasured(report) ? anotherFlight(nextInRegister(later, roll), roll) : null;
};

/** Another consignment on the same route in the same days, reported at its other end. */
const otherConsignment: Edit = (report, roll) => {
  const other = otherQuantity(report, roll);
  return other && otherCountry(other, roll);
};

/** What makes another case of it, in the words of the table. */
export const NEAR_COPIES: Record<string, Edit> = {
  "same day and flight, other quantity": courier,
  "same day, other quantity, other agency": courierOfOthers,
  "same day, other flight and quantity": otherFlightAndQuantity,
  "1 to 4 days off, other quantity": otherDayAndQuantity,
  "same day and flight, other goods": otherGoods,
  "same goods 4 to 20 days later, other flight": again,
  "other country on the route, other quantity": otherConsignment,
};
