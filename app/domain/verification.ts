import { type CheckedAgainst, questionsOn } from "./checks.ts";
import { familyOf, groupOf } from "./commodity-groups.ts";
import type { Decimal } from "./decimal.ts";
import { toMicro } from "./exact-decimal.ts";
import type { MessageValues } from "./problem.ts";
import type { SeizureInput, SeizureItem } from "./seizure.ts";

/** What a question of the coordination unit may be about; the words are the form's own. */
export const ASKED_ABOUT = [
  ...(["amount", "goods", "taxon", "place", "when", "mode", "route", "detections", "persons"] as const),
  ...(["concealment", "other"] as const),
] as const;
export type AskedAbout = (typeof ASKED_ABOUT)[number];

/** Something that stands against calling a report checked: what a check finds odd, or what is missing for it. */
export type Finding = { check: string; values: MessageValues; about: AskedAbout; weight: number };

/**
 * How much each finding counts: what would change a total comes first (a quantity, what it is, where and when), then
 * what makes a record hard to use, last what is merely rough. An unknown check counts as one that changes a total.
 */
const WEIGHTS: Record<string, number> = {
  ...{ thousand: 5, far_above: 5, weight_per_piece: 4, large_quantity: 3, outside_country: 4, outside_window: 3 },
  ...{ container_check_digit: 3, container_malformed: 3, other_country: 2, nationalities: 2, missing_amount: 2 },
  ...{ missing_position: 2, missing_departure: 1, missing_destination: 1, missing_concealment: 1, missing_taxon: 2 },
  ...{ rough_goods: 1, rough_day: 1, late: 1 },
};
const WEIGHT_ELSE = 4;

export type Checked = { input: SeizureInput; late: boolean };

/** Everything to look at in a report before it is called checked, the weightiest first. */
export function findingsOn({ input, late }: Checked, against: CheckedAgainst): Finding[] {
  const asked = questionsOn(input, against).map(({ check, values, field }) => finding(check, aboutOf(field), values));
  const sharp = new Set(asked.map(({ check }) => check));
  const odd = input.items.flatMap((item) => (sharp.has("thousand") ? [] : farAbove(item, against.medians)));
  const found = [...asked, ...odd, ...missing(input), ...(late ? [finding("late", "when")] : [])];
  return found.sort((left, right) => right.weight - left.weight);
}

/** It may be another message told twice: what is counted twice weighs most. `no` is the other's number, where known. */
export function duplicateFinding({ certain, score }: { certain: boolean; score: number }, no: string): Finding {
  const values = { no, percent: Math.round(score * 100) };
  return { ...finding(certain ? "duplicate_certain" : "duplicate", "other", values), weight: certain ? 6 : 5 };
}

/** Another country's message makes one case with it: good to know while checking, and no risk. */
export function jointFinding({ messageNo, reporter }: { messageNo: string; reporter: string }): Finding {
  return { ...finding("joint", "other", { no: messageNo, country: reporter }), weight: 0 };
}

export function riskOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { weight }) => sum + weight, 0);
}

function finding(check: string, about: AskedAbout, values: MessageValues = {}): Finding {
  return { check, about, values, weight: WEIGHTS[check] ?? WEIGHT_ELSE };
}

/** From so many times what is usual on it is asked about, even where it is no round thousand. */
const FAR = 200n;

function farAbove({ commodity, quantity, unit }: SeizureItem, medians: ReadonlyMap<string, Decimal>): Finding[] {
  const usual = medians.get(`${commodity}:${unit}`);
  if (!usual || quantity === null || unit === null || toMicro(quantity) < toMicro(usual) * FAR) return [];
  return [finding("far_above", "amount", { quantity, usual, unit })];
}

/** What a record needs to be called checked (a departure, a destination and a concealment may be 'unknown', in words). */
function missing({
  place,
  route,
  items,
  concealmentPlaces,
  concealmentMethods,
  datePrecision,
}: SeizureInput): Finding[] {
  const has = (roles: readonly string[]) => route.some(({ role }) => roles.includes(role));
  const concealed = concealmentPlaces.length + concealmentMethods.length > 0;
  return [
    ...(place.lat === null && place.placeId === null ? [finding("missing_position", "place")] : []),
    ...(has(["departure", "origin"]) ? [] : [finding("missing_departure", "route")]),
    ...(has(["destination"]) ? [] : [finding("missing_destination", "route")]),
    ...(concealed ? [] : [finding("missing_concealment", "concealment")]),
    ...(datePrecision === "day" ? [] : [finding("rough_day", "when")]),
    ...items.flatMap(missingOf),
  ];
}

function missingOf({ commodity, quantity, taxonId, taxonText }: SeizureItem): Finding[] {
  const family = familyOf(commodity);
  const alive = family === "wildlife" || family === "timber";
  return [
    ...(quantity === null ? [finding("missing_amount", "amount", { commodity })] : []),
    ...(alive && taxonId === null && taxonText === "" ? [finding("missing_taxon", "taxon", { commodity })] : []),
    ...(groupOf(commodity) === commodity ? [finding("rough_goods", "goods", { commodity })] : []),
  ];
}

/** The thing to ask about, by the field at which a check stands. */
function aboutOf(field: string): AskedAbout {
  if (field.startsWith("items.")) return "amount";
  if (field.startsWith("place")) return "place";
  if (field.startsWith("occurred")) return "when";
  if (field.startsWith("persons")) return "persons";
  return field === "containerNo" ? "mode" : "other";
}
