import { corridorKeyOf, endKeyOf } from "../corridor-key.ts";
import type { FactPlace, SeizureFact } from "../fact.ts";
import { passedBy } from "../fact-filter.ts";
import { flowOf, flowText } from "../flow.ts";
import { placeMarkKey } from "../place-mark.ts";
import { knownEndsOf, legsOf } from "../route.ts";
import { Dictionary } from "./dictionary.ts";
import { RaggedNumbers } from "./ragged-numbers.ts";

/** Lists of numbers by row, to read. */
export type Lists = Pick<RaggedNumbers, "start" | "count" | "values">;

/** Where cases were made and how the goods travelled, one entry per fact. */
export type RouteColumns = {
  /** Number of the mark it is drawn under; `places` has a place for each. */
  place: Uint32Array;
  /** NaN where no more than the country is known. */
  lat: Float64Array;
  lon: Float64Array;
  /** `START_KNOWN`, `END_KNOWN`, both or neither. */
  ends: Uint8Array;
  /** Number of its flow, as `flowText` writes it. */
  flow: Uint32Array;
  /** Corridors that the case passed, each once, by country and by place; and what it passed through. */
  corridors: Lists;
  placeCorridors: Lists;
  passed: Lists;
  names: Record<"place" | "corridor" | "placeCorridor" | "end" | "passed" | "flow", Dictionary>;
  /** The first place that was met under each mark, and at each end. */
  places: readonly FactPlace[];
  endPlaces: readonly FactPlace[];
  /** The two ends of each corridor by place. */
  placeCorridorEnds: readonly (readonly [from: number, to: number])[];
};

export const START_KNOWN = 1;
export const END_KNOWN = 2;

export class RouteTable implements RouteColumns {
  place = new Uint32Array(64);
  lat = new Float64Array(64);
  lon = new Float64Array(64);
  ends = new Uint8Array(64);
  flow = new Uint32Array(64);
  readonly corridors = new RaggedNumbers();
  readonly placeCorridors = new RaggedNumbers();
  readonly passed = new RaggedNumbers();
  readonly names = {
    place: new Dictionary(),
    corridor: new Dictionary(),
    placeCorridor: new Dictionary(),
    end: new Dictionary(),
    passed: new Dictionary(),
    flow: new Dictionary(),
  };
  readonly places: FactPlace[] = [];
  readonly endPlaces: FactPlace[] = [];
  readonly placeCorridorEnds: (readonly [number, number])[] = [];

  /** Writes the route of a row; `rows` is how many rows the table has. */
  put(row: number, fact: Pick<SeizureFact, "place" | "route">, rows: number) {
    if (row >= this.place.length) this.#grow(Math.max(row + 1, this.place.length * 2));
    const { place } = fact;
    const located = place.lat !== null && place.lon !== null && place.precision !== "country";
    this.lat[row] = located ? (place.lat ?? Number.NaN) : Number.NaN;
    this.lon[row] = located ? (place.lon ?? Number.NaN) : Number.NaN;
    this.place[row] = numbered(this.names.place, this.places, placeMarkKey(place), place);
    const { start, end } = knownEndsOf(fact);
    this.ends[row] = (start ? START_KNOWN : 0) + (end ? END_KNOWN : 0);
    this.flow[row] = this.names.flow.number(flowText(flowOf(fact)));
    this.passed.put(
      row,
      passedBy(fact).map((name) => this.names.passed.number(name)),
      rows,
    );
    this.#putLegs(row, fact, rows);
  }

  remove(row: number, last: number) {
    for (const column of [this.place, this.lat, this.lon, this.ends, this.flow]) column[row] = column[last] ?? 0;
    for (const lists of [this.corridors, this.placeCorridors, this.passed]) lists.remove(row, last);
  }

  #putLegs(row: number, fact: Pick<SeizureFact, "place" | "route">, rows: number) {
    const byCountry: number[] = [];
    const byPlace: number[] = [];
    for (const leg of legsOf(fact)) {
      const wide = corridorKeyOf(leg, "country");
      if (wide !== null) addOnce(byCountry, this.names.corridor.number(wide));
      const near = corridorKeyOf(leg, "place");
      if (near !== null) addOnce(byPlace, this.#placeCorridor(near, leg.from, leg.to));
    }
    this.corridors.put(row, byCountry, rows);
    this.placeCorridors.put(row, byPlace, rows);
  }

  #placeCorridor(key: string, from: FactPlace, to: FactPlace): number {
    const number = this.names.placeCorridor.number(key);
    this.placeCorridorEnds[number] ??= [this.#end(from), this.#end(to)];
    return number;
  }

  #end(place: FactPlace): number {
    return numbered(this.names.end, this.endPlaces, endKeyOf(place, "place"), place);
  }

  #grow(rows: number) {
    const { place, lat, lon, ends, flow } = this;
    this.place = new Uint32Array(rows);
    this.lat = new Float64Array(rows);
    this.lon = new Float64Array(rows);
    this.ends = new Uint8Array(rows);
    this.place.set(place);
    this.lat.set(lat);
    this.lon.set(lon);
    this.ends.set(ends);
    this.flow = new Uint32Array(rows);
    this.flow.set(flow);
  }
}

/** The number of a key; the first place that is met with it stays with it. */
function numbered(names: Dictionary, places: FactPlace[], key: string, place: FactPlace): number {
  const number = names.number(key);
  places[number] ??= place;
  return number;
}

function addOnce(numbers: number[], number: number) {
  if (!numbers.includes(number)) numbers.push(number);
}
