import type { Feature } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { z } from "zod";

/** What lies on the map now, read from the map itself, so that a picture of it cannot differ from it. */
export type MapShapes = {
  land: Shape[];
  participants: ReadonlySet<string>;
  disputed: Shape[];
  borders: Shape[];
  lines: Shape[];
  dashes: Shape[];
  heads: Shape[];
  rings: Shape[];
  labels: Shape[];
  marks: Shape[];
  area: Shape[];
};

export type Position = readonly [lon: number, lat: number];
/** A feature as lists of positions: a line, a ring each, or a single point. */
export type Shape = { properties: Record<string, unknown>; parts: Position[][] };

/** Land and borders, which never change. */
export type MapFiles = Pick<MapShapes, "land" | "disputed" | "borders">;

/** Reads all sources; those that are files are asked for once more and come from the browser's own store. */
export async function shapesOf(map: MapLibreMap): Promise<MapShapes> {
  return drawnNow(map, await filesOf(map));
}

export async function filesOf(map: MapLibreMap): Promise<MapFiles> {
  const national = map.getLayoutProperty("borders", "visibility") === "none";
  const names = ["countries", "disputed", "borders", "national-countries", "national-borders"];
  const [land = [], disputed = [], borders = [], own = [], ownBorders = []] = await Promise.all(
    names.map((source) => shapesIn(map, source)),
  );
  return {
    land: national && own.length > 0 ? own : land,
    disputed: national ? [] : disputed,
    borders: national ? ownBorders : borders,
  };
}

/** What lies on the map at this moment, over these files: nothing is waited for. */
export function drawnNow(map: MapLibreMap, files: MapFiles | null): MapShapes {
  const of = (source: string) => shapesAt(map.getSource<GeoJSONSource>(source)?.serialize().data);
  return {
    ...(files ?? { land: [], disputed: [], borders: [] }),
    participants: participantsOf(map),
    lines: of("corridor-lines"),
    dashes: of("corridor-dashes"),
    heads: of("corridor-heads"),
    rings: of("corridor-rings"),
    labels: of("labels"),
    marks: of("seizures"),
    area: of("area"),
  };
}

const Filter = z.tuple([z.literal("in"), z.unknown(), z.tuple([z.literal("literal"), z.array(z.string())])]);

function participantsOf(map: MapLibreMap): ReadonlySet<string> {
  const filter = Filter.safeParse(map.getFilter("participants"));
  return new Set(filter.success ? filter.data[2][1] : []);
}

async function shapesIn(map: MapLibreMap, source: string): Promise<Shape[]> {
  const data = map.getSource<GeoJSONSource>(source)?.serialize().data;
  return shapesAt(typeof data === "string" ? await (await fetch(data)).json() : data);
}

function shapesAt(collection: unknown): Shape[] {
  return isCollection(collection) ? collection.features.map(shapeOf) : [];
}

function isCollection(value: unknown): value is { features: Feature[] } {
  return typeof value === "object" && value !== null && "features" in value && Array.isArray(value.features);
}

/** Features that lie on no map yet. */
export function shapesFrom({ features }: { features: readonly Feature[] }): Shape[] {
  return features.map(shapeOf);
}

function shapeOf({ geometry, properties }: Feature): Shape {
  return { properties: properties ?? {}, parts: partsOf(geometry) };
}

function partsOf(geometry: Feature["geometry"]): Position[][] {
  if (geometry.type === "Point") return [[asPosition(geometry.coordinates)]];
  if (geometry.type === "LineString") return [geometry.coordinates.map(asPosition)];
  if (geometry.type === "MultiLineString" || geometry.type === "Polygon")
    return geometry.coordinates.map((part) => part.map(asPosition));
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flat().map((part) => part.map(asPosition));
  return [];
}

function asPosition([lon = 0, lat = 0]: readonly number[]): Position {
  return [lon, lat];
}
