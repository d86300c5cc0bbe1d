import { z } from "zod";
import { CODE_LISTS } from "../code.ts";
import type { Target } from "../import/columns.ts";
import { searchKey } from "../search-key.ts";

/** What a column says of the case as a whole. None of it is tier C: names, registrations and waybills have no field here. */
const CASE_FIELDS = [
  ...["nationalCaseNo", "cenNo", "cencommNo", "eventKind", "occurredOn", "occurredTo", "datePrecision", "occurredTime"],
  ...["placeCountry", "place", "placeCode", "lat", "lon", "geoPrecision", "placeKind", "direction", "mode", "carrier"],
  ...["transportNo", "containerNo", "origins", "departures", "transits", "destinations", "route", "detections"],
  ...["controlReasons", "concealmentPlaces", "concealmentMethods", "concealment", "offences", "arrested"],
  ...["identified", "nationalities", "custody", "disposal", "narrative", "language", "handling"],
] as const satisfies readonly Target[];

/** What it says of one kind of goods: a case has a row for each. */
const ITEM_FIELDS = [
  ...["commodity", "species", "specimen", "live", "quantity", "unit", "qualifier", "secondQuantity", "secondUnit"],
  ...["purityPercent", "brand", "identification", "fieldCommodity", "description"],
] as const satisfies readonly Target[];

/** What is handed out and not taken in: it is ours, or says something of the file and not of the case. */
const OUT_FIELDS = ["mark", "changed", "messageNo", "itemNo", "administration", "agency"] as const;

type InField = (typeof CASE_FIELDS)[number] | (typeof ITEM_FIELDS)[number];
export type CenField = InField | (typeof OUT_FIELDS)[number];

const IN_FIELDS: readonly string[] = [...CASE_FIELDS, ...ITEM_FIELDS];
const ITEMS: readonly string[] = ITEM_FIELDS;

/** Fields that hold codes, each with its list. */
export const LIST_OF = {
  eventKind: "event_kind",
  placeKind: "place_kind",
  direction: "direction",
  mode: "mode",
  detections: "detection",
  controlReasons: "control_reason",
  concealmentPlaces: "concealment_place",
  concealmentMethods: "concealment_method",
  offences: "offence",
  custody: "custody",
  disposal: "disposal",
  qualifier: "qualifier",
  identification: "identification",
  geoPrecision: "geo_precision",
} as const satisfies Partial<Record<InField, (typeof CODE_LISTS)[number]>>;

const Words = z.string().trim().min(1).max(120);

const Column = z
  .strictObject({
    heading: Words,
    /** Other headings under which the same comes in. */
    also: z.array(Words).max(30).default([]),
    field: z.enum([...CASE_FIELDS, ...ITEM_FIELDS, ...OUT_FIELDS]).optional(),
    /** What stands in every row. */
    fixed: z.string().max(120).optional(),
    /** False for what the other system adds by itself: a case is not marked as changed by it. */
    marks: z.boolean().default(true),
  })
  .refine(({ field, fixed }) => (field === undefined) !== (fixed === undefined), "has either a field or a fixed text");
export type CenColumn = z.infer<typeof Column>;

const NEEDED: readonly CenField[] = ["nationalCaseNo", "occurredOn", "placeCountry", "commodity"];

const Layout = z
  .strictObject({
    name: Words,
    /** What the sheet is called; Excel takes 31 characters and none of []:*?/\ in it. */
    sheet: Words.max(31).regex(/^[^[\]:*?/\\]+$/, "is no name of a sheet"),
    columns: z.array(Column).min(4).max(200),
  })
  .superRefine(({ columns }, context) => {
    const seen = new Set<string>();
    for (const [at, { heading, also }] of columns.entries()) {
      for (const words of new Set([heading, ...also].map(searchKey))) {
        if (seen.has(words))
          context.addIssue({ code: "custom", path: ["columns", at], message: `"${words}" is twice` });
        seen.add(words);
      }
    }
    const fields = columns.flatMap(({ field }) => field ?? []);
    for (const field of NEEDED.filter((one) => !fields.includes(one)))
      context.addIssue({ code: "custom", path: ["columns"], message: `no column has the field ${field}` });
    for (const field of fields.filter((one, at) => fields.indexOf(one) !== at))
      context.addIssue({ code: "custom", path: ["columns"], message: `two columns have the field ${field}` });
  });
export type CenLayout = z.infer<typeof Layout>;

export const CEN_LAYOUTS = ["cen", "cencomm"] as const;
export type CenLayoutName = (typeof CEN_LAYOUTS)[number];

export const CASE_MARKS = ["new", "changed", "unchanged", "withdrawn"] as const;
export type CaseMark = (typeof CASE_MARKS)[number];

const Coded = z.record(z.string().max(60), z.string().trim().min(1).max(200));

/** How cases look in the workbooks and messages of CEN and CENcomm: columns, coded values, units. */
export const CenMapping = z.strictObject({
  version: Words,
  note: z.string().max(1000),
  /** Between several values of one cell. */
  separator: z.string().regex(/^\s*[;|]\s*$/, "is a semicolon or a bar"),
  decimalMark: z.enum([".", ","]),
  marks: z.strictObject({ new: Words, changed: Words, unchanged: Words, withdrawn: Words }),
  words: z.strictObject({ yes: Words, no: Words }),
  layouts: z.strictObject({ cen: Layout, cencomm: Layout }),
  /** Our codes and their words, list by list; what is not here goes by our own English label. */
  codes: z.partialRecord(z.enum(CODE_LISTS), Coded).default({}),
  units: Coded.default({}),
  commodities: Coded.default({}),
});
export type CenMapping = z.infer<typeof CenMapping>;

export const isItemField = (field: string | undefined) => field !== undefined && ITEMS.includes(field);

/** What the column holds when it comes in; null for what is ours alone. */
export function targetOf({ field }: CenColumn): Target | null {
  return field !== undefined && IN_FIELDS.includes(field) ? (field as Target) : null;
}
