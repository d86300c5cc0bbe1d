import { createHash, type Hash } from "node:crypto";
import { lstatSync, readdirSync, statSync } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bucket, bytesInBucket, filesOfBucket } from "./bucket.ts";
import type { StoredFile } from "./format.ts";
import { FILE_LISTS, FILES } from "./format.ts";
import { type Entry, entryOf } from "./tar.ts";

/** Folders of the data folder that belong to the records: attachments, boundaries of countries, templates of reports. */
export const FOLDERS = ["attachments", "boundaries", "templates"] as const;

/** So many files are listed together, with their hashes, after their contents. */
const LISTED_TOGETHER = 500;
const CHUNK = 256 * 1024;

export interface FilesFrom {
  dataDir: string;
  /** Where attachments lie, if not in the data folder. */
  bucket?: Bucket | undefined;
}

interface FileEntriesOptions extends FilesFrom {
  /** Told of what is passed over: neither a file nor a folder, or gone while the backup went on. */
  say: (line: string) => void;
  count: (bytes: number) => void;
}

/** Every file of these folders and, after every few hundred, a list of them with their hashes. */
export async function* fileEntries({ say, count, ...from }: FileEntriesOptions): AsyncGenerator<Entry> {
  let listed: StoredFile[] = [];
  let lists = 0;
  const list = () => {
    const name = `${FILE_LISTS}${String(++lists).padStart(6, "0")}.json`;
    const bytes = Buffer.from(JSON.stringify(listed));
    listed = [];
    return entryOf(name, bytes);
  };
  for await (const { path, open: opened } of filesIn(from, say)) {
    const file = await opened();
    if (!file) {
      say(`${path} has gone meanwhile and is not in the backup.`);
      continue;
    }
    const hash = createHash("sha256");
    const { size } = file;
    yield { name: FILES + path, size, data: wholly(file, hash) };
    listed.push({ path, size, sha256: hash.digest("hex") });
    count(size);
    if (listed.length === LISTED_TOGETHER) yield list();
  }
  if (listed.length > 0) yield list();
}

/** How much there is to copy. */
export async function bytesOfFiles({ dataDir, bucket }: FilesFrom): Promise<number> {
  let bytes = bucket ? await bytesInBucket(bucket) : 0;
  for (const folder of foldersOf(bucket)) {
    for (const path of filesUnder(dataDir, folder, () => {})) bytes += statSync(join(dataDir, path)).size;
  }
  return bytes;
}

type Opened = { size: number; data: AsyncIterable<Buffer> };
type Found = { path: string; open: () => Promise<Opened | null> };

async function* filesIn({ dataDir, bucket }: FilesFrom, say: (line: string) => void): AsyncGenerator<Found> {
  if (bucket) yield* filesOfBucket(bucket);
  for (const path of foldersOf(bucket).flatMap((folder) => [...filesUnder(dataDir, folder, say)])) {
    yield { path, open: () => openFile(join(dataDir, path)) };
  }
}

const foldersOf = (bucket: Bucket | undefined) => FOLDERS.filter((folder) => !bucket || folder !== "attachments");

function* filesUnder(dataDir: string, path: string, say: (line: string) => void): Generator<string> {
  for (const name of namesIn(join(dataDir, path)).sort()) {
    const inner = `${path}/${name}`;
    const stat = lstatSync(join(dataDir, inner), { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* filesUnder(dataDir, inner, say);
    else if (stat?.isFile()) yield inner;
    else if (stat) say(`${inner} is neither a file nor a folder and is not in the backup.`);
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function openFile(path: string): Promise<Opened | null> {
  try {
    const file = await open(path, "r");
    const { size } = await file.stat();
    return { size, data: contentsOf(file, size) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function* contentsOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  try {
    for (let at = 0; at < size; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(CHUNK, size - at)), 0, null, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** As many bytes as were told, hashed on their way; no more, whatever was added meanwhile. */
async function* wholly({ size, data }: Opened, hash: Hash): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of data) {
    const chunk = piece.subarray(0, size - at);
    hash.update(chunk);
    yield chunk;
    at += chunk.length;
    if (at === size) break;
  }
  if (at < size) throw new Error("a file became shorter while it was copied: make the backup again");
}

/** Writes a file of a backup below `folder`, on the disk before it returns. */
export async function putFile(folder: string, path: string, data: AsyncIterable<Buffer>): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const file = await open(target, "wx", 0o600);
  try {
    for await (const chunk of data) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}
