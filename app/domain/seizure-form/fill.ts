import { slotOf } from "../commodity-groups.ts";
import type { Place, RouteNode, SeizureInput, SeizureItem } from "../seizure.ts";
import type { FormFields } from "./rows.ts";
import { timeFields } from "./time.ts";

type Filling = {
  /** The decimal mark of whoever will read the form. */
  mark: "." | ",";
  zone: string;
};

/** The form that says what a report says: for correcting it. Reading it again gives the same report. */
export function fillSeizureForm(input: SeizureInput, { mark, zone }: Filling): FormFields {
  const decimal = (value: string | null) => (value ?? "").replace(".", mark);
  return {
    id: input.id,
    depth: "full",
    mark,
    nationalCaseNo: input.nationalCaseNo,
    // Reports from before there were such fields lack them.
    cenNo: input.cenNo ?? "",
    cencommNo: input.cencommNo ?? "",
    eventKind: input.eventKind,
    ...whenFields(input, zone),
    ...placeFields("place", input.place),
    placeKind: input.placeKind,
    direction: input.direction,
    mode: input.mode,
    carrier: input.carrier,
    transportNo: input.transportNo,
    containerNo: input.containerNo,
    ...rowFields("route", input.route, (node) => nodeFields(node, decimal)),
    ...rowFields("items", input.items, (item) => itemFields(item, decimal)),
    detections: input.detections,
    controlReasons: input.controlReasons,
    concealmentPlaces: input.concealmentPlaces,
    concealmentMethods: input.concealmentMethods,
    concealmentText: input.concealmentText,
    offences: input.offences,
    ...personFields(input.persons),
    custody: input.custody ?? "",
    disposal: input.disposal ?? "",
    narrative: input.narrative,
    language: input.language,
    handling: input.handling,
    "audience.kind": input.audience.kind,
    "audience.agencies": input.audience.kind === "agencies" ? input.audience.agencies : [],
    "audience.members": input.audience.kind === "members" ? input.audience.members : [],
    held: input.held ? "on" : "",
    ...nominalFields(input.nominal),
  };
}

function whenFields({ occurredOn, occurredTo, datePrecision, occurredAt }: SeizureInput, zone: string): FormFields {
  return {
    occurredOn,
    occurredTo: occurredTo ?? "",
    datePrecision,
    occurredMonth: datePrecision === "month" ? occurredOn.slice(0, 7) : "",
    occurredYear: datePrecision === "year" ? occurredOn.slice(0, 4) : "",
    ...timeFields(occurredAt, occurredOn, zone),
  };
}

function placeFields(path: string, place: Place): FormFields {
  return {
    [`${path}.country`]: place.country,
    [`${path}.placeId`]: place.placeId ?? "",
    [`${path}.name`]: place.name,
    [`${path}.lat`]: degrees(place.lat),
    [`${path}.lon`]: degrees(place.lon),
    [`${path}.precision`]: place.precision,
  };
}

function degrees(value: number | null): string {
  if (value === null) return "";
  const text = String(value);
  return text.includes("e") ? value.toFixed(18) : text;
}

function rowFields<T>(prefix: string, rows: readonly T[], fieldsOf: (row: T) => FormFields): FormFields {
  const named = rows.flatMap((row, number) =>
    Object.entries(fieldsOf(row)).map(([name, value]) => [`${prefix}.${number}.${name}`, value] as const),
  );
  return Object.fromEntries(named);
}

function nodeFields(node: RouteNode, decimal: (value: string | null) => string): FormFields {
  return {
    role: node.role,
    ...placeFields("place", node.place),
    sharePercent: decimal(node.sharePercent),
    opportunity: yesNo(node.opportunity),
    modeToNext: node.modeToNext ?? "",
    evidence: node.evidence,
  };
}

function itemFields(item: SeizureItem, decimal: (value: string | null) => string): FormFields {
  return {
    slot: slotOf(item.commodity),
    commodity: item.commodity,
    quantity: decimal(item.quantity),
    notWeighed: item.quantity === null ? "on" : "",
    unit: item.unit ?? "",
    qualifier: item.qualifier,
    secondQuantity: decimal(item.secondQuantity),
    secondUnit: item.secondUnit ?? "",
    taxonId: item.taxonId ?? "",
    taxonText: item.taxonText,
    specimen: item.specimen ?? "",
    live: yesNo(item.live),
    purityPercent: decimal(item.purityPercent),
    brand: item.brand,
    identification: item.identification ?? "",
    // Reports from before there was such a field lack it.
    fieldCommodity: item.fieldCommodity ?? "",
    description: item.description,
  };
}

function personFields({ arrested, identified, nationalities }: SeizureInput["persons"]): FormFields {
  return {
    "persons.arrested": arrested === null ? "" : String(arrested),
    "persons.identified": identified === null ? "" : String(identified),
    ...rowFields("persons.nationalities", nationalities, ({ country, count }) => ({ country, count: String(count) })),
  };
}

function nominalFields(nominal: SeizureInput["nominal"]): FormFields {
  if (nominal === null) return {};
  return {
    ...rowFields("nominal.persons", nominal.persons, ({ name, document, note }) => ({ name, document, note })),
    "nominal.registration": nominal.registration,
    "nominal.waybill": nominal.waybill,
    "nominal.note": nominal.note,
    "nominal.recipients": nominal.recipients,
  };
}

function yesNo(value: boolean | null): string {
  return value === null ? "" : value ? "yes" : "no";
}
