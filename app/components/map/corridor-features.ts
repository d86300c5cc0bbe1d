import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { CorridorEnd } from "#app/domain/corridor.ts";
import { bowed, greatCircle, type LonLat } from "#app/domain/great-circle.ts";
import type { LookedCorridor } from "./corridor-look.ts";
import { anchorOf } from "./map-anchors.ts";
import { type Cluster, WORLD } from "./map-clusters.ts";
import { dashed, lengthOf, type Pixel, toLonLats, toPixels, withoutEnd, withoutStart } from "./pixel-path.ts";

/** So many of the busiest are drawn by their width; the others are the ground they stand on. */
export const EMPHASISED = 14;
/** More lines than this say nothing on one screen; the rest is in the table, and the key says how many. */
export const MOST_DRAWN = 400;

export const REST_WIDTH = 0.9;
const MOST_WIDTH = 9;
const MOST_INTENDED = 3.6;
/** Opacity at the start and at the end of a line: direction is seen in a still picture. */
export const FADE = { main: [0.18, 0.95], rest: [0.06, 0.34] } as const;
/** The drawn head is so long at size 1. */
export const HEAD_LENGTH = 20;
/** Where the tail of the head is cut in, as a share of its length: there the line ends. */
const HEAD_NOTCH = 0.72;
const STEPS = 24;
const BOW_SHARE = 0.12;
const BOW_PIXELS = 46;
/** Around an end that is no more than a country, and around a place without a mark. */
const RING_RADIUS = 8;
const PLACE_RADIUS = 3;

export type LineProperties = { key: string; width: number; rest: boolean; intended: boolean };
export type DashProperties = { key: string; width: number; opacity: number; rest: boolean };
export type HeadProperties = { key: string; bearing: number; size: number; opacity: number };

export type CorridorFeatures = {
  lines: FeatureCollection<LineString, LineProperties>;
  dashes: FeatureCollection<LineString, DashProperties>;
  heads: FeatureCollection<Point, HeadProperties>;
  /** Ends known only as a country, drawn as dotted rings. */
  rings: FeatureCollection<Point, { country: string }>;
  /** Corridors that exist and are not drawn, because there are too many. */
  undrawn: number;
};

type View = { zoom: number; clusterAt: (at: LonLat) => Cluster | null };

/** 1.1 px for one case, more with the root of their number, at most 9; intended legs are thinner. */
export function corridorWidth(cases: number, intended = false): number {
  const width = Math.min(MOST_WIDTH, 1.1 + 1.78 * Math.sqrt(cases - 1));
  return intended ? Math.min(MOST_INTENDED, 0.8 * width) : width;
}

/** The same span of widths for quantities: the most of them is the widest line, and areas, not lengths, are compared. */
export function quantityWidth(amount: number, most: number, intended = false): number {
  const width = 1.1 + (MOST_WIDTH - 1.1) * Math.sqrt(most > 0 ? Math.min(1, amount / most) : 0);
  return intended ? Math.min(MOST_INTENDED, 0.8 * width) : width;
}

/** What is drawn of corridors at a zoom. They come busiest first; the busiest are drawn last, over the others. */
export function corridorFeatures(corridors: readonly LookedCorridor[], view: View): CorridorFeatures {
  const shown = corridors.slice(0, MOST_DRAWN).flatMap((corridor) => drawCorridor(corridor, view));
  const most = Number(corridors[0]?.quantity?.amount ?? 0);
  const drawn = shown
    .map((corridor, index) => featuresOf(corridor, { rest: index >= EMPHASISED, zoom: view.zoom, most }))
    .reverse();
  const rings = new Map(shown.flatMap(({ ends }) => ends.flatMap((end) => (end.ring ? [[end.country, end.at]] : []))));
  return {
    lines: collection(drawn.map(({ line }) => line)),
    dashes: collection(drawn.flatMap(({ dashes }) => dashes)),
    heads: collection(drawn.map(({ head }) => head)),
    rings: collection([...rings].map(([country, at]) => point(at, { country }))),
    undrawn: Math.max(0, corridors.length - MOST_DRAWN),
  };
}

type End = { country: string; at: LonLat; radius: number; ring: boolean };
type Drawn = { corridor: LookedCorridor; ends: [End, End]; path: Pixel[] };

/** Empty where an end has no place on the map, or where both lie under one mark or so near that no line fits. */
function drawCorridor(corridor: LookedCorridor, { zoom, clusterAt }: View): Drawn[] {
  const [from, to] = [endOf(corridor.from, clusterAt), endOf(corridor.to, clusterAt)];
  if (!from || !to) return [];
  const line = greatCircle(from.at, to.at, STEPS);
  const bow = { share: BOW_SHARE, most: BOW_PIXELS / (WORLD * 2 ** zoom) };
  const path = withoutEnd(withoutStart(toPixels(bowed(line, bow), zoom), from.radius), to.radius);
  return lengthOf(path) < 12 ? [] : [{ corridor, ends: [from, to], path }];
}

function endOf(end: CorridorEnd, clusterAt: View["clusterAt"]): End | null {
  const { country } = end;
  const at = end.at ?? anchorOf(country);
  if (!at) return null;
  const cluster = clusterAt(at);
  if (cluster) return { country, at: cluster.at, radius: cluster.radius + 1, ring: false };
  return end.at ? { country, at, radius: PLACE_RADIUS, ring: false } : { country, at, radius: RING_RADIUS, ring: true };
}

function featuresOf({ corridor, path }: Drawn, { rest, zoom, most }: { rest: boolean; zoom: number; most: number }) {
  const { key, kind } = corridor;
  const intended = kind === "intended";
  const width = rest ? REST_WIDTH : widthOf(corridor, most);
  const length = 5 + 1.5 * width;
  const body = withoutEnd(path, length * HEAD_NOTCH);
  const line = body.length > 1 ? body : path;
  const properties = { key, width, rest, intended };
  return {
    line: feature(toLonLats(line, zoom), properties),
    dashes: intended ? dashesOf(line, properties, zoom) : [],
    head: headOf(path, { key, size: length / HEAD_LENGTH, opacity: rest ? 0.5 : FADE.main[1] }, zoom),
  };
}

function widthOf({ cases, kind, quantity }: LookedCorridor, most: number): number {
  const intended = kind === "intended";
  return quantity ? quantityWidth(Number(quantity.amount), most, intended) : corridorWidth(cases, intended);
}

/**
 * Dashes as shapes of their own, so that a busy intended line fades in like the others do. The quiet ones are one shape
 * each, which the map dashes by itself.
 */
function dashesOf(
  path: Pixel[],
  { key, width, rest }: LineProperties,
  zoom: number,
): Feature<LineString, DashProperties>[] {
  if (rest) return [feature(toLonLats(path, zoom), { key, width, rest, opacity: (FADE.rest[0] + FADE.rest[1]) / 2 })];
  const [least, most] = FADE.main;
  return dashed(path, 1.2 * width + 3, width + 3).flatMap(({ path: dash, along }) =>
    dash.length > 1
      ? [feature(toLonLats(dash, zoom), { key, width, rest, opacity: least + (most - least) * along })]
      : [],
  );
}

/** The head ends where the path ends and looks along its last few pixels. */
function headOf(
  path: Pixel[],
  properties: Omit<HeadProperties, "bearing">,
  zoom: number,
): Feature<Point, HeadProperties> {
  const tip = path.at(-1) ?? [0, 0];
  const tail = withoutEnd(path, properties.size * HEAD_LENGTH).at(-1) ?? path[0] ?? tip;
  const bearing = (Math.atan2(tip[0] - tail[0], tail[1] - tip[1]) * 180) / Math.PI;
  const [at = [0, 0]] = toLonLats([tip], zoom);
  return point(at, { ...properties, bearing: Number(bearing.toFixed(1)) });
}

function feature<P>(coordinates: [number, number][], properties: P): Feature<LineString, P> {
  return { type: "Feature", properties, geometry: { type: "LineString", coordinates } };
}

function point<P>([lon, lat]: readonly [number, number], properties: P): Feature<Point, P> {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } };
}

function collection<G extends LineString | Point, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: "FeatureCollection", features };
}
