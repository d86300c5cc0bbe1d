import { errorsOf, type FieldErrors } from "../field-errors.ts";
import type { Id } from "../id.ts";
import { type RouteNode, SeizureInput, type SeizureItem } from "../seizure.ts";
import { UNKNOWN } from "../unknown.ts";
import type { Target } from "./columns.ts";
import type { RowReading } from "./row.ts";
import type { ImportAnswers } from "./sheet.ts";

/** One line of a case: which record of the file it is, and what it was understood to say. */
export type CaseLine = Pick<RowReading, "fields" | "questions"> & { row: number };

/** What the lines of one national case number say together. */
export type ImportedCase = {
  /** Everything that was said, in the names of the API, the answers to the whole file among it. */
  said: RowReading["fields"];
  /** Fields that are still asked about; such a report can be kept as a draft only. */
  open: string[];
};

type Fields = RowReading["fields"];

const LISTS = ["detections", "controlReasons", "concealmentPlaces", "concealmentMethods", "offences"] as const;
/** What one seizure has once: lines that differ in it are asked about. */
const ONCE = ["occurredOn", "occurredTo", "place", "eventKind", "handling"] as const;

/** Lines of one case become one report with several items; where they contradict each other, it is asked. */
export function caseOf(lines: readonly CaseLine[], { handling }: ImportAnswers): ImportedCase {
  const open = new Set(lines.flatMap(({ questions }) => questions));
  const all = lines.map(({ fields }) => fields);
  const said: Fields = {};
  for (const fields of all) for (const [name, value] of Object.entries(fields)) take(said, name, value);
  for (const name of ONCE) {
    if (new Set(all.flatMap((fields) => (isSaid(fields[name]) ? [JSON.stringify(fields[name])] : []))).size > 1)
      open.add(name);
  }
  const { route, items } = numbered(all, open);
  said.items = items;
  said.route = route;
  for (const name of LISTS) said[name] = [...new Set(all.flatMap((fields) => (fields[name] as string[]) ?? []))];
  said.narrative = [...new Set(all.flatMap(({ narrative }) => (narrative as string) || []))].join("\n").slice(0, 8000);
  if (!isSaid(said.handling)) {
    if (handling) said.handling = handling;
    else open.add("handling");
  }
  return { said, open: [...open] };
}

function take(said: Fields, name: string, value: unknown) {
  const key = name as keyof Fields;
  if (!isSaid(said[key]) && isSaid(value)) said[key] = value;
  else if (!(key in said)) said[key] = value;
}

/** An unknown that another line knows is filled by that. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== UNKNOWN;
}

/** Items behind each other, and every place of the routes once. */
function numbered(all: readonly Fields[], open: Set<string>) {
  const items = all.flatMap((fields) => (fields.items as Partial<SeizureItem>[] | undefined) ?? []);
  const nodes = all.flatMap((fields) => (fields.route as RouteNode[] | undefined) ?? []);
  const route = [...new Map(nodes.map((node) => [JSON.stringify(node), node])).values()];
  // "items.0.quantity" of a later line is a question about its own item; which one is seen in the line.
  if (items.length > 200) open.add("items");
  if (route.length > 30) open.add("route");
  return { items: items.slice(0, 200), route: route.slice(0, 30) };
}

/** From which file and line it comes, kept with the record. */
export type ImportOrigin = { source: string; row: string; originalDate: string };

/** The report itself, or what at which field keeps it from being one. */
export function inputOf(
  said: Fields,
  id: Id,
  { source, row, originalDate }: ImportOrigin,
): { input: SeizureInput; errors: null } | { input: null; errors: FieldErrors } {
  const origin = { source: source.slice(0, 200), licence: "", row, originalDate: originalDate.slice(0, 40) };
  const read = SeizureInput.safeParse({ ...said, id, origin });
  if (read.success) return { input: read.data, errors: null };
  return { input: null, errors: errorsOf(read.error) };
}

/** A report as far as it is known, for the form of a draft; what is missing is empty there. */
export function unfinished(said: Fields, id: Id): SeizureInput {
  const { place, items, route, persons, ...plain } = said;
  const known = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null && value !== undefined));
  const blank: SeizureInput = { ...EMPTY, id };
  return {
    ...blank,
    ...known,
    place: { ...blank.place, ...(place as object) },
    items: ((items as object[]) ?? []).map((item) => ({ ...EMPTY_ITEM, ...item })),
    route: (route as RouteNode[]) ?? [],
    persons: { ...blank.persons, ...(persons as object) },
  };
}

const EMPTY_ITEM: SeizureItem = {
  ...{ commodity: "", quantity: null, unit: null, qualifier: "exact", secondQuantity: null, secondUnit: null },
  ...{ taxonId: null, taxonText: "", specimen: null, live: null, purityPercent: null, brand: "" },
  ...{ identification: null, fieldCommodity: null, description: "" },
};

const EMPTY: Omit<SeizureInput, "id"> = {
  ...{
    nationalCaseNo: "",
    cenNo: "",
    cencommNo: "",
    eventKind: "seizure",
    occurredOn: "",
    occurredTo: null,
    datePrecision: "day",
  },
  ...{ occurredAt: null, placeKind: "", direction: "", mode: "", carrier: "", transportNo: "", containerNo: "" },
  place: { country: "", placeId: null, name: "", lat: null, lon: null, precision: "country" },
  ...{ route: [], items: [], detections: [], controlReasons: [], concealmentPlaces: [], concealmentMethods: [] },
  ...{ concealmentText: "", offences: [], custody: null, disposal: null, narrative: "", language: "", handling: "" },
  persons: { arrested: null, identified: null, nationalities: [] },
  audience: { kind: "all" },
  ...{ held: false, nominal: null, origin: null },
};

/** The fields of what is here already that a file says otherwise. What the file does not say is no difference. */
export function differences(said: Fields, here: SeizureInput): string[] {
  return Object.entries(said).flatMap(([name, value]) => {
    const own: unknown = here[name as keyof SeizureInput];
    return !isSaid(value) || agrees(value, own) ? [] : [name];
  });
}

/** Whether everything that is said stands so in the record; a record says more, and says it in another order. */
function agrees(said: unknown, own: unknown): boolean {
  if (Array.isArray(said)) {
    return Array.isArray(own) && said.length <= own.length && said.every((value, at) => agrees(value, own[at]));
  }
  if (said !== null && typeof said === "object") {
    const record = Object(own);
    return Object.entries(said).every(([name, value]) => !isSaid(value) || agrees(value, record[name]));
  }
  return said === own;
}

/** Fields that a row has also where no column says them: by inference, by an answer to the file, out of other cells. */
const INFERRED = ["narrative", "placeKind", "eventKind", "handling"] as const satisfies readonly Target[];

/** What a file says of a record that is here: what was only inferred does not stand against what the record says. */
export function saidByFile(said: Fields, here: SeizureInput, columns: readonly (Target | null)[]): Fields {
  const dropped = INFERRED.filter((name) => !columns.includes(name) && isSaid(here[name]));
  return Object.fromEntries(Object.entries(said).filter(([name]) => !dropped.some((one) => one === name)));
}

/** The record with what the file says put in; what the file does not say stays, down to the parts of goods and persons. */
export function corrected(said: Fields, here: SeizureInput): Fields {
  const names = Object.keys(said) as (keyof SeizureInput)[];
  return { ...here, ...Object.fromEntries(names.map((name) => [name, putIn(said[name], here[name])])) };
}

function putIn(said: unknown, own: unknown): unknown {
  if (!isSaid(said) || (Array.isArray(said) && said.length === 0 && Array.isArray(own))) return own;
  // A list that says less than the record and nothing else than it stays as it is; otherwise the file's counts.
  if (agrees(said, own)) return own;
  if (Array.isArray(said)) {
    const same = Array.isArray(own) && own.length === said.length;
    return same ? said.map((value, at) => putIn(value, own[at])) : said;
  }
  if (typeof said === "object" && own !== null && typeof own === "object") {
    const record: Record<string, unknown> = { ...own };
    for (const [name, value] of Object.entries(Object(said))) record[name] = putIn(value, record[name]);
    return record;
  }
  return said;
}

/** The same text for the same content, whatever the order of its parts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const parts: string[] = [];
  for (const [name, part] of Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
    if (part !== undefined) parts.push(`${JSON.stringify(name)}:${canonical(part)}`);
  return `{${parts.join(",")}}`;
}
