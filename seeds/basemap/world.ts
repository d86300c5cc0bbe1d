import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { PARTS_WITH_OWN_CODE, UNDRAWN_LINES } from "./disputed.ts";
import type { Ring } from "./geometry.ts";

/** A polygon as its rings, the first of them the outer one. */
export type Rings = readonly Ring[];
export type Country = { iso2: string | null; polygons: readonly Rings[] };

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const require = createRequire(import.meta.url);
const COUNTRIES = new URL("../reference/countries.csv", import.meta.url);

/**
 * The source is made for a sphere: shapes that cross 180° would draw lines across the whole map. Projecting them onto
 * the plane with a projection that keeps degrees cuts them there.
 */
const plane = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0)
  .reflectY(true);

export function readWorld(scale: "50m" | "10m"): World {
  return require(`world-atlas/countries-${scale}.json`);
}

/** ISO numeric code to alpha-2, from the reference table of countries. */
function readIsoCodes(): Map<string, string> {
  const [head = "", ...rows] = readFileSync(COUNTRIES, "utf8").split(/\r?\n/);
  const columns = head.split(",");
  const [alpha, numeric] = [columns.indexOf("iso2"), columns.indexOf("iso_numeric")];
  const cells = rows.map((row) => row.split(","));
  return new Map(cells.flatMap((row) => (row[numeric] && row[alpha] ? [[row[numeric], row[alpha]] as const] : [])));
}

/** Every country cut at 180°, parts with a code of their own apart, several shapes of one code together. */
export function countriesOf(world: World): Country[] {
  const codes = readIsoCodes();
  const cut = geoProject(feature(world, world.objects.countries) as FeatureCollection<Polygon | MultiPolygon>, plane);
  const byCode = new Map<string, Rings[]>();
  const nameless: Country[] = [];
  for (const shape of cut.features) {
    const iso2 = codes.get(String(shape.id));
    if (!iso2) nameless.push({ iso2: null, polygons: polygonsOf(shape) });
    for (const rings of iso2 ? polygonsOf(shape) : []) {
      const code = ownCode(iso2 ?? "", rings);
      byCode.set(code, [...(byCode.get(code) ?? []), rings]);
    }
  }
  return [...[...byCode].map(([iso2, polygons]) => ({ iso2, polygons })), ...nameless];
}

function ownCode(iso2: string, rings: Rings): string {
  const [lon, lat] = rings[0]?.[0] ?? [0, 0];
  const part = PARTS_WITH_OWN_CODE.find(
    ({ of, box: [west, south, east, north] }) =>
      of === iso2 && lon >= west && lon <= east && lat >= south && lat <= north,
  );
  return part?.iso2 ?? iso2;
}

function polygonsOf(shape: Feature<Polygon | MultiPolygon>): Rings[] {
  const { geometry } = shape;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map(lineOf));
}

function lineOf(positions: Position[]): Ring {
  return positions.map(([lon = 0, lat = 0]) => [lon, lat]);
}

/** All land as one shape: no seams where countries meet. */
export function landOf(world: World): Rings[] {
  const land = geoProject(merge(world, world.objects.countries.geometries as never), plane);
  return polygonsOf({ type: "Feature", properties: {}, geometry: land });
}

/** Lines between two countries, without coasts and without the pairs that are never drawn. */
export function bordersOf(world: World): Ring[] {
  const codes = readIsoCodes();
  const nameOf = (shape: { id?: string | number; properties?: unknown }) =>
    codes.get(String(shape.id)) ?? (shape.properties as { name?: string } | undefined)?.name ?? "";
  const lines = mesh(world, world.objects.countries, (a, b) => {
    const pair = [nameOf(a as typeof a & { properties?: unknown }), nameOf(b as typeof b & { properties?: unknown })];
    return a !== b && !UNDRAWN_LINES.some((undrawn) => pair.includes(undrawn[0]) && pair.includes(undrawn[1]));
  });
  return geoProject(lines as MultiLineString, plane).coordinates.map(lineOf);
}
