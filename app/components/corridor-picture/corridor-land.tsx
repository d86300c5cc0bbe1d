import { useEffect, useMemo, useState } from "react";
import { z } from "zod";
import type { LonLat } from "#app/domain/great-circle.ts";
import type { Place } from "./corridor-drawing.ts";
import { landPath } from "./land-path.ts";

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
  const path = useMemo(() => landPath(rings, place, scale), [rings, place, scale]);
  return <path d={path} className="corridor-land" />;
}
