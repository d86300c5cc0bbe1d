import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Feature, Geometry } from "geojson";
import { DISPUTED_ZONES } from "./disputed.ts";
import { clipRing, cutLine, type Point, type Ring, simplify } from "./geometry.ts";
import { placeLayers } from "./places.ts";
import { anchorPoint, labelPoint, WIDER_PARTS, ZONE_PARTS } from "./points.ts";
import { bordersOf, type Country, countriesOf, landOf, type Rings, readWorld } from "./world.ts";

/**
 * Makes the base map from Natural Earth at 1:50 million (public domain, as packed by world-atlas):
 *
 *   public/basemap/countries.json   land, one feature per country, with its ISO code (null: without one)
 *   public/basemap/borders.json     lines between countries, cut where land is disputed
 *   public/basemap/disputed.json    the land inside disputed zones, laid over participants' fills
 *   public/basemap/airports.json, ports.json, crossings.json   places of the gazetteer, with its sources and licences
 *   app/components/map/country-points.json   where labels stand, and where records that know only a country are drawn
 *   seeds/basemap/country-outlines.json      coarse outlines for the server: is this place in that country?
 *
 * No rivers: Natural Earth's rivers are not in the packages at hand.
 */
const ROOT = new URL("../../", import.meta.url);
/** Three decimals are about 100 m; the source is drawn for 1:50 million, where that is a hair. */
const DECIMALS = 3;
/** Outlines for the server may be off by about 5 km: the check allows 25 km. */
const OUTLINE_TOLERANCE = 0.05;

function buildBasemap(): void {
  const world = readWorld("50m");
  const countries = countriesOf(world);
  const known = new Set(countries.map((country) => country.iso2));
  const small = countriesOf(readWorld("10m")).filter(({ iso2 }) => iso2 && !known.has(iso2));
  const all = [...countries, ...small].sort((left, right) => (left.iso2 ?? "~").localeCompare(right.iso2 ?? "~"));

  write("public/basemap/countries.json", collection(all.map(countryFeature)));
  write("public/basemap/borders.json", collection([bordersFeature(bordersOf(world))]));
  write("public/basemap/disputed.json", collection([disputedFeature(landOf(world))]));
  for (const [name, places] of Object.entries(placeLayers())) write(`public/basemap/${name}.json`, collection(places));
  write("app/components/map/country-points.json", pointsOf(all));
  write("seeds/basemap/country-outlines.json", outlinesOf(all));
}

function countryFeature({ iso2, polygons }: Country): Feature {
  return featureOf({ type: "MultiPolygon", coordinates: polygons.map(rounded) }, { iso2 });
}

function bordersFeature(lines: readonly Ring[]): Feature {
  const drawn = lines.flatMap((line) => cutLine(line, WIDER_PARTS)).map(roundedLine);
  return featureOf({ type: "MultiLineString", coordinates: drawn.filter((line) => line.length > 1) });
}

/** The land of each zone, so that sea stays sea. */
function disputedFeature(land: readonly Rings[]): Feature {
  const pieces = ZONE_PARTS.flatMap((zone) =>
    land.flatMap((rings) => {
      const [outer, ...holes] = rings.map((ring) => clipRing(ring, zone));
      return outer && outer.length > 2 ? [[outer, ...holes.filter((hole) => hole.length > 2)].map(closed)] : [];
    }),
  );
  return featureOf({ type: "MultiPolygon", coordinates: pieces.map(rounded) });
}

function pointsOf(countries: readonly Country[]): { labels: Record<string, Point>; anchors: Record<string, Point> } {
  const labels: Record<string, Point> = {};
  const anchors: Record<string, Point> = {};
  for (const country of countries) {
    if (!country.iso2) continue;
    const label = labelPoint(country);
    const anchor = label ?? anchorPoint(country);
    if (label) labels[country.iso2] = roundedPoint(label);
    else if (anchor) anchors[country.iso2] = roundedPoint(anchor);
  }
  return { labels, anchors };
}

/** Rings as flat lists of longitude and latitude, two decimals. */
function outlinesOf(countries: readonly Country[]): { countries: Record<string, number[][]>; disputed: number[][] } {
  const flat = (ring: Ring) => ring.flatMap(([lon, lat]) => [Number(lon.toFixed(2)), Number(lat.toFixed(2))]);
  const coarse = ({ polygons }: Country) => polygons.flat().map((ring) => flat(simplifiedRing(ring)));
  const named = countries.filter((country) => country.iso2 !== null);
  return {
    countries: Object.fromEntries(named.map((country) => [country.iso2, coarse(country)])),
    disputed: DISPUTED_ZONES.flatMap((zone) => zone.parts.map(flat)),
  };
}

/** A ring has no ends to hold on to, so it is simplified in two halves. */
function simplifiedRing(ring: Ring): Ring {
  const middle = Math.floor(ring.length / 2);
  const halves = [ring.slice(0, middle + 1), ring.slice(middle)].map((half) => simplify(half, OUTLINE_TOLERANCE));
  const joined = [...(halves[0] ?? []), ...(halves[1] ?? []).slice(1)];
  return joined.length > 3 ? joined : ring;
}

function closed(ring: Ring): Ring {
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

function rounded(rings: Rings): number[][][] {
  return rings.map((ring) => roundedLine(ring)).filter((ring) => ring.length > 3);
}

/** Without points that fall together when rounded. */
function roundedLine(line: Ring): number[][] {
  const points = line.map(roundedPoint);
  return points
    .filter((point, index) => index === 0 || point.join() !== points[index - 1]?.join())
    .map((point) => [...point]);
}

function roundedPoint([lon, lat]: Point): Point {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}

function featureOf(geometry: Geometry, properties: Feature["properties"] = {}): Feature {
  return { type: "Feature", properties, geometry };
}

function collection(features: Feature[]) {
  return { type: "FeatureCollection", features };
}

function write(path: string, content: unknown): void {
  const file = new URL(path, ROOT);
  mkdirSync(new URL(".", file), { recursive: true });
  const text = JSON.stringify(content);
  writeFileSync(fileURLToPath(file), `${text}\n`);
  console.log(`${path}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} compressed`);
}

buildBasemap();
