import type { Feature, FeatureCollection, LineString } from "geojson";
import type { LineProperties } from "./corridor-features.ts";

/** So many steps of a film a corridor is lit after it was used. */
export const TRAIL_STEPS = 4;
const MOST_OPACITY = 0.6;

type Line = Feature<LineString, LineProperties>;
type Lit = { line: Line; age: number };

/** Which corridors were used in the last steps of a film, and how many cases each has had so far. */
export type Trails = { counts: ReadonlyMap<string, number>; lit: ReadonlyMap<string, Lit> };
export type TrailProperties = { key: string; width: number; opacity: number };

type Step = { corridors: Iterable<{ key: string; cases: number }>; lines: readonly Line[] };

/**
 * The next step: a corridor was used if it has more cases than in the picture before. One that has left a moving window
 * fades where it last lay. Before the first picture nothing was.
 */
export function nextTrails(before: Trails | null, { corridors, lines }: Step): Trails {
  const counts = new Map(Array.from(corridors, ({ key, cases }) => [key, cases]));
  const lit = new Map<string, Lit>();
  if (before === null) return { counts, lit };
  for (const [key, { line, age }] of before.lit) if (age + 1 < TRAIL_STEPS) lit.set(key, { line, age: age + 1 });
  for (const line of lines) {
    const { key } = line.properties;
    const used = (counts.get(key) ?? 0) > (before.counts.get(key) ?? 0);
    const age = used ? 0 : lit.get(key)?.age;
    if (age !== undefined) lit.set(key, { line, age });
  }
  return { counts, lit };
}

/** What is drawn of them, the newest last and so on top. */
export function trailFeatures({ lit }: Trails): FeatureCollection<LineString, TrailProperties> {
  const features = [...lit].map(([key, { line, age }]) => ({
    type: "Feature" as const,
    geometry: line.geometry,
    properties: { key, width: line.properties.width + 4, opacity: fadedTo(age) },
  }));
  return {
    type: "FeatureCollection",
    features: features.sort((left, right) => left.properties.opacity - right.properties.opacity),
  };
}

function fadedTo(age: number): number {
  return Number(((MOST_OPACITY * (TRAIL_STEPS - age)) / TRAIL_STEPS).toFixed(2));
}
