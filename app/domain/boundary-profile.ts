import { z } from "zod";
import { CountryCode } from "./code.ts";

/**
 * National boundary files: what an operator lays into the data folder when the leads of an operation choose the
 * profile `national`. GeoJSON; lines are borders, polygons with `iso2` are countries, points with `iso2` say where a
 * label stands. Names in the files are not read: names are the operation's.
 */
export type NationalBoundaries = {
  borders: Position[][];
  countries: { iso2: string; polygons: Position[][][] }[];
  labels: Record<string, Position>;
};

type Position = [lon: number, lat: number];

const Position = z
  .array(z.number("boundary.position"))
  .min(2, "boundary.position")
  .transform(([lon = 0, lat = 0]): Position => [lon, lat])
  .refine(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90, "boundary.position");

/** A step of more than half the world is a shape that was not cut at 180°. */
const Line = z.array(Position).min(2, "boundary.line").refine(hasNoJump, "boundary.jump");
const Ring = z
  .array(Position)
  .min(4, "boundary.ring")
  .refine(isClosed, "boundary.ring")
  .refine(hasNoJump, "boundary.jump");
const Polygon = z.array(Ring).min(1, "boundary.ring");

const Geometry = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("LineString"), coordinates: Line }),
    z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Line) }),
    z.object({ type: z.literal("Polygon"), coordinates: Polygon }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Polygon) }),
    z.object({ type: z.literal("Point"), coordinates: Position }),
  ],
  "boundary.geometry",
);

const BoundaryFeature = z
  .object({ geometry: Geometry, properties: z.object({ iso2: CountryCode.optional() }).nullish() })
  .transform(({ geometry, properties }) => ({ geometry, iso2: properties?.iso2 ?? null }))
  .refine(({ geometry, iso2 }) => geometry.type.endsWith("LineString") || iso2 !== null, "boundary.country");
type BoundaryFeature = z.infer<typeof BoundaryFeature>;

const BoundaryFile = z.object({
  type: z.literal("FeatureCollection", "boundary.file"),
  features: z.array(BoundaryFeature).min(1, "boundary.empty"),
});

/** What is wrong, as a catalogue key, and in which feature (counted from 1; 0: the file as a whole). */
export type BoundaryFault = { message: string; feature: number };

/** What an operator has laid beside the data for the profile `national`: the files, and the first fault in one. */
export type BoundaryFiles = { files: string[]; fault: (BoundaryFault & { file: string }) | null };

/** Nothing is drawn, approved or served as long as one of the files is not whole. */
export function areDrawable({ files, fault }: BoundaryFiles): boolean {
  return files.length > 0 && fault === null;
}

/** Reads the parsed JSON of one file. */
export function readBoundaries(json: unknown): { boundaries: NationalBoundaries } | { fault: BoundaryFault } {
  const file = BoundaryFile.safeParse(json);
  if (file.success) return { boundaries: gather(file.data.features) };
  const [issue] = file.error.issues;
  const index = issue?.path[1];
  const told = issue?.message.startsWith("boundary.") || issue?.message.startsWith("country.");
  return {
    fault: {
      message: told && issue ? issue.message : "boundary.file",
      feature: typeof index === "number" ? index + 1 : 0,
    },
  };
}

function gather(features: readonly BoundaryFeature[]): NationalBoundaries {
  const boundaries: NationalBoundaries = { borders: [], countries: [], labels: {} };
  for (const feature of features) addFeature(boundaries, feature);
  return boundaries;
}

function addFeature({ borders, countries, labels }: NationalBoundaries, { geometry, iso2 }: BoundaryFeature): void {
  if (geometry.type === "LineString") borders.push(geometry.coordinates);
  else if (geometry.type === "MultiLineString") borders.push(...geometry.coordinates);
  else if (iso2 === null) return;
  else if (geometry.type === "Point") labels[iso2] = geometry.coordinates;
  else countries.push({ iso2, polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates });
}

/** Several files of one operation together; where two label the same country, the later one holds. */
export function joinBoundaries(all: readonly NationalBoundaries[]): NationalBoundaries {
  return {
    borders: all.flatMap((boundaries) => boundaries.borders),
    countries: all.flatMap((boundaries) => boundaries.countries),
    labels: Object.assign({}, ...all.map((boundaries) => boundaries.labels)),
  };
}

function isClosed(ring: Position[]): boolean {
  return ring[0]?.join() === ring.at(-1)?.join();
}

function hasNoJump(line: Position[]): boolean {
  return line.every(([lon], index) => index === 0 || Math.abs(lon - (line[index - 1]?.[0] ?? lon)) <= 180);
}
