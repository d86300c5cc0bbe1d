import { addDays, daysBetween, type LocalDate } from "#app/domain/local-date.ts";
import type { RouteNode, SeizureInput, SeizureItem } from "#app/domain/seizure.ts";
import { readAirSeizures } from "#seeds/demo-air.server.ts";
import { readLemisSeizures } from "#seeds/demo-lemis.server.ts";
import type { DemoRecord } from "#seeds/demo-record.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { groupBy } from "#seeds/group-by.ts";
import type { MadeCell } from "#tests/spreadsheet/workbook-maker.ts";

/**
 * Workbooks of the agencies of twenty countries, with 868 cases in them: 837 real records (no two equal in all that their
 * source says), of which 31 stand a second time in the workbook of another agency of the country, and nine have grams
 * where their unit says kilograms. What is edited beside that: the days of thirteen years are folded into the operation's
 * 154, and each agency has a register of case numbers, since the sources have none.
 */
export const [UNIQUE, DUPLICATES, MIXED] = [837, 31, 9];
export const COUNTRIES = 20;
const FIRST_DAY: LocalDate = "2021-04-15";
const DAYS = 154;
/** The police of these countries report some cases that the customs report, too. */
const WITH_POLICE = ["CN", "KE", "TH", "VN"];

export type Planted = {
  /** By the agency's code; the first row holds the headings. */
  books: Map<string, MadeCell[][]>;
  /** National case numbers with their agencies: of what was reported first, and of its second report. */
  duplicates: { first: string; second: string }[];
  /** Case numbers of the nine. */
  mixed: string[];
  /** Countries by code, those with most records first. */
  countries: string[];
};

type Written = { agency: string; caseNo: string; record: DemoRecord; on: LocalDate; items: Partial<SeizureItem>[] };

const HEADINGS = [
  ...["Case number", "Date of seizure", "Country of seizure", "Place of seizure", "Commodity", "Quantity", "Unit"],
  ...["Species", "Mode of transport", "Country of origin", "Countries of transit", "Country of destination", "Remarks"],
];
/** Where the unit stands in a row. */
export const UNIT_COLUMN = HEADINGS.indexOf("Unit");
/** Somebody wrote a name where none belongs. */
export const NAMED_IN_REMARKS = "Quintus Pennywhistle";

export function plantedWorkbooks(): Planted {
  const records = chosenRecords();
  const registers = new Map<string, number>();
  const cases = records.map((record) => writtenBy(record, agencyFor(record), registers));
  const originals = inTurn(cases.filter(isRepeated), ({ record }) => record.country).slice(0, DUPLICATES);
  const copies = originals.map((original, at) => repeated(original, at, registers));
  const weighed = cases.filter((one) => !originals.includes(one) && isWeighed(one));
  const slips = inTurn(weighed, ({ agency }) => agency).slice(0, MIXED);
  const rows = [...cases, ...copies].map((one) => ({ ...one, items: slips.includes(one) ? inGrams(one) : one.items }));
  const books = groupBy(rows, ({ agency }) => agency);
  return {
    books: new Map([...books].map(([agency, own]) => [agency, [HEADINGS, ...own.flatMap(rowsOf)]])),
    duplicates: originals.map(({ caseNo }, at) => ({ first: caseNo, second: copies[at]?.caseNo ?? "" })),
    mixed: slips.map(({ caseNo }) => caseNo),
    countries: [...new Set(records.map(({ country }) => country))],
  };
}

/** The first 837 of the twenty countries with most records, each case once. */
function chosenRecords(): DemoRecord[] {
  const all = [...readAirSeizures(() => null).records, ...readLemisSeizures(() => null).records];
  const unlike = [...new Map(all.map((record) => [whatItSays(record.input), record])).values()];
  const byCountry = [...groupBy(unlike, ({ country }) => country)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const [largest, ...others] = byCountry.slice(0, COUNTRIES).map(([, records]) => records);
  const rest = others.flat();
  return [...(largest ?? []).slice(0, UNIQUE - rest.length), ...rest];
}

function whatItSays({ id: _, nationalCaseNo: _no, origin: _origin, ...told }: SeizureInput): string {
  return JSON.stringify(told);
}

const agencyFor = ({ country, agency }: DemoRecord) => `${country}-${agency === "FWS" ? "FWS" : "CUS"}`;

function writtenBy(record: DemoRecord, agency: string, registers: Map<string, number>): Written {
  // Numbers lie so far apart that no slip in one of them makes another.
  const serial = (registers.get(agency) ?? 0) + 37;
  registers.set(agency, serial);
  const day = ((daysBetween(FIRST_DAY, record.on) % DAYS) + DAYS) % DAYS;
  const caseNo = `${agency} ${String(serial).padStart(5, "0")}/21`;
  return { agency, caseNo, record, on: addDays(FIRST_DAY, day), items: record.input.items };
}

/** What tells a case of a day from the others: a weight, and where it came from. */
function isRepeated({ record, items: [item, ...more] }: Written): boolean {
  const hasWeight = item?.unit === "kg" && Number(item.quantity) > 1 && more.length === 0;
  return WITH_POLICE.includes(record.country) && hasWeight && record.input.route.some(({ role }) => role === "origin");
}

/** Told by the police, under a number of theirs: in turn as it was, in grams, and a day later. */
function repeated(original: Written, at: number, registers: Map<string, number>): Written {
  const { record, on, items } = original;
  const told = writtenBy(record, `${record.country}-POL`, registers);
  const grams = inGrams(original).map((item) => ({ ...item, unit: "g" }));
  if (at % 3 === 0) return { ...told, on, items };
  return at % 3 === 1 ? { ...told, on, items: grams } : { ...told, on: addDays(on, 1), items };
}

function isWeighed({ items: [item, ...more] }: Written): boolean {
  const kilograms = item?.unit === "kg" ? Number(item.quantity) : 0;
  return more.length === 0 && kilograms >= 1 && kilograms < 20;
}

/** One of each group after the other, so that what is taken from the beginning is of many groups. */
function inTurn<T>(all: readonly T[], groupOf: (one: T) => string): T[] {
  const ranked = [...groupBy(all, groupOf).values()].flatMap((group) => group.map((one, rank) => ({ one, rank })));
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ one }) => one);
}

const inGrams = ({ items }: Written) =>
  items.map((item) => ({ ...item, quantity: String(Math.round(Number(item.quantity) * 1000)) }));

/** A line for each kind of goods. */
function rowsOf({ caseNo, record, on, items }: Written): MadeCell[][] {
  const { place, mode, route } = record.input;
  const names = (role: string) => countriesOf(route, role).join("; ");
  return items.map(({ commodity = "", quantity, unit, taxonText }) => [
    caseNo,
    { number: String(daysBetween("1899-12-30", on)), style: 1 },
    gazetteer().countryName(place.country),
    place.name,
    commodity,
    quantity ? { number: quantity } : "",
    unit ?? "",
    taxonText ?? "",
    mode,
    names("origin"),
    names("transit"),
    names("destination"),
    `Seen by ${NAMED_IN_REMARKS}`,
  ]);
}

const countriesOf = (route: readonly RouteNode[], role: string) => [
  ...new Set(route.flatMap((node) => (node.role === role ? [gazetteer().countryName(node.place.country)] : []))),
];
