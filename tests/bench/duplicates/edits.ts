import { fromMicro, multiplyDecimal, toMicro } from "#app/domain/decimal.ts";
import { addDays } from "#app/domain/local-date.ts";
import type { SeizureInput, SeizureItem } from "#app/domain/seizure.ts";
import type { Chance } from "#seeds/random.ts";
import { agencyIdOf, type Labelled } from "./records.ts";

/** Turns a report into what somebody else may have written of the same case; null where it has nothing to edit. */
export type Edit = (report: Labelled, roll: Chance) => Labelled | null;

export const change = (report: Labelled, input: Partial<SeizureInput>): Labelled => ({
  ...report,
  input: { ...report.input, ...input },
});

/** The same number in the manner of another desk. */
const otherFormat: Edit = (report, roll) => {
  const [agency = "", serial = "", year = ""] = report.input.nationalCaseNo.split(/[ /]/);
  const bare = agency.replace("-", "");
  const ways = [
    `${bare}${serial}${year}`,
    `${agency.toLowerCase()}-${serial}-${year}`,
    `${bare} ${Number(serial)} / ${year}`,
    `${agency.replace("-", " ")}.${serial}.${year}`,
  ];
  return change(report, { nationalCaseNo: roll.pick(ways) });
};

const numberTypo: Edit = (report, roll) =>
  change(report, { nationalCaseNo: mistyped(report.input.nationalCaseNo, 1, roll) });

const missingNumber: Edit = (report, roll) =>
  change(report, { nationalCaseNo: roll.pick(["n/a", "-", "pending", "unknown", "not assigned"]) });

/** Nobody saw that it was there already. */
const enteredTwice: Edit = (report, roll) =>
  change(report, { nationalCaseNo: laterNumber(report, roll.between(4, 7)) });

/** A number of the register that none of the records has; up to seven are free behind each. */
export function laterNumber({ input }: Labelled, by: number): string {
  return input.nationalCaseNo.replace(/\d+(?=\/)/, (serial) => String(Number(serial) + by).padStart(4, "0"));
}

/** Another agency of the country: its own number, and every second time it knows neither route nor flight. */
const secondAgency: Edit = (report, roll) => {
  const { reporter } = report;
  const nationalCaseNo = `${roll.pick(["CR", "POL", "W"])}/${2000 + roll.between(9, 21)}/${roll.between(1, 9999)}`;
  const less = roll.percent(50) ? { route: [], transportNo: "", direction: "unknown" } : {};
  return { ...change(report, { nationalCaseNo, ...less }), agencyId: agencyIdOf(`${reporter}-POL`) };
};

/** The place as typed, not chosen from the list. */
const placeTypo: Edit = (report, roll) => {
  const { place } = report.input;
  if (place.name.length < 5) return null;
  return change(report, { place: { ...place, placeId: null, name: mistyped(place.name, roll.between(1, 2), roll) } });
};

const otherUnit: Edit = (report) => {
  const items = report.input.items.map((item) => {
    const [quantity, unit] = inOtherUnit(item.quantity, item.unit);
    const [secondQuantity, secondUnit] = inOtherUnit(item.secondQuantity, item.secondUnit);
    return { ...item, quantity, unit, secondQuantity, secondUnit };
  });
  return JSON.stringify(items) === JSON.stringify(report.input.items) ? null : change(report, { items });
};

function inOtherUnit(quantity: string | null, unit: string | null): [string | null, string | null] {
  if (quantity !== null && unit === "kg") return [multiplyDecimal(quantity, "1000"), "g"];
  if (quantity !== null && unit === "g") return [multiplyDecimal(quantity, "0.001"), "kg"];
  return [quantity, unit];
}

const otherDay: Edit = (report, roll) =>
  change(report, { occurredOn: addDays(report.input.occurredOn, roll.pick([-2, -1, 1, 2])) });

/** Every item that can be is written as two or three, which add up; a second measure is not repeated. */
const splitItems: Edit = (report, roll) => {
  const items = report.input.items.flatMap((item) => splitItem(item, roll));
  return items.length === report.input.items.length ? null : change(report, { items });
};

function splitItem(item: SeizureItem, roll: Chance): SeizureItem[] {
  const whole = item.unit !== "kg" && item.unit !== "g";
  const grain = whole ? 1_000_000n : 1_000n;
  const grains = toMicro(item.quantity ?? "0") / grain;
  const parts = grains > 4n && roll.percent(30) ? 3n : 2n;
  if (grains < parts) return [item];
  const first = (grains * BigInt(roll.between(20, 50))) / 100n || 1n;
  const second = parts === 3n ? (grains - first) / 2n : 0n;
  const rest = toMicro(item.quantity ?? "0") - (first + second) * grain;
  const amounts = [first * grain, second * grain, rest].filter((micro) => micro > 0n);
  return amounts.map((micro) => ({ ...item, quantity: fromMicro(micro), secondQuantity: null, secondUnit: null }));
}

/** Weighed on another scale: up to 2 % more or less. Pieces stay as they are. */
const weighedAgain: Edit = (report, roll) => {
  const factor = (0.981 + roll.next() * 0.038).toFixed(4);
  const again = (quantity: string | null, unit: string | null) =>
    quantity !== null && (unit === "kg" || unit === "g") ? multiplyDecimal(quantity, factor) : quantity;
  const items = report.input.items.map((item) => ({
    ...item,
    quantity: again(item.quantity, item.unit),
    secondQuantity: again(item.secondQuantity, item.secondUnit),
  }));
  return JSON.stringify(items) === JSON.stringify(report.input.items) ? null : change(report, { items });
};

/** Up to so many slips: two letters changed about, one mistaken, left out or written twice. */
export function mistyped(text: string, times: number, roll: Chance): string {
  let result = text;
  for (let slip = 0; slip < times; slip++) {
    const letters = [...result];
    const spots = letters.flatMap((letter, index) => (/[\p{L}\p{N}]/u.test(letter) ? [index] : []));
    const at = roll.pick(spots);
    const letter = letters[at] ?? "";
    const other = /\d/.test(letter) ? String((Number(letter) + roll.between(1, 9)) % 10) : roll.pick([..."aeinorst"]);
    const kind = roll.pick(["swap", "mistake", "lose", "double"]);
    if (kind === "swap") letters.splice(at, 2, letters[at + 1] ?? "", letter);
    else letters.splice(at, 1, ...(kind === "mistake" ? [other] : kind === "lose" ? [] : [letter, letter]));
    result = letters.join("");
  }
  return result.trim();
}

/** One edit after the other; null where either has nothing to edit. */
function both(first: Edit, second: Edit): Edit {
  return (report, roll) => {
    const once = first(report, roll);
    return once && second(once, roll);
  };
}

/** A case number that the bare rule cannot use: none, or another agency's. */
const withoutNumber: Edit = (report, roll) => (roll.percent(50) ? missingNumber : secondAgency)(report, roll);

const CONTENT = { placeTypo, otherUnit, otherDay, splitItems, weighedAgain };

const twoAtOnce: Edit = (report, roll) => {
  const [first, second] = Object.values(CONTENT)
    .map((edit) => ({ edit, order: roll.next() }))
    .filter(({ edit }) => edit(report, roll) !== null)
    .sort((left, right) => left.order - right.order);
  return first && second ? both(both(first.edit, second.edit), withoutNumber)(report, roll) : null;
};

/** What is edited, in the words of the table. */
export const EDITS: Record<string, Edit> = {
  "case number in another format": otherFormat,
  "one slip in the case number": numberTypo,
  "case number missing": missingNumber,
  "entered twice under two numbers": enteredTwice,
  "second agency of the country": secondAgency,
  "slips in the place, not from the list": both(placeTypo, withoutNumber),
  "kilograms as grams, grams as kilograms": both(otherUnit, withoutNumber),
  "one or two days earlier or later": both(otherDay, withoutNumber),
  "items split": both(splitItems, withoutNumber),
  "weighed again, up to 2 %": both(weighedAgain, withoutNumber),
  "two of these five at once": twoAtOnce,
};
