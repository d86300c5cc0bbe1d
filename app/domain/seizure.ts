import { z } from "zod";
import { Code, CodeOf, CountryCode } from "./code.ts";
import { CommodityCode } from "./commodity.ts";
import { Decimal, isPositive } from "./decimal.ts";
import { Id } from "./id.ts";
import { LocalDate } from "./local-date.ts";
import { DATE_PRECISIONS, SEIZURE_STATES } from "./seizure-states.ts";
import { RequiredText, Text } from "./text.ts";

export { DATE_PRECISIONS, SEIZURE_STATES };

const Latitude = z.number().min(-90, "place.latitude").max(90, "place.latitude");
const Longitude = z.number().min(-180, "place.longitude").max(180, "place.longitude");

/** A place as far as it is known. `placeId` names a row of the gazetteer; a country alone is legal. */
export const Place = z
  .object({
    country: CountryCode,
    placeId: z.string().max(40).nullable().default(null),
    name: Text(160).default(""),
    lat: Latitude.nullable().default(null),
    lon: Longitude.nullable().default(null),
    precision: CodeOf("geo_precision").default("country"),
  })
  .refine((place) => (place.lat === null) === (place.lon === null), { path: ["lat"], error: "place.position.half" })
  .refine((place) => place.precision !== "exact" || place.lat !== null, {
    path: ["lat"],
    error: "place.exact.position",
  });
export type Place = z.infer<typeof Place>;

const UnitCode = Code.describe("A code of the list `units`.");

export const SeizureItem = z.object({
  commodity: CommodityCode,
  /** Null with unit null: the quantity is not known. */
  quantity: Decimal.refine(isPositive, "item.quantity.positive").nullable().default(null),
  unit: UnitCode.nullable().default(null),
  qualifier: CodeOf("qualifier").default("exact"),
  /** A second measure of the same goods: pieces beside kilograms. */
  secondQuantity: Decimal.refine(isPositive, "item.quantity.positive").nullable().default(null),
  secondUnit: UnitCode.nullable().default(null),
  taxonId: z.string().max(40).nullable().default(null),
  /** Scientific or common name as written, where the list has no such taxon. */
  taxonText: Text(160).default(""),
  specimen: CodeOf("specimen_term").nullable().default(null),
  live: z.boolean().nullable().default(null),
  purityPercent: Decimal.nullable().default(null),
  brand: Text(80).default(""),
  identification: CodeOf("identification").nullable().default(null),
  /** What the field test had said, where the laboratory found something else; figures count `commodity`. */
  fieldCommodity: CommodityCode.nullable().default(null),
  description: Text(500).default(""),
});
export type SeizureItem = z.infer<typeof SeizureItem>;

export const RouteNode = z.object({
  role: CodeOf("route_role"),
  place: Place,
  /** Share of the goods that came from this origin, in percent; several origins are parallel and add up to 100. */
  sharePercent: Decimal.nullable().default(null),
  /** A transit country that had custody, or only lay on the way. */
  opportunity: z.boolean().nullable().default(null),
  modeToNext: CodeOf("mode").nullable().default(null),
  evidence: CodeOf("evidence").default("declared"),
});
export type RouteNode = z.infer<typeof RouteNode>;

export const Persons = z.object({
  arrested: z.number().int().min(0, "persons.negative").max(10_000).nullable().default(null),
  identified: z.number().int().min(0, "persons.negative").max(10_000).nullable().default(null),
  nationalities: z
    .array(z.object({ country: CountryCode, count: z.number().int().min(1, "persons.negative").max(10_000) }))
    .max(60)
    .default([]),
});

/** Who may read the case: every participant, or agencies or persons by name. Nominal particulars have a list of their own. */
export const AudienceInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("agencies"), agencies: z.array(Id).max(200) }),
  z.object({ kind: z.literal("members"), members: z.array(Id).max(200) }),
]);
export type AudienceInput = z.infer<typeof AudienceInput>;

/** Persons, registrations, waybills: tier C, for the owner and the agencies it names. */
export const Nominal = z.object({
  persons: z
    .array(z.object({ name: RequiredText(160), document: Text(80).default(""), note: Text(300).default("") }))
    .max(100)
    .default([]),
  registration: Text(80).default(""),
  waybill: Text(80).default(""),
  note: Text(2000).default(""),
  recipients: z.array(Id).max(200).default([]),
});
export type Nominal = z.infer<typeof Nominal>;

/** What is left once names were taken away. */
export const NO_NAMES: Nominal = Nominal.parse({});

export function saysNothing({ persons, registration, waybill, note }: Nominal): boolean {
  return persons.length === 0 && registration === "" && waybill === "" && note === "";
}

/** What anyone may tell us of a seizure: form, spreadsheet row and API alike. */
export const SeizureInput = z.object({
  id: Id,
  nationalCaseNo: RequiredText(60, "case_no.missing"),
  /** Under what the same case stands in the CEN and in CENcomm, where it was entered there. */
  cenNo: Text(60).default(""),
  cencommNo: Text(60).default(""),
  eventKind: CodeOf("event_kind").default("seizure"),
  occurredOn: LocalDate,
  /** Last day of the span, with precision `range`. */
  occurredTo: LocalDate.nullable().default(null),
  datePrecision: z.enum(DATE_PRECISIONS, "date.precision").default("day"),
  /** Time at the place, where it is known, with the place's zone. */
  occurredAt: z.iso.datetime({ offset: true, error: "time.malformed" }).nullable().default(null),
  place: Place,
  placeKind: CodeOf("place_kind"),
  direction: CodeOf("direction"),
  mode: CodeOf("mode"),
  carrier: Text(120).default(""),
  transportNo: Text(60).default(""),
  containerNo: Text(11).default(""),
  route: z.array(RouteNode).max(30).default([]),
  items: z.array(SeizureItem).min(1, "seizure.items.none").max(200, "seizure.items.many"),
  detections: z.array(CodeOf("detection")).max(14).default([]),
  controlReasons: z.array(CodeOf("control_reason")).max(8).default([]),
  concealmentPlaces: z.array(CodeOf("concealment_place")).max(16).default([]),
  concealmentMethods: z.array(CodeOf("concealment_method")).max(8).default([]),
  concealmentText: Text(1000).default(""),
  offences: z.array(CodeOf("offence")).max(9).default([]),
  persons: Persons.prefault({}),
  custody: CodeOf("custody").nullable().default(null),
  disposal: CodeOf("disposal").nullable().default(null),
  narrative: Text(8000).default(""),
  language: z.string().max(20).default(""),
  handling: CodeOf("handling"),
  audience: AudienceInput.default({ kind: "all" }),
  /** True while the owner keeps its facts out of everybody else's figures. */
  held: z.boolean().default(false),
  nominal: Nominal.nullable().default(null),
  /** Where historic or imported records come from: source, licence, row, original date. */
  origin: z
    .object({ source: Text(200), licence: Text(80), row: Text(80), originalDate: Text(40) })
    .nullable()
    .default(null),
});
export type SeizureInput = z.infer<typeof SeizureInput>;
