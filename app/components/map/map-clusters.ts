import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { SlotCounts } from "#app/domain/figures/tally-of-numbers.ts";
import { type LonLat, mercatorOf } from "#app/domain/great-circle.ts";
import type { Precision } from "#app/domain/place-mark.ts";
import type { MapPlace } from "./map-places.ts";

/** Places drawn as one mark at a zoom. It stands at the busiest of them, so that it never floats between places. */
export type Cluster = {
  key: string;
  at: LonLat;
  places: MapPlace[];
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  confirmedSlots: SlotCounts;
  /** Of all its places; null where they differ. */
  precision: Precision | null;
  /** In pixels. */
  radius: number;
};

type Placed = Cluster & { x: number; y: number };

/** The world's width in pixels at zoom 0. */
export const WORLD = 512;
/** Between two marks. */
const GAP = 3;
const MOST_RADIUS = 30;
const SINGLE_RADIUS = 8;
/** So far can two marks touch each other at all. */
const CELL = 2 * MOST_RADIUS + GAP;
const ROUNDS = 4;
/** Nearer than this, two places are one mark however few cases they have. */
const SAME = 4;

export function radiusOf(cases: number): number {
  return cases === 1 ? SINGLE_RADIUS : Math.min(MOST_RADIUS, 8.5 + 1.75 * Math.sqrt(cases));
}

/** Marks keep still within half a zoom; the lower end of it is where they stand closest. */
export function clusterZoom(zoom: number): number {
  return Math.floor(zoom * 2) / 2;
}

/** The marks of a zoom: places too near to each other become one, the busier one takes the other in. */
export function clustersAt(places: readonly MapPlace[], zoom: number): Cluster[] {
  let clusters = inCells(places, WORLD * 2 ** zoom);
  for (let round = 0; round < ROUNDS; round++) {
    const before = clusters.length;
    clusters = mergeNear(clusters.sort(busierFirst));
    if (clusters.length === before) break;
  }
  return clusters;
}

/** What lies within a few pixels is one mark in any case, and is put together cheaply. */
function inCells(places: readonly MapPlace[], scale: number): Placed[] {
  const cells = new Map<number, Placed>();
  for (const place of places) {
    const [x, y] = mercatorOf(place.at);
    const cell = Math.floor((x * scale) / SAME) * 4_194_304 + Math.floor((y * scale) / SAME);
    const cluster = cells.get(cell);
    if (cluster) addPlace(cluster, place, x * scale, y * scale);
    else cells.set(cell, single(place, x * scale, y * scale));
  }
  return [...cells.values()];
}

/** Shares the counts of its place until another joins. */
function single(place: MapPlace, x: number, y: number): Placed {
  const { key, at, cases, confirmed, slots, confirmedSlots, precision } = place;
  return {
    key,
    at,
    places: [place],
    cases,
    confirmed,
    slots,
    confirmedSlots,
    precision,
    radius: radiusOf(cases),
    x,
    y,
  };
}

function addPlace(cluster: Placed, place: MapPlace, x: number, y: number): void {
  const [busiest] = cluster.places;
  takeIn(cluster, single(place, x, y));
  if (!busiest || busierFirst(busiest, place) <= 0) return;
  // The new place is the busier one: the mark stands there, and it comes first.
  cluster.places[cluster.places.length - 1] = busiest;
  cluster.places[0] = place;
  Object.assign(cluster, { key: place.key, at: place.at, x, y });
}

function busierFirst(left: Pick<Cluster, "cases" | "key">, right: Pick<Cluster, "cases" | "key">): number {
  return right.cases - left.cases || (left.key < right.key ? -1 : 1);
}

function mergeNear(sorted: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  const grid = new Map<number, Placed[]>();
  for (const cluster of sorted) {
    const near = nearest(grid, cluster);
    if (near) takeIn(near, cluster);
    else {
      kept.push(cluster);
      put(grid, cellOf(cluster.x, cluster.y), cluster);
    }
  }
  return kept;
}

function nearest(grid: Map<number, Placed[]>, { x, y, radius }: Placed): Placed | null {
  let found: Placed | null = null;
  let closest = Number.POSITIVE_INFINITY;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const other of grid.get(cellOf(x + dx * CELL, y + dy * CELL)) ?? []) {
        const away = Math.hypot(other.x - x, other.y - y);
        if (away < Math.min(closest, other.radius + radius + GAP)) [found, closest] = [other, away];
      }
    }
  }
  return found;
}

function put<T>(grid: Map<number, T[]>, cell: number, entry: T): void {
  const entries = grid.get(cell);
  if (entries) entries.push(entry);
  else grid.set(cell, [entry]);
}

function cellOf(x: number, y: number): number {
  return Math.floor(x / CELL) * 1_000_003 + Math.floor(y / CELL);
}

function takeIn(cluster: Placed, other: Placed): void {
  if (cluster.places.length === 1) {
    cluster.slots = { ...cluster.slots };
    cluster.confirmedSlots = { ...cluster.confirmedSlots };
  }
  cluster.places.push(...other.places);
  cluster.cases += other.cases;
  cluster.confirmed += other.confirmed;
  for (const slot of SLOTS) {
    cluster.slots[slot] += other.slots[slot];
    cluster.confirmedSlots[slot] += other.confirmedSlots[slot];
  }
  if (cluster.precision !== other.precision) cluster.precision = null;
  cluster.radius = radiusOf(cluster.cases);
}

/** The mark that a place lies under at this zoom, if any: lines end at its rim. */
export function clusterFinder(clusters: readonly Cluster[], zoom: number): (at: LonLat) => Cluster | null {
  const scale = WORLD * 2 ** zoom;
  const grid = new Map<number, { cluster: Cluster; x: number; y: number }[]>();
  for (const cluster of clusters) {
    const [x, y] = mercatorOf(cluster.at).map((part) => part * scale) as [number, number];
    put(grid, cellOf(x, y), { cluster, x, y });
  }
  return (at) => {
    const [x, y] = mercatorOf(at).map((part) => part * scale) as [number, number];
    let found: Cluster | null = null;
    let closest = Number.POSITIVE_INFINITY;
    for (let step = 0; step < 9; step++) {
      const cell = cellOf(x + ((step % 3) - 1) * CELL, y + (Math.floor(step / 3) - 1) * CELL);
      for (const entry of grid.get(cell) ?? []) {
        const away = Math.hypot(entry.x - x, entry.y - y);
        if (away <= entry.cluster.radius + GAP && away < closest) [found, closest] = [entry.cluster, away];
      }
    }
    return found;
  };
}
