import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  areDrawable,
  type BoundaryFiles,
  joinBoundaries,
  type NationalBoundaries,
  readBoundaries,
} from "../domain/boundary-profile.ts";
import { Problem } from "../domain/problem.ts";

type Reading = BoundaryFiles & { boundaries: NationalBoundaries };

/** A country's outline at the finest scale takes some megabytes; more is another kind of file. */
const MOST_BYTES = 50_000_000;
const kept = new Map<string, { marks: string; reading: Promise<Reading> }>();

/** The boundary files of an operation, checked: those in the folder of its code, else those laid there for all. */
export async function boundaryFiles(folder: string, code: string): Promise<BoundaryFiles> {
  const { files, fault } = await readFiles(folder, code);
  return { files, fault };
}

/** What the map draws under the profile `national`: nothing, as long as one of the files is not whole. */
export async function nationalBoundaries(folder: string, code: string): Promise<NationalBoundaries> {
  const read = await readFiles(folder, code);
  if (!areDrawable(read)) throw new Problem("not-found", "operation.boundaries.files");
  return read.boundaries;
}

/** Read again only when a file has changed: checking every corner of a coast takes its time. */
async function readFiles(folder: string, code: string): Promise<Reading> {
  const paths = await pathsOf(folder, code);
  const marks = (await Promise.all(paths.map(async (path) => `${path} ${(await stat(path)).mtimeMs}`))).join("\n");
  const key = join(folder, code);
  const known = kept.get(key);
  if (known?.marks === marks) return known.reading;
  const reading = readPaths(paths);
  kept.set(key, { marks, reading });
  return reading;
}

async function pathsOf(folder: string, code: string): Promise<string[]> {
  const own = await geoJsonIn(join(folder, code));
  return own.length > 0 ? own : geoJsonIn(folder);
}

/** In the order of their names, so that the later one of two labels is always the same. */
async function geoJsonIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.(geo)?json$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function readPaths(paths: readonly string[]): Promise<Reading> {
  const all: NationalBoundaries[] = [];
  const files = paths.map((path) => basename(path));
  for (const path of paths) {
    const read = await readPath(path);
    if ("fault" in read) {
      return { files, fault: { ...read.fault, file: basename(path) }, boundaries: joinBoundaries([]) };
    }
    all.push(read.boundaries);
  }
  return { files, fault: null, boundaries: joinBoundaries(all) };
}

async function readPath(path: string): Promise<ReturnType<typeof readBoundaries>> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) return { fault: { message: "boundary.size", feature: 0 } };
  try {
    return readBoundaries(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return { fault: { message: "boundary.file", feature: 0 } };
  }
}
