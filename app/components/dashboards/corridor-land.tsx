import { useMemo } from "react";
import type { LonLat } from "#app/domain/great-circle.ts";
import outlines from "#seeds/basemap/country-outlines.json";
import { HEIGHT, type Place, WIDTH } from "./corridor-drawing.ts";

const COUNTRIES: Record<string, number[][]> = outlines.countries;

/** Land under the corridors, without a border: the picture takes no side in where one runs. */
export default function CorridorLand({ place, scale }: { place: Place; scale: number }) {
  const path = useMemo(() => landPath(place, scale), [place, scale]);
  return <path d={path} className="corridor-land" />;
}

function landPath(place: Place, scale: number): string {
  return Object.values(COUNTRIES)
    .flat()
    .map((ring) => ringPath(ring, place, scale))
    .join("");
}

/** A ring that lies in the picture; each point on the turn of the world on which the ring begins. */
function ringPath(ring: readonly number[], place: Place, scale: number): string {
  const points: string[] = [];
  let before: readonly [number, number] | null = null;
  let [seen, turn] = [false, 0];
  for (let at = 0; at < ring.length; at += 2) {
    const position: LonLat = [ring[at] ?? 0, ring[at + 1] ?? 0];
    const [x, y] = place(position);
    if (before) turn -= Math.round((x + turn - before[0]) / scale) * scale;
    before = [x + turn, y];
    seen ||= before[0] > 0 && before[0] < WIDTH && y > 0 && y < HEIGHT;
    points.push(`${before[0].toFixed(1)} ${y.toFixed(1)}`);
  }
  return seen && points.length > 2 ? `M${points.join("L")}Z` : "";
}
