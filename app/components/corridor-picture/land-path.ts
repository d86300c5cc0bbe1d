import type { LonLat } from "#app/domain/great-circle.ts";
import { HEIGHT, type Place, WIDTH } from "./corridor-drawing.ts";

/** Rings of land as one path, without those that lie outside of the picture. */
export function landPath(rings: readonly (readonly LonLat[])[], place: Place, scale: number): string {
  return rings.map((ring) => ringPath(ring, place, scale)).join("");
}

/** A ring that lies in the picture; each point on the turn of the world on which the ring begins. */
function ringPath(ring: readonly LonLat[], place: Place, scale: number): string {
  const points: string[] = [];
  let before: number | null = null;
  let [seen, turn] = [false, 0];
  for (const position of ring) {
    const [x, y] = place(position);
    if (before !== null) turn -= Math.round((x + turn - before) / scale) * scale;
    before = x + turn;
    seen ||= before > 0 && before < WIDTH && y > 0 && y < HEIGHT;
    points.push(`${before.toFixed(1)} ${y.toFixed(1)}`);
  }
  return seen && points.length > 2 ? `M${points.join("L")}Z` : "";
}
