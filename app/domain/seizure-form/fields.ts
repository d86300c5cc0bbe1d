import { type FormFields, listOf } from "./rows.ts";

/** Where a place is asked for: where it was found, and each stop of the route. */
const PLACE = ["country", "placeId", "name", "lat", "lon", "precision"];

const SINGLE = [
  ...["id", "commandId", "draftCommandId", "baseVersion", "depth", "mark", "nationalCaseNo", "cenNo", "cencommNo"],
  "eventKind",
  ...["occurredOn", "occurredDay", "occurredTo", "occurredMonth", "occurredYear", "datePrecision"],
  ...["occurredTime", "occurredZone", "occurredAt", "occurredShown"],
  ...["placeKind", "direction", "mode", "carrier", "transportNo", "containerNo", "concealmentText"],
  ...["persons.arrested", "persons.identified", "custody", "disposal", "narrative", "language", "handling", "held"],
  ...["behalf.unitId", "behalf.informant", "behalf.channel", "behalf.cameOn", "behalf.cameTime"],
  ...["audience.kind", "nominal.registration", "nominal.waybill", "nominal.note"],
  ...[
    "amend.kind",
    "amend.reason",
    "amend.order.reference",
    "amend.order.approver",
    "base.facts",
    "base.case",
    "base.nominal",
  ],
  ...PLACE.map((part) => `place.${part}`),
];

/** Fields in which several answers may hold. */
const SEVERAL = [
  ...["detections", "controlReasons", "concealmentPlaces", "concealmentMethods", "offences"],
  ...["audience.agencies", "audience.members", "nominal.recipients", "confirmed", "asked"],
];

const ITEM: readonly string[] = [
  ...["slot", "commodity", "quantity", "notWeighed", "unit", "qualifier", "secondQuantity", "secondUnit"],
  ...["taxonId", "taxonText", "specimen", "live", "purityPercent", "brand", "description"],
  ...["identification", "fieldCommodity"],
];
const NODE: readonly string[] = [
  "role",
  "sharePercent",
  "opportunity",
  "modeToNext",
  "evidence",
  ...PLACE.map((part) => `place.${part}`),
];

/** Rows of the form, and the fields each has. */
export const ROWS = {
  items: ITEM,
  route: NODE,
  "persons.nationalities": ["country", "count"],
  "nominal.persons": ["name", "document", "note"],
} satisfies Record<string, readonly string[]>;
export type RowsName = keyof typeof ROWS;
export const ROWS_NAMES = Object.keys(ROWS) as RowsName[];

const KNOWN_SINGLE = new Set(SINGLE);
const KNOWN_SEVERAL = new Set(SEVERAL);
const MOST_ROWS = 300;

export function isField(name: string): boolean {
  return KNOWN_SINGLE.has(name) || KNOWN_SEVERAL.has(name) || isRowField(name);
}

function isRowField(name: string): boolean {
  return Object.entries(ROWS).some(([prefix, parts]) => {
    if (!name.startsWith(`${prefix}.`)) return false;
    const [number = "", ...rest] = name.slice(prefix.length + 1).split(".");
    return /^\d{1,3}$/.test(number) && Number(number) < MOST_ROWS && parts.includes(rest.join("."));
  });
}

/** The fields of a posted form, as typed. What is no field of a report is left out; lines end in a line feed alone. */
export function fieldsOf(posted: Iterable<readonly [string, unknown]>): FormFields {
  const fields: FormFields = {};
  for (const [name, value] of posted) {
    if (typeof value !== "string") continue;
    const text = value.replace(/\r\n?/g, "\n");
    if (KNOWN_SEVERAL.has(name)) fields[name] = text === "" ? listOf(fields, name) : [...listOf(fields, name), text];
    else if (isField(name)) fields[name] = text;
  }
  return fields;
}

/** Every field as the pairs that a form would post; the counterpart of `fieldsOf`. */
export function pairsOf(fields: FormFields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((text): [string, string] => [name, text]) : [[name, value]],
  );
}
