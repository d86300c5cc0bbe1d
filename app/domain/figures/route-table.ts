import { BETWEEN } from "../corridor-key.ts";
import type { FactPlace } from "../fact.ts";
import { flowOf, flowText } from "../flow.ts";
import { placeMarkKey } from "../place-mark.ts";
import { knownEndsOf, type LegKind, legsOf } from "../route.ts";
import { type Dictionary, type PackedNames, packNames, unpackNames } from "./dictionary.ts";
import { type PackedPlaces, packPlaces, unpackPlaces } from "./packed-places.ts";
import { PlaceCorridors } from "./place-corridors.ts";
import type { Placed, PlacedRoute } from "./placed.ts";
import { type PackedNumbers, RaggedNumbers } from "./ragged-numbers.ts";

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
  /** Number of the flow that it is told as. */
  flow: Uint32Array;
  /** Corridors that the case passed, each once, by country and by place; and what it passed through. */
  corridors: Lists;
  placeCorridors: Lists;
  passed: Lists;
  names: Record<DictionaryOf, Dictionary> & { placeCorridor: PlaceCorridors };
  /** The first place that was met under each mark, and at each end. */
  places: readonly FactPlace[];
  endPlaces: readonly FactPlace[];
};
type DictionaryOf = "place" | "corridor" | "end" | "passed" | "flow";

export const START_KNOWN = 1;
export const END_KNOWN = 2;

/** As it goes from one thread to another. */
export type PackedRoutes = {
  columns: Pick<RouteColumns, "place" | "lat" | "lon" | "ends" | "flow">;
  places: PackedPlaces;
  endPlaces: PackedPlaces;
  placeCorridor: Float64Array;
  lists: Record<"corridors" | "placeCorridors" | "passed", PackedNumbers>;
  names: PackedNames<DictionaryOf>;
};

/** What the countries of a route decide, and which of its stops each leg joins: 0 is the discovery, 1 the first of its way. */
type Shape = { ends: number; flow: number; corridors: number[]; legs: { from: number; to: number; kind: LegKind }[] };

export class RouteTable implements RouteColumns {
  place = new Uint32Array(64);
  lat = new Float64Array(64);
  lon = new Float64Array(64);
  ends = new Uint8Array(64);
  flow = new Uint32Array(64);
  readonly corridors: RaggedNumbers;
  readonly placeCorridors: RaggedNumbers;
  readonly passed: RaggedNumbers;
  readonly names: RouteColumns["names"];
  readonly places: FactPlace[];
  readonly endPlaces: FactPlace[];
  readonly #shapes = new Map<string, Shape>();

  /** Empty, or with what another one was. */
  constructor({ columns, lists, names, ...packed }: Partial<PackedRoutes> = {}) {
    Object.assign(this, columns);
    this.places = unpackPlaces(packed.places);
    this.endPlaces = unpackPlaces(packed.endPlaces);
    this.corridors = new RaggedNumbers(lists?.corridors);
    this.placeCorridors = new RaggedNumbers(lists?.placeCorridors);
    this.passed = new RaggedNumbers(lists?.passed);
    const end = unpackNames(names?.end);
    this.names = {
      place: unpackNames(names?.place),
      corridor: unpackNames(names?.corridor),
      placeCorridor: new PlaceCorridors(end, packed.placeCorridor),
      end,
      passed: unpackNames(names?.passed),
      flow: unpackNames(names?.flow),
    };
  }

  packed(): PackedRoutes {
    const { place, lat, lon, ends, flow, places, endPlaces } = this;
    const { placeCorridor, ...names } = this.names;
    const { corridors, placeCorridors, passed } = this;
    return {
      columns: { place, lat, lon, ends, flow },
      places: packPlaces(places),
      endPlaces: packPlaces(endPlaces),
      placeCorridor: placeCorridor.packed(),
      lists: { corridors: corridors.packed(), placeCorridors: placeCorridors.packed(), passed: passed.packed() },
      names: packNames<DictionaryOf>(names),
    };
  }

  /** Writes the route of a row; `rows` is how many rows the table has. */
  put(row: number, routed: PlacedRoute, rows: number) {
    if (row >= this.place.length) this.#grow(Math.max(row + 1, this.place.length * 2));
    const place = routed.place.of;
    const located = place.lat !== null && place.lon !== null && place.precision !== "country";
    this.lat[row] = located ? (place.lat ?? Number.NaN) : Number.NaN;
    this.lon[row] = located ? (place.lon ?? Number.NaN) : Number.NaN;
    this.place[row] = this.#mark(routed.place);
    const shape = this.#shapeOf(routed);
    this.ends[row] = shape.ends;
    this.flow[row] = shape.flow;
    this.corridors.put(row, shape.corridors, rows);
    const passed: number[] = [];
    this.#addPassed(passed, routed.place);
    for (const node of routed.route) this.#addPassed(passed, node.place);
    this.passed.put(row, passed, rows);
    this.placeCorridors.put(row, this.#placeCorridorsOf(shape, routed), rows);
  }

  remove(row: number, last: number) {
    for (const column of [this.place, this.lat, this.lon, this.ends, this.flow]) column[row] = column[last] ?? 0;
    for (const lists of [this.corridors, this.placeCorridors, this.passed]) lists.remove(row, last);
  }

  #addPassed(passed: number[], place: Placed) {
    for (const number of place.passed(this.names.passed)) addOnce(passed, number);
  }

  /** Thousands of routes are few by their countries: what those alone decide is found once for each. */
  #shapeOf(routed: PlacedRoute): Shape {
    let key = routed.place.country;
    for (const { role, place } of routed.route) key += role + place.country;
    const known = this.#shapes.get(key);
    if (known) return known;
    const shape = this.#newShape(routed);
    this.#shapes.set(key, shape);
    return shape;
  }

  #newShape(routed: PlacedRoute): Shape {
    const stop = (place: Placed, at: number) => ({ country: place.country, at });
    const route = routed.route.map(({ role, place }, at) => ({ role, place: stop(place, at + 1) }));
    const stops = { place: stop(routed.place, 0), route };
    const { start, end } = knownEndsOf(stops);
    const legs = legsOf(stops).map(({ from, to, kind }) => ({ from: from.at, to: to.at, kind }));
    const corridors: number[] = [];
    for (const { from, to, kind } of legsOf(stops))
      if (from.country !== to.country)
        addOnce(corridors, this.names.corridor.number(from.country + BETWEEN[kind] + to.country));
    return {
      ends: (start ? START_KNOWN : 0) + (end ? END_KNOWN : 0),
      flow: this.names.flow.number(flowText(flowOf(stops))),
      corridors,
      legs,
    };
  }

  #placeCorridorsOf({ legs }: Shape, { place, route }: PlacedRoute): number[] {
    const found: number[] = [];
    for (const { from, to, kind } of legs) {
      const [start, end] = [from === 0 ? place : route[from - 1]?.place, to === 0 ? place : route[to - 1]?.place];
      if (start && end && start.end !== end.end)
        addOnce(found, this.names.placeCorridor.number(this.#end(start), this.#end(end), kind));
    }
    return found;
  }

  #mark(place: Placed): number {
    if (place.mark < 0) place.mark = numbered(this.names.place, this.places, placeMarkKey(place.of), place.of);
    return place.mark;
  }

  #end(place: Placed): number {
    if (place.endNumber < 0) place.endNumber = numbered(this.names.end, this.endPlaces, place.end, place.of);
    return place.endNumber;
  }

  #grow(rows: number) {
    const { place, lat, lon, ends, flow } = this;
    this.place = new Uint32Array(rows);
    this.lat = new Float64Array(rows);
    this.lon = new Float64Array(rows);
    this.ends = new Uint8Array(rows);
    this.flow = new Uint32Array(rows);
    this.place.set(place);
    this.lat.set(lat);
    this.lon.set(lon);
    this.ends.set(ends);
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
