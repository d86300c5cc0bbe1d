import { precisionOf } from "#app/domain/place-mark.ts";
import type { Bounds } from "./map-bounds.ts";
import { WORLD } from "./map-clusters.ts";
import type { MapPlace, MapPlaces } from "./map-places.ts";

/** Up to so many places in view are drawn each by itself; beyond, the cells that they lie in. */
export const FEW = 5_000;
/** Width of a cell in pixels: less than two marks need that do not touch, so that cells are never seen as a grid. */
const CELL = 12;

/** What is drawn at a zoom: places, or counted cells where very many are in view. `frame` may run beyond 180°. */
export function placesInView(places: MapPlaces, zoom: number, frame: Bounds | null): readonly MapPlace[] {
  if (places.numbers.length <= FEW) return places.all();
  const inView = frame ? places.numbers.filter((number) => isWithin(places, number, frame)) : places.numbers;
  return inView.length <= FEW ? inView.map((number) => places.place(number)) : cellsOf(places, inView, zoom);
}

function isWithin({ geometry }: MapPlaces, number: number, { west, south, east, north }: Bounds): boolean {
  const [lon, lat] = geometry.at[number] ?? [Number.NaN, Number.NaN];
  return lon + 360 * Math.ceil((west - lon) / 360) <= east && lat >= south && lat <= north;
}

/** Each cell stands at its busiest place and is known no better than all of its places are. */
function cellsOf(places: MapPlaces, numbers: readonly number[], zoom: number): MapPlace[] {
  const { geometry, tally } = places;
  const scale = (WORLD * 2 ** zoom) / CELL;
  const cells = new Map<number, number[]>();
  for (const number of numbers) {
    const [x, y] = [geometry.x[number] ?? 0, geometry.y[number] ?? 0];
    const cell = Math.floor(x * scale) * 4_194_304 + Math.floor(y * scale);
    const members = cells.get(cell);
    if (members) members.push(number);
    else cells.set(cell, [number]);
  }
  return Array.from(cells.values(), (members) => {
    const lead = members.reduce((best, one) => ((tally.cases[one] ?? 0) > (tally.cases[best] ?? 0) ? one : best));
    return together(places, lead, members);
  });
}

function together(places: MapPlaces, lead: number, members: readonly number[]): MapPlace {
  const cell = places.place(lead);
  if (members.length === 1) return cell;
  const { tally, routes } = places;
  const keys = members.map((number) => routes.names.place.name(number));
  for (const number of members) {
    if (number === lead) continue;
    cell.cases += tally.cases[number] ?? 0;
    cell.confirmed += tally.confirmed[number] ?? 0;
    tally.addKinds(number, cell);
    const place = routes.places[number];
    if (cell.precision !== null && place && precisionOf(place) !== cell.precision) cell.precision = null;
  }
  return { ...cell, keys };
}
