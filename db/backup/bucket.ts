import { once } from "node:events";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "../refusal.ts";

/** Where attachments lie that are not in the data folder. */
export interface Bucket {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  read: (key: string) => Promise<{ stream: Readable; bytes: number } | null>;
  list: () => AsyncIterable<{ key: string; bytes: number }>;
}

/** In a backup they lie as in a data folder: it comes back into either. */
const FOLDER = "attachments";

const pathOf = (key: string) => `${FOLDER}/${key.slice(0, 2)}/${key}`;

export async function bytesInBucket(bucket: Bucket): Promise<number> {
  let sum = 0;
  for await (const { bytes } of bucket.list()) sum += bytes;
  return sum;
}

/** The files of a bucket, each opened when it is its turn; null where it has gone meanwhile. */
export async function* filesOfBucket(bucket: Bucket) {
  for await (const { key } of bucket.list()) {
    const open = async () => {
      const found = await bucket.read(key);
      return found && { size: found.bytes, data: piecesOf(found.stream) };
    };
    yield { path: pathOf(key), open };
  }
}

async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) yield Buffer.from(piece);
  } finally {
    if (!stream.closed) {
      stream.destroy();
      await once(stream, "close");
    }
  }
}

/** Nothing of what lies there is written over, and nothing of it is taken for a part of the backup. */
export async function refuseFilledBucket(bucket: Bucket): Promise<void> {
  for await (const _ of bucket.list()) {
    throw new Refusal("The bucket of attachments is not empty: set S3_BUCKET to a new one, or empty it.");
  }
}

/** Brings the attachments of a restored folder into the bucket; from then on they are there alone. */
export async function moveIntoBucket(bucket: Bucket, incoming: string): Promise<void> {
  const folder = join(incoming, FOLDER);
  for (const part of await readdir(folder).catch(() => [])) {
    for (const key of await readdir(join(folder, part))) await bucket.put(key, await readFile(join(folder, part, key)));
  }
  await rm(folder, { recursive: true, force: true });
}
