import { multiplyDecimal } from "#app/domain/decimal.ts";
import { type FactPlace, SeizureFact } from "#app/domain/fact.ts";
import { addDays, isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { factsOf } from "#app/services/facts-of.server.ts";
import type { Judging, KnownPlace } from "#db/queries/judging.server.ts";
import { readAirSeizures } from "#seeds/demo-air.server.ts";
import { readLemisSeizures } from "#seeds/demo-lemis.server.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { type Chance, chance } from "#seeds/random.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

/** A normal error of so many degrees around a position, and the spread of a quantity. */
const DEGREES = 0.05;
const SPREAD = Math.exp(0.3);
const CONFIRMED_PERCENT = 60;
/** So many take an origin from another record: an operation of many years meets more corridors than one of these files. */
const OTHER_ORIGIN_PERCENT = 10;

type Wanted = { count: number; firstDay: LocalDate; days: number; seed?: number };

/**
 * Seizures drawn with replacement from the real records of the demonstration: each whole (route, goods and
 * transport stay together; a few with an origin of another), its day moved into one operation, its position by an error, its quantity by a factor. They
 * are resampled and no figure of theirs is one of the world.
 */
export function* resampledFacts({ count, firstDay, days, seed = 42 }: Wanted): Generator<SeizureFact> {
  const drawn = chance(seed);
  const sources = realFacts();
  for (let at = 0; at < count; at++) {
    const day = addDays(firstDay, drawn.between(0, days - 1));
    yield moved(drawn.percent(OTHER_ORIGIN_PERCENT) ? mixed(drawn, sources) : drawn.pick(sources), { at, day, drawn });
  }
}

function mixed(drawn: Chance, sources: readonly SeizureFact[]): SeizureFact {
  const [fact, other] = [drawn.pick(sources), drawn.pick(sources)];
  const rest = fact.route.filter(({ role }) => role !== "origin");
  return { ...fact, route: [...other.route.filter(({ role }) => role === "origin"), ...rest] };
}

/** The real records as facts, on their own days. */
function realFacts(): SeizureFact[] {
  const all = (day: LocalDate) => (isLocalDate(day) ? null : "no day");
  const records = [readAirSeizures(all), readLemisSeizures(all)].flatMap((reading) => reading.records);
  const judging = judgingOfFiles();
  return records.map(({ input, country }) => factOf(input, country, judging));
}

function judgingOfFiles(): Judging {
  const places = new Map<string, KnownPlace>();
  for (const { id, country, kind, geo_precision, lat, lon } of gazetteer().byId.values())
    places.set(id, { id, country, kind, geoPrecision: geo_precision, lat, lon });
  return { places, listings: new Map(), measures: referenceMeasures() };
}

const RULES = { zone: "UTC", startsOn: "1990-01-01", endsOn: "2040-01-01", lateLimitHours: 72 };

function factOf(input: SeizureInput, country: string, judging: Judging): SeizureFact {
  const at = new Date(`${input.occurredOn}T12:00:00Z`);
  const { fact, items, nodes, codes } = factsOf(input, judging, RULES, { clearedAt: at, releasedAt: at });
  const listed = (list: string) => codes.flatMap((entry) => (entry.list === list ? entry.code : []));
  return SeizureFact.parse({
    ...fact,
    id: input.id,
    revision: 1,
    messageNo: "",
    agencyId: input.id,
    reporter: country,
    state: "submitted",
    releasedAt: at.toISOString(),
    place: placeOf(fact),
    items,
    route: nodes.map((node) => ({ ...node, place: placeOf(node) })),
    detections: listed("detection"),
    controlReasons: listed("control_reason"),
    concealmentPlaces: listed("concealment_place"),
    concealmentMethods: listed("concealment_method"),
    offences: listed("offence"),
    joint: null,
  });
}

type Placed = {
  country: string;
  placeId?: string | null;
  lat?: number | null;
  lon?: number | null;
  geoPrecision: string;
};

function placeOf({ country, placeId = null, lat = null, lon = null, geoPrecision }: Placed): FactPlace {
  return { country, placeId, lat, lon, precision: geoPrecision };
}

type Moving = { at: number; day: LocalDate; drawn: Chance };

function moved(fact: SeizureFact, { at, day, drawn }: Moving): SeizureFact {
  const confirmed = drawn.percent(CONFIRMED_PERCENT);
  return {
    ...fact,
    id: idOf(at),
    messageNo: `R-${fact.reporter}-${String(at).padStart(7, "0")}`,
    state: confirmed ? "verified" : "submitted",
    occurredOn: day,
    operationalDay: day,
    releasedAt: `${day}T${String(drawn.between(0, 23)).padStart(2, "0")}:${String(drawn.between(0, 59)).padStart(2, "0")}:00.000Z`,
    place: nearby(fact.place, drawn),
    items: fact.items.map((item) => {
      const factor = drawn.amount(1, SPREAD).toFixed(6);
      const times = (amount: string | null) => (amount === null ? null : multiplyDecimal(amount, factor));
      return { ...item, quantity: times(item.quantity), normalised: times(item.normalised) };
    }),
  };
}

/** What lies at a port lies there; another position is moved, and is then no place of the gazetteer any more. */
function nearby(place: FactPlace, drawn: Chance): FactPlace {
  if (place.lat === null || place.lon === null) return place;
  const error = () => DEGREES * Math.log(drawn.amount(1, Math.E));
  const at = { lat: round(place.lat + error()), lon: round(place.lon + error()) };
  return { ...place, ...at, placeId: null, precision: "exact" };
}

const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

function idOf(at: number): string {
  return `0190f000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`;
}
