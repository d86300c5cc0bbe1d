import { localDateIn } from "../local-date.ts";
import type { SeizureInput, SeizureItem } from "../seizure.ts";
import { type Coding, codingOf } from "./coding.ts";
import { type CenField, type CenLayout, type CenMapping, isItemField, LIST_OF } from "./mapping.ts";
import { routeWords } from "./stops.ts";

/** A released case as its owner reads it, with what stands beside it. */
export type HandedCase = { input: SeizureInput; messageNo: string; agency: string; administration: string };

/** What the database and the catalogues name things by. */
export type Naming = {
  country: (iso2: string) => string;
  commodity: (code: string) => string;
  taxon: (id: string) => string;
  /** The zone in which a place's clock runs; null where it is not known. */
  zone: (placeId: string) => string | null;
};

type Writing = { mapping: CenMapping; coding: Coding; naming: Naming };

/** The rows of a case: one for each kind of goods. What says something of this handing out (marks) is left empty. */
export function rowsOfCase(told: HandedCase, layout: CenLayout, mapping: CenMapping, naming: Naming): string[][] {
  const writing = { mapping, coding: codingOf(mapping), naming };
  const once = new Map(
    layout.columns.flatMap(({ field, fixed }) => {
      if (fixed !== undefined || field === undefined || isItemField(field)) return [];
      return [[field, caseCell(field, told, writing)] as const];
    }),
  );
  return told.input.items.map((item, at) =>
    layout.columns.map(({ field, fixed }) => {
      if (fixed !== undefined) return fixed;
      if (field === undefined) return "";
      if (field === "itemNo") return String(at + 1);
      return isItemField(field) ? itemCell(field, item, writing) : (once.get(field) ?? "");
    }),
  );
}

function caseCell(field: CenField, { input, messageNo, agency, administration }: HandedCase, writing: Writing): string {
  const { naming, mapping } = writing;
  const countries = (role: string) =>
    input.route.flatMap(({ role: own, place }) => (own === role ? [stopName(place, naming)] : []));
  switch (field) {
    case "messageNo":
      return messageNo;
    case "agency":
      return agency;
    case "administration":
      return administration;
    case "occurredTo":
      return input.occurredTo ?? "";
    case "occurredTime":
      return clockOf(input, naming);
    case "placeCountry":
      return naming.country(input.place.country);
    case "place":
      return input.place.name;
    case "placeCode":
      return input.place.placeId ?? "";
    case "lat":
    case "lon":
      return decimal(input.place[field], mapping);
    case "geoPrecision":
      return writing.coding.wordOf("geo_precision", input.place.precision);
    case "origins":
      return countries("origin").join(mapping.separator);
    case "departures":
      return countries("departure").join(mapping.separator);
    case "transits":
      return countries("transit").join(mapping.separator);
    case "destinations":
      return countries("destination").join(mapping.separator);
    case "route":
      return routeWords(input.route, writing.coding);
    case "concealment":
      return input.concealmentText;
    case "arrested":
    case "identified":
      return decimal(input.persons[field], mapping);
    case "nationalities":
      return input.persons.nationalities
        .map(({ country, count }) => (count === 1 ? naming.country(country) : `${count} ${naming.country(country)}`))
        .join(mapping.separator);
    default:
      return plainCell(field, input, writing);
  }
}

/** Fields that stand in the record under the same name: text, one code, or several. */
function plainCell(field: CenField, input: SeizureInput, { coding, mapping }: Writing): string {
  const value: unknown = field in input ? input[field as keyof SeizureInput] : "";
  const list = field in LIST_OF ? LIST_OF[field as keyof typeof LIST_OF] : null;
  const word = (one: unknown) => (list === null ? String(one) : coding.wordOf(list, String(one)));
  if (Array.isArray(value)) return value.map(word).join(mapping.separator);
  return value === null || value === undefined || value === "" ? "" : word(value);
}

function itemCell(field: CenField, item: SeizureItem, { coding, naming, mapping }: Writing): string {
  const code = (list: string, value: string | null | undefined) => (value ? coding.wordOf(list, value) : "");
  const goods = (value: string) => mapping.commodities[value] ?? naming.commodity(value);
  switch (field) {
    case "commodity":
      return goods(item.commodity);
    case "fieldCommodity":
      return item.fieldCommodity ? goods(item.fieldCommodity) : "";
    case "species":
      return item.taxonId === null ? item.taxonText : naming.taxon(item.taxonId);
    case "live":
      return item.live === null ? "" : item.live ? mapping.words.yes : mapping.words.no;
    case "quantity":
    case "secondQuantity":
    case "purityPercent":
      return decimal(item[field], mapping);
    case "unit":
    case "secondUnit":
      return code("unit", item[field]);
    case "qualifier":
      return code("qualifier", item.qualifier);
    case "identification":
      return code("identification", item.identification);
    case "specimen":
      return item.specimen ?? "";
    default:
      return field === "brand" || field === "description" ? item[field] : "";
  }
}

const stopName = (place: { name: string; country: string }, naming: Naming) =>
  place.name === "" ? naming.country(place.country) : `${place.name}, ${naming.country(place.country)}`;

/** Three digits behind the mark could be thousands: a nought more says that they are not. */
function decimal(value: string | number | null, { decimalMark }: CenMapping): string {
  if (value === null) return "";
  const text = String(value);
  return (/\.\d{3}$/.test(text) ? `${text}0` : text).replace(".", decimalMark);
}

/** The clock at the place with its distance from UTC; the whole instant where its day there is another. */
function clockOf({ occurredAt, occurredOn, place }: SeizureInput, naming: Naming): string {
  if (occurredAt === null) return "";
  const at = new Date(occurredAt);
  const zone = (place.placeId === null ? null : naming.zone(place.placeId)) ?? "UTC";
  if (localDateIn(zone, at) !== occurredOn) return at.toISOString();
  const minutes = minutesFromUtc(zone, at);
  const local = new Date(at.getTime() + minutes * 60_000).toISOString();
  const clock = local.slice(11, at.getUTCSeconds() === 0 ? 16 : 19);
  const two = (number: number) => String(number).padStart(2, "0");
  const away = Math.abs(minutes);
  return `${clock}${minutes < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

function minutesFromUtc(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}
