import { addDays, daysBetween } from "../calendar.ts";
import { groupOf } from "../commodity-groups.ts";
import type { LocalDate } from "../local-date.ts";
import { isCountry } from "../route.ts";
import { searchKey } from "../search-key.ts";
import { type CaseNumber, readCaseNumber } from "./case-number.ts";
import type { Comparable, ComparedAmount, ComparedItem } from "./comparable.ts";
import { wordsOf } from "./likeness.ts";

/** A report made ready to be compared many times: what is written in many ways is read once. */
export type Features = {
  report: Comparable;
  caseNumber: CaseNumber | null;
  /** Days since 1970 on which it may have been; one where the day is known. */
  first: number;
  last: number;
  container: string;
  transport: string;
  commodities: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  placeName: string[];
  taxa: { id: string | null; name: string[] }[];
  /** By group of commodities and dimension, "F2:mass". */
  totals: ReadonlyMap<string, Total>;
  /** Countries of the journey, without regions and unknown ones. */
  starts: ReadonlySet<string>;
  stops: ReadonlySet<string>;
  ends: ReadonlySet<string>;
  countries: ReadonlySet<string>;
};

export type Total = {
  amount: number;
  /** Of the quantity as it was written: "12.45" and "12450" have four, "100" has one. */
  digits: number;
  exact: boolean;
  /** False where items of the group were not measured in this dimension: there is more of it than the amount. */
  whole: boolean;
};

export function featuresOf(report: Comparable): Features {
  const [first, last] = spanOf(report);
  const among = (...roles: string[]) =>
    new Set(report.route.flatMap(({ role, country }) => (roles.includes(role) && isCountry(country) ? country : [])));
  return {
    report,
    caseNumber: readCaseNumber(report.nationalCaseNo),
    first: daysBetween("1970-01-01", first),
    last: daysBetween("1970-01-01", last),
    container: containerKey(report.containerNo),
    transport: transportKey(report.transportNo),
    placeName: wordsOf(report.place.name),
    commodities: new Set(report.items.map((item) => item.commodity)),
    groups: new Set(report.items.map((item) => groupOf(item.commodity))),
    taxa: taxaOf(report.items),
    totals: totalsOf(report.items),
    starts: among("origin", "departure"),
    stops: new Set(
      report.route.flatMap(({ role, country }) => (!ENDS.includes(role) && isCountry(country) ? country : [])),
    ),
    ends: among("destination"),
    countries: new Set(report.route.flatMap(({ country }) => (isCountry(country) ? country : []))),
  };
}

const ENDS = ["origin", "departure", "destination", "discovery"];

function spanOf({ occurredOn, occurredTo, datePrecision }: Comparable): [LocalDate, LocalDate] {
  const [year, month] = [occurredOn.slice(0, 4), occurredOn.slice(0, 7)];
  if (datePrecision === "year") return [`${year}-01-01`, `${year}-12-31`];
  // The 28th and four days more are in the next month, whichever it is.
  if (datePrecision === "month") return [`${month}-01`, lastBefore(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`)];
  const to = datePrecision === "range" && occurredTo !== null && occurredTo > occurredOn ? occurredTo : occurredOn;
  return [occurredOn, to];
}

const lastBefore = (day: LocalDate) => addDays(day, -1);

/** Too short to tell one box from another. */
const LEAST_OF_CONTAINER = 6;

function containerKey(text: string): string {
  const key = searchKey(text.normalize("NFKC")).replaceAll(" ", "");
  return key.length >= LEAST_OF_CONTAINER && /\d/.test(key) ? key : "";
}

/** "vn123" for "VN 0123": carrier and number, or the name of a vessel. */
function transportKey(text: string): string {
  const key = searchKey(text.normalize("NFKC")).replaceAll(" ", "");
  return key.length < 3 ? "" : key.replace(/(?<!\d)0+(?=\d)/g, "");
}

function taxaOf(items: readonly ComparedItem[]): Features["taxa"] {
  const taxa = items.map(({ taxonId, taxonText }) => ({ id: taxonId, name: wordsOf(taxonText) }));
  const known = taxa.filter(({ id, name }) => id !== null || name.length > 0);
  return [...new Map(known.map((taxon) => [`${taxon.id}:${taxon.name.join(" ")}`, taxon])).values()];
}

/** Whether one item was written, or several that add up to the same, makes no difference to a total. */
function totalsOf(items: readonly ComparedItem[]): Map<string, Total> {
  const totals = new Map<string, Total & { items: number }>();
  const ofGroup = new Map<string, number>();
  for (const { commodity, amounts } of items) {
    const group = groupOf(commodity);
    ofGroup.set(group, (ofGroup.get(group) ?? 0) + 1);
    for (const amount of amounts) addTo(totals, `${group}:${amount.dimension}`, amount);
  }
  for (const [key, total] of totals) total.whole = total.items === ofGroup.get(groupOf(key));
  return totals;
}

function addTo(totals: Map<string, Total & { items: number }>, key: string, one: ComparedAmount) {
  const before = totals.get(key);
  const amount = (before?.amount ?? 0) + Number(one.normalised);
  const exact = one.exact && (before?.exact ?? true);
  // What was added up has the digits of the sum; what stands alone, those that somebody wrote.
  const digits = before ? digitsOf(String(Number(amount.toPrecision(9)))) : digitsOf(one.quantity);
  totals.set(key, { amount, exact, digits, items: (before?.items ?? 0) + 1, whole: true });
}

/** Digits that say something: 3 for "1.05", 1 for "400" and "0.4". */
function digitsOf(quantity: string): number {
  return quantity.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length;
}
