import { type Slot, slotOf } from "#app/domain/commodity-groups.ts";
import { busiest } from "#app/domain/corridor.ts";
import type { FactPlace } from "#app/domain/fact.ts";
import type { FactColumns } from "#app/domain/figures/columns.ts";
import type { RouteColumns } from "#app/domain/figures/route-table.ts";
import type { Selection } from "#app/domain/figures/select.ts";
import { type NumberTally, type SlotCounts, slotMasks, tallyMarks } from "#app/domain/figures/tally-of-numbers.ts";
import { type LonLat, mercatorOf } from "#app/domain/great-circle.ts";
import { type Precision, precisionOf } from "#app/domain/place-mark.ts";
import { anchorOf } from "./map-anchors.ts";

/** Cases at one place and of one precision; or, where very many are in view, those of the places in one cell. */
export type MapPlace = {
  key: string;
  country: string;
  placeId: string | null;
  at: LonLat;
  /** Null where the places of a cell differ. */
  precision: Precision | null;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  confirmedSlots: SlotCounts;
  /** Keys of all places in it. */
  keys: readonly string[];
  /** The kind of goods that one of its cases names first: what a single case is drawn by. */
  lead: Slot;
};

/** A position, or the country's anchor where only the country is known; null where neither is. */
export function positionOf(place: FactPlace): LonLat | null {
  if (precisionOf(place) === "country" || place.lat === null || place.lon === null) return anchorOf(place.country);
  return [place.lon, place.lat];
}

/** Where the marks of an operation lie on the world map: from 0 to 1, NaN for those that cannot be drawn. */
export type MarkGeometry = { size: number; x: Float64Array; y: Float64Array; at: (LonLat | null)[] };

const geometries = new WeakMap<RouteColumns, MarkGeometry>();

function geometryOf(routes: RouteColumns): MarkGeometry {
  const kept = geometries.get(routes) ?? { size: 0, x: new Float64Array(64), y: new Float64Array(64), at: [] };
  geometries.set(routes, kept);
  const { size } = routes.names.place;
  if (size > kept.x.length) {
    const [x, y] = [new Float64Array(size * 2), new Float64Array(size * 2)];
    x.set(kept.x);
    y.set(kept.y);
    Object.assign(kept, { x, y });
  }
  for (let number = kept.size; number < size; number++) {
    const place = routes.places[number];
    const at = place ? positionOf(place) : null;
    kept.at[number] = at;
    [kept.x[number], kept.y[number]] = at ? mercatorOf(at) : [Number.NaN, Number.NaN];
  }
  kept.size = size;
  return kept;
}

/** All cases of a selection by place, counted in one pass; objects are made for what somebody looks at. */
export class MapPlaces {
  /** Numbers of the marks that have cases and can be drawn. */
  readonly numbers: number[];
  /** Cases that name no place which could be drawn: counted, not shown. */
  readonly undrawn: number;
  readonly tally: NumberTally;
  readonly geometry: MarkGeometry;
  readonly routes: RouteColumns;
  #all: MapPlace[] | null = null;

  readonly #facts: FactColumns;
  readonly #chosen: Uint8Array;

  constructor(facts: FactColumns, selection: Selection, masks = slotMasks(facts, selection)) {
    this.#facts = facts;
    this.#chosen = selection.chosen;
    this.routes = facts.routes;
    this.tally = tallyMarks(facts, selection, masks);
    this.geometry = geometryOf(facts.routes);
    this.numbers = [];
    let undrawn = 0;
    for (const number of busiest(this.tally.cases, Number.POSITIVE_INFINITY).numbers) {
      if (this.geometry.at[number]) this.numbers.push(number);
      else undrawn += this.tally.cases[number] ?? 0;
    }
    this.undrawn = undrawn;
  }

  all(): MapPlace[] {
    this.#all ??= this.numbers.map((number) => this.place(number));
    return this.#all;
  }

  /** The busiest, those with most cases first. */
  busiest(most: number): MapPlace[] {
    const drawn = new Uint32Array(this.tally.cases.length);
    for (const number of this.numbers) drawn[number] = this.tally.cases[number] ?? 0;
    const found = busiest(drawn, most).numbers.map((number) => this.place(number));
    return found.sort((left, right) => right.cases - left.cases || (left.key < right.key ? -1 : 1));
  }

  withKeys(keys: readonly string[]): MapPlace[] {
    const wanted = keys.map((key) => this.routes.names.place.find(key));
    return wanted.flatMap((number) => (number >= 0 && this.tally.cases[number] ? [this.place(number)] : []));
  }

  inCountry(code: string): MapPlace[] {
    const here = this.numbers.filter((number) => this.routes.places[number]?.country === code);
    return here.map((number) => this.place(number));
  }

  /** Countries in which cases are drawn. */
  countries(): string[] {
    return [...new Set(this.numbers.map((number) => this.routes.places[number]?.country ?? ""))];
  }

  points(): LonLat[] {
    return this.numbers.flatMap((number) => {
      const at = this.geometry.at[number];
      return at ? [at] : [];
    });
  }

  #lead(number: number): Slot {
    const { itemStart, itemCount, items, names } = this.#facts;
    const row = this.tally.row[number] ?? 0;
    const start = itemStart[row] ?? 0;
    const goods = items.commodity.subarray(start, start + (itemCount[row] ?? 0));
    const first = goods.find((commodity) => this.#chosen[commodity] === 1);
    return first === undefined ? "O" : slotOf(names.commodity.name(first));
  }

  place(number: number): MapPlace {
    const { tally, routes, geometry } = this;
    const place = routes.places[number];
    const at = geometry.at[number];
    if (!place || !at) throw new RangeError(`No place has the number ${number}`);
    const precision = precisionOf(place);
    const key = routes.names.place.name(number);
    return {
      key,
      country: place.country,
      placeId: precision === "country" ? null : place.placeId,
      at,
      precision,
      cases: tally.cases[number] ?? 0,
      confirmed: tally.confirmed[number] ?? 0,
      slots: tally.slots(number),
      confirmedSlots: tally.confirmedSlots(number),
      keys: [key],
      lead: this.#lead(number),
    };
  }
}
