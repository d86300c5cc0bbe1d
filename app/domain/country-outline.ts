import type { LonLat } from "./great-circle.ts";

/** Coarse outlines of countries; rings are flat lists of longitude and latitude, holes among them. */
export type CountryOutlines = {
  countries: Readonly<Record<string, readonly (readonly number[])[]>>;
  disputed: readonly (readonly number[])[];
};

/** All land as rings of positions. What is disputed is land like any other. */
export function landOf({ countries, disputed }: CountryOutlines): LonLat[][] {
  return [...Object.values(countries).flat(), ...disputed].map((ring) =>
    ring.flatMap((lon, at): LonLat[] => (at % 2 === 0 ? [[lon, ring[at + 1] ?? 0]] : [])),
  );
}

const KM_PER_DEGREE = 111.32;
const TOLERANCE_KM = 25;

/**
 * Whether a place lies in a country or so near that it may. Null where nothing can be said: no outline is known, or
 * the place lies where land is disputed, and the software takes no side.
 */
export function liesInCountry(
  outlines: CountryOutlines,
  country: string,
  place: { lat: number; lon: number },
  toleranceKm = TOLERANCE_KM,
): boolean | null {
  const rings = outlines.countries[country];
  if (!rings || outlines.disputed.some((ring) => isInside([ring], place.lon, place.lat))) return null;
  if (isInside(rings, place.lon, place.lat)) return true;
  return rings.some((ring) => isNear(ring, place, toleranceKm));
}

function isInside(rings: readonly (readonly number[])[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    forEachEdge(ring, (aLon, aLat, bLon, bLat) => {
      const crosses = aLat > lat !== bLat > lat;
      if (crosses && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon) inside = !inside;
    });
  }
  return inside;
}

/** On a plane around the place, which is exact enough for tens of kilometres; shapes end at 180° and go on at -180°. */
function isNear(ring: readonly number[], place: { lat: number; lon: number }, km: number): boolean {
  const shrink = KM_PER_DEGREE * Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
  const eastOf = (lon: number) => (((((lon - place.lon + 180) % 360) + 360) % 360) - 180) * shrink;
  const northOf = (lat: number) => (lat - place.lat) * KM_PER_DEGREE;
  let near = false;
  forEachEdge(ring, (aLon, aLat, bLon, bLat) => {
    const [ax, bx] = [eastOf(aLon), eastOf(bLon)];
    // An edge on the far side of the world would seem to pass through here.
    if (near || Math.abs(ax - bx) > 180 * shrink) return;
    near = fromOrigin(ax, northOf(aLat), bx, northOf(bLat)) <= km;
  });
  return near;
}

/** Distance of the origin from a segment. */
function fromOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function forEachEdge(
  ring: readonly number[],
  visit: (aLon: number, aLat: number, bLon: number, bLat: number) => void,
): void {
  const size = ring.length;
  for (let index = 0; index < size; index += 2) {
    const next = (index + 2) % size;
    visit(ring[index] ?? 0, ring[index + 1] ?? 0, ring[next] ?? 0, ring[next + 1] ?? 0);
  }
}
