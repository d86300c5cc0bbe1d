import type { CommodityCode } from "./commodity.ts";
import { readContainerNumber } from "./container-number.ts";
import { type CountryOutlines, liesInCountry } from "./country-outline.ts";
import type { Decimal } from "./decimal.ts";
import { multiplyDecimal, toMicro } from "./exact-decimal.ts";
import type { LocalDate } from "./local-date.ts";
import type { MessageValues } from "./problem.ts";
import { type Measures, normalise } from "./quantity.ts";
import type { SeizureInput, SeizureItem } from "./seizure.ts";

/** One-tap answers: take it as it is, or with this one field changed. `key` is found under `check.answer.`. */
export type Answer = { key: string; change: { field: string; value: string } | null };

/** Something worth asking before a report goes out. It never blocks: 'as it is' is always among the answers. */
export type Question = { check: string; field: string; values: MessageValues; answers: Answer[] };

const AS_IT_IS: Answer = { key: "as_it_is", change: null };

/** Everything that the checks compare a report with; what is not known is left out and then not asked about. */
export type CheckedAgainst = {
  measures: Measures;
  window: { startsOn: LocalDate; endsOn: LocalDate };
  reporterCountry: string;
  outlines: CountryOutlines | null;
  /** Usual quantity by `commodity:unit`, for slips by a thousand. */
  medians: ReadonlyMap<string, Decimal>;
};

export function questionsOn(input: SeizureInput, against: CheckedAgainst): Question[] {
  const items = input.items.flatMap((item, index) => [
    ...slipByThousand(item, `items.${index}`, against.medians),
    ...weightPerPiece(item, `items.${index}`, against.measures),
    ...largeQuantity(item, `items.${index}`, against.measures),
  ]);
  return [
    ...outsideWindow(input, against.window),
    ...placeOf(input, against),
    ...container(input),
    ...items,
    ...persons(input),
  ];
}

function outsideWindow(input: SeizureInput, { startsOn, endsOn }: CheckedAgainst["window"]): Question[] {
  const last = input.occurredTo ?? input.occurredOn;
  if (last >= startsOn && input.occurredOn <= endsOn) return [];
  const values = { day: input.occurredOn, from: startsOn, to: endsOn };
  return [{ check: "outside_window", field: "occurredOn", values, answers: [AS_IT_IS] }];
}

function placeOf({ place, placeKind }: SeizureInput, { outlines, reporterCountry }: CheckedAgainst): Question[] {
  const questions: Question[] = [];
  const values = { country: place.country, reporter: reporterCountry };
  if (place.country !== reporterCountry) {
    questions.push({
      check: "other_country",
      field: "place.country",
      values,
      answers: [AS_IT_IS, change("country", "place.country", reporterCountry)],
    });
  }
  if (!outlines || place.lat === null || place.lon === null || placeKind === "at_sea") return questions;
  if (liesInCountry(outlines, place.country, { lat: place.lat, lon: place.lon }) !== false) return questions;
  const answers = [AS_IT_IS, change("at_sea", "placeKind", "at_sea")];
  return [...questions, { check: "outside_country", field: "place.lat", values, answers }];
}

function container({ containerNo }: SeizureInput): Question[] {
  if (containerNo === "") return [];
  const read = readContainerNumber(containerNo);
  if (read.kind === "valid") return [];
  if (read.kind === "malformed") {
    return [
      { check: "container_malformed", field: "containerNo", values: { number: containerNo }, answers: [AS_IT_IS] },
    ];
  }
  const values = { number: read.number, expected: read.expected, corrected: read.corrected };
  const answers = [change("corrected", "containerNo", read.corrected), AS_IT_IS];
  return [{ check: "container_check_digit", field: "containerNo", values, answers }];
}

/** Exactly a thousand times what is usual: kilograms written as grams. */
function slipByThousand(item: SeizureItem, path: string, medians: CheckedAgainst["medians"]): Question[] {
  const usual = medians.get(`${item.commodity}:${item.unit}`);
  if (!usual || item.quantity === null || item.unit === null) return [];
  if (toMicro(item.quantity) !== toMicro(usual) * 1000n) return [];
  const values = { quantity: item.quantity, usual, unit: item.unit };
  return [
    {
      check: "thousand",
      field: `${path}.quantity`,
      values,
      answers: [change("divided", `${path}.quantity`, usual), AS_IT_IS],
    },
  ];
}

/** Kilograms that one piece may weigh, by kind, before we ask. */
const KG_PER_PIECE: Record<string, readonly [Decimal, Decimal]> = {
  "D1.meth_tablets": ["0.00003", "0.001"],
  "D1.amphetamine": ["0.00003", "0.001"],
  "D1.mdma_tablets": ["0.00003", "0.001"],
  "D6.benzodiazepines": ["0.00003", "0.001"],
  "F2.raw_ivory": ["0.1", "60"],
  "F3.rhino_horns": ["0.05", "10"],
  "F1.pangolin_live": ["0.3", "40"],
};

function weightPerPiece(item: SeizureItem, path: string, measures: Measures): Question[] {
  const band = KG_PER_PIECE[item.commodity];
  const pair = massAndCount(item, measures);
  if (!band || !pair || toMicro(pair.count) === 0n) return [];
  const isUsual = (kgMicro: bigint) => {
    const perPiece = (kgMicro * 1_000_000n) / toMicro(pair.count);
    return perPiece >= toMicro(band[0]) && perPiece <= toMicro(band[1]);
  };
  if (isUsual(toMicro(pair.kg))) return [];
  const inGrams = pair.unit === "kg" && isUsual(toMicro(pair.kg) / 1000n);
  const answers = inGrams ? [change("grams", `${path}.${pair.field}`, "g"), AS_IT_IS] : [AS_IT_IS];
  const values = { kg: pair.kg, pieces: pair.count, low: band[0], high: band[1] };
  return [{ check: "weight_per_piece", field: `${path}.quantity`, values, answers }];
}

/** The two measures of an item as kilograms and pieces, whichever way round they were given. */
function massAndCount(item: SeizureItem, measures: Measures) {
  const first = measured(item.commodity, item.quantity, item.unit, measures);
  const second = measured(item.commodity, item.secondQuantity, item.secondUnit, measures);
  if (first?.dimension === "mass" && second?.dimension === "count") {
    return { kg: first.normalised, count: second.normalised, unit: item.unit, field: "unit" };
  }
  if (first?.dimension === "count" && second?.dimension === "mass") {
    return { kg: second.normalised, count: first.normalised, unit: item.secondUnit, field: "secondUnit" };
  }
  return null;
}

function measured(commodity: CommodityCode, quantity: Decimal | null, unit: string | null, measures: Measures) {
  return quantity === null || unit === null ? null : normalise({ commodity, quantity, unit }, measures);
}

/** Kilograms from which a quantity is confirmed twice; tonnes are normal for precursors and timber. */
const CONFIRM_FROM_KG: Record<string, Decimal> = { "D2.heroin": "100", P: "20000", L: "50000" };
const CONFIRM_FROM_KG_ELSE = "1000";

function largeQuantity(item: SeizureItem, path: string, measures: Measures): Question[] {
  const base = measured(item.commodity, item.quantity, item.unit, measures);
  if (base?.dimension !== "mass") return [];
  const family = item.commodity.charAt(0);
  const limit = CONFIRM_FROM_KG[item.commodity] ?? CONFIRM_FROM_KG[family] ?? CONFIRM_FROM_KG_ELSE;
  if (toMicro(base.normalised) < toMicro(limit)) return [];
  const less = multiplyDecimal(item.quantity ?? "0", "0.001");
  const answers = [AS_IT_IS, change("divided", `${path}.quantity`, less)];
  const values = { kg: base.normalised, limit, commodity: item.commodity };
  return [{ check: "large_quantity", field: `${path}.quantity`, values, answers }];
}

function persons({ persons: { arrested, identified, nationalities } }: SeizureInput): Question[] {
  if (arrested === null && identified === null) return [];
  const named = nationalities.reduce((sum, entry) => sum + entry.count, 0);
  const all = Math.max(arrested ?? 0, identified ?? 0);
  if (named <= all) return [];
  return [{ check: "nationalities", field: "persons.nationalities", values: { named, all }, answers: [AS_IT_IS] }];
}

function change(key: string, field: string, value: string): Answer {
  return { key, change: { field, value } };
}
