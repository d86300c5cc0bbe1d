import { useEffect, useMemo, useState } from "react";
import { z } from "zod";
import type { LonLat } from "#app/domain/great-circle.ts";
import { HEIGHT, type Place, WIDTH } from "./corridor-drawing.ts";

const Ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number()));
const Countries = z.object({
  features: z.array(
    z.object({
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring) }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});
type Rings = readonly (readonly LonLat[])[];

/** Read once, however many pictures a page has: the file is that of the map. */
let reading: Promise<Rings> | null = null;

function readLand(): Promise<Rings> {
  reading ??= fetch("/basemap/countries.json")
    .then((answer) => answer.json())
    .then((told) => Countries.parse(told).features.flatMap(({ geometry }) => ringsOf(geometry)))
    .catch(() => {
      // Without a line the corridors stand alone, and the next picture asks again.
      reading = null;
      return [];
    });
  return reading;
}

function ringsOf(geometry: z.infer<typeof Countries>["features"][number]["geometry"]): Rings {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) => ring.map(([lon, lat]): LonLat => [lon, lat]));
}

/** Land under the corridors, without a border: the picture takes no side in where one runs. */
export default function CorridorLand({ place, scale }: { place: Place; scale: number }) {
  const [rings, setRings] = useState<Rings>([]);
  useEffect(() => {
    let left = false;
    readLand().then((read) => left || setRings(read));
    return () => {
      left = true;
    };
  }, []);
  const path = useMemo(() => rings.map((ring) => ringPath(ring, place, scale)).join(""), [rings, place, scale]);
  return <path d={path} className="corridor-land" />;
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
