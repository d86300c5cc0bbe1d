import { readFileSync } from "node:fs";
import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { type Place, type RouteNode, SeizureInput, type SeizureItem } from "#app/domain/seizure.ts";
import { readCsv } from "./csv.ts";
import { aKnownPlace, legsIn } from "./demo-places.ts";
import { type DemoReading, type DemoRecord, leaveOut, type Sieve } from "./demo-record.ts";
import * as words from "./demo-words.ts";
import { type Gazetteer, gazetteer } from "./gazetteer.server.ts";
import { groupBy } from "./group-by.ts";
import { seedId } from "./seed-id.ts";

type Raw = Record<string, string>;
const FILE = new URL("./demo/air_wildlife_seizures_2009_2016.csv", import.meta.url);
const AIRPORTS = new URL("./demo/airports.csv", import.meta.url);
const SOURCE = "ROUTES partnership airport seizures 2009-2016 (pbaine/ROUTES-Year-One-Finalized, 736cd91f)";

/** Seizures of ivory, rhino horn, reptiles and birds in air transport, as reports. */
export function readAirSeizures(sieve: Sieve): DemoReading {
  const places = gazetteer();
  const airports = new Map(
    readCsv(readFileSync(AIRPORTS, "utf8")).map((row) => [`${row.location}|${row.country}`, row.place_id ?? ""]),
  );
  const reading: DemoReading = { records: [], leftOut: new Map() };
  for (const raw of readCsv(readFileSync(FILE, "utf8"))) {
    const day = raw.date_iso ?? "";
    const why = raw.date_precision === "day" && isLocalDate(day) ? sieve(day) : "no day";
    const found = why ? null : placeOf(raw, airports, places);
    if (why) leaveOut(reading, why);
    else if (found) reading.records.push(recordOf(raw, day, found, places));
    else leaveOut(reading, "no place of seizure, so nobody who reported it");
  }
  return reading;
}

function recordOf(raw: Raw, day: LocalDate, place: Place, places: Gazetteer): DemoRecord {
  const row = `ROUTES-${raw.id}`;
  const route = routeOf(raw, place, places);
  return {
    country: place.country,
    agency: "CUSTOMS",
    on: day,
    input: SeizureInput.parse({
      id: seedId("demo", row),
      nationalCaseNo: row,
      occurredOn: day,
      place,
      placeKind: raw.location ? "airport" : "unknown",
      direction: directionOf(route, place.country),
      mode: words.modeOf(raw.transport_detail ?? ""),
      carrier: (raw.airline ?? "").length <= 60 ? raw.airline : "",
      route,
      items: itemsOf(raw),
      detections: words.detectionsOf(raw.detection_method ?? ""),
      controlReasons: words.controlReasonsOf(raw.detection_method ?? ""),
      concealmentPlaces: words.concealmentPlacesOf(raw.concealment ?? ""),
      concealmentMethods: words.concealmentMethodsOf(raw.concealment ?? ""),
      concealmentText: raw.concealment,
      narrative: wordingOf(raw),
      language: "en",
      handling: "H0",
      origin: { source: SOURCE, licence: "MIT", row: raw.id, originalDate: day },
    }),
  };
}

/** The source's own words, so that nothing that was read into codes is lost. */
function wordingOf(raw: Raw): string {
  const kept = [
    "date_raw",
    "place_raw",
    "species",
    "transport_detail",
    "detection_method",
    "origin_raw",
    "transit_raw",
    "destination_raw",
  ];
  const long = (raw.airline ?? "").length > 60 ? ["airline"] : [];
  return [...kept, ...long].flatMap((name) => (raw[name] ? [`${name}: ${raw[name]}`] : [])).join("\n");
}

function placeOf(raw: Raw, airports: ReadonlyMap<string, string>, places: Gazetteer): Place | null {
  const airport = places.byId.get(airports.get(`${raw.location}|${raw.seizure_country}`) ?? "");
  const name = raw.location || raw.place_raw || "";
  if (airport)
    return { country: airport.country, placeId: airport.id, name, lat: null, lon: null, precision: "facility" };
  const [leg] = legsIn(`${raw.seizure_city}|${raw.seizure_country}`);
  if (!leg) return null;
  const known = aKnownPlace(leg, places);
  if (known.placeId || !raw.city_lat || !raw.city_lon) return { ...known, name };
  return { ...known, name, lat: Number(raw.city_lat), lon: Number(raw.city_lon), precision: "city" };
}

/** Origins, transits and destinations in the source's order, with the place of seizure among them. */
function routeOf(raw: Raw, place: Place, places: Gazetteer): RouteNode[] {
  const nodes = (role: string, text: string | undefined): RouteNode[] =>
    legsIn(text ?? "").map((leg) => ({ ...NODE, role, place: aKnownPlace(leg, places) }));
  const transits = nodes("transit", raw.transits);
  const here = transits.findIndex((node) => node.place.country === place.country);
  const before = here < 0 ? transits : transits.slice(0, here);
  const after = here < 0 ? [] : transits.slice(here + 1);
  const discovery: RouteNode = { ...NODE, role: "discovery", place, evidence: "documented" };
  return [...nodes("origin", raw.origins), ...before, discovery, ...after, ...nodes("destination", raw.destinations)];
}

const NODE: Omit<RouteNode, "role" | "place"> = {
  sharePercent: null,
  opportunity: null,
  modeToNext: null,
  evidence: "unknown",
};

/** Only what the route itself says: seized where the goods came from, were bound for, or passed through. */
function directionOf(route: readonly RouteNode[], country: string): string {
  const has = (role: string) => route.some((node) => node.role === role && node.place.country === country);
  const goes = route.some((node) => node.role === "destination" && node.place.country !== country);
  const comes = route.some((node) => node.role === "origin" && node.place.country !== country);
  if (has("origin") && goes) return "export";
  if (has("destination") && comes) return "import";
  return comes && goes ? "transit" : "unknown";
}

function itemsOf(raw: Raw): Partial<SeizureItem>[] {
  const measures = measuresOf(raw, raw.category === "Birds" || raw.category === "Reptiles");
  if (raw.category === "Ivory") return [{ commodity: "F2", taxonId: "elephantidae", ...measures }];
  if (raw.category === "Rhino Horn")
    return [{ commodity: "F3", taxonId: "rhinocerotidae", specimen: "HOR", ...measures }];
  const names = (raw.species ?? "")
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const groups = groupBy(names.length ? names : [raw.category ?? ""], (name) =>
    words.commodityOf(name, raw.category ?? ""),
  );
  return [...groups].map(([commodity, all]) => {
    const taxa = [...new Set(all.map(words.taxonOf))];
    const known = taxa.length === 1 ? taxa[0] : null;
    return {
      commodity,
      taxonId: known ?? null,
      taxonText: all.join("; ").slice(0, 160),
      // One number for animals of several groups cannot be divided among them.
      ...(groups.size === 1 ? measures : { description: measures.all }),
    };
  });
}

const NUMBER = /^\d+(\.\d{1,6})?$/;

/** Kilograms and pieces as far as they are plain numbers; "400g each" and "100s" stay words. */
function measuresOf(raw: Raw, animals: boolean) {
  const weight = raw.weight_kg ?? "";
  const number = raw.number ?? "";
  const counted = animals ? words.countedAs(raw.species ?? "") : "pcs";
  const kg = NUMBER.test(weight) && Number(weight) > 0 ? { quantity: weight, unit: "kg" } : null;
  const pieces = NUMBER.test(number) && Number(number) > 0 ? { quantity: number, unit: counted } : null;
  const [first, second] = kg ? [kg, pieces] : [pieces, null];
  const all = [weight && `weight_kg: ${weight}`, number && `number: ${number}`].filter(Boolean).join(", ");
  const unread = (weight && !kg) || (number && !pieces);
  return {
    quantity: first?.quantity ?? null,
    unit: first?.unit ?? null,
    secondQuantity: second?.quantity ?? null,
    secondUnit: second?.unit ?? null,
    description: unread ? all : "",
    all,
  };
}
