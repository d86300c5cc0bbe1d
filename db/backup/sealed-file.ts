import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Refusal } from "../refusal.ts";
import type { BackupKey } from "./age-key.ts";
import { BrokenBackup } from "./broken-backup.ts";
import { type Entry, packed, unpacked } from "./tar.ts";

/** Text of tables shrinks to a fifth at this level, at twice the speed of the usual one. */
const GZIP = { level: 4, chunkSize: 256 * 1024 };
const READ_AT_ONCE = 1024 * 1024;

/**
 * Writes the entries into a new file, packed, compressed and sealed: `age -d FILE | tar xz` unpacks it. It takes its
 * name when all of it is on the disk; until then it lies beside, and goes if anything fails. Answers its size.
 */
export async function writeSealed(path: string, key: BackupKey, entries: AsyncIterable<Entry>): Promise<number> {
  const part = partOf(path);
  const file = await newFile(part);
  try {
    await pour(file, key, entries);
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    await rename(part, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    if (hasCode(error, "ENOSPC")) throw new Refusal(`The disk of ${path} is full: the backup is not made.`);
    throw error;
  }
}

/** Where a backup lies until it is whole. */
export function partOf(path: string): string {
  return `${path}.part`;
}

async function newFile(part: string): Promise<FileHandle> {
  try {
    return await open(part, "wx", 0o600);
  } catch (error) {
    if (hasCode(error, "EEXIST")) {
      throw new Refusal(`${part} is there: another backup is being written, or one was killed; then delete it.`);
    }
    throw new Refusal(`${part} cannot be written: name a folder that exists and in which this user may write.`);
  }
}

async function pour(file: FileHandle, key: BackupKey, entries: AsyncIterable<Entry>): Promise<void> {
  const gzip = createGzip(GZIP);
  const packing = pipeline(packed(entries), gzip);
  const sealing = key
    .encrypter()
    .encrypt(Readable.toWeb(gzip) as ReadableStream<Uint8Array>)
    .then((sealed) => writeAll(file, sealed));
  // Whichever fails first is the reason; the other then fails for its sake.
  await Promise.all([packing, sealing]).catch((error) => {
    gzip.destroy();
    throw error;
  });
}

async function writeAll(file: FileHandle, chunks: ReadableStream<Uint8Array>): Promise<void> {
  for await (const chunk of Readable.fromWeb(chunks as never)) await file.writeFile(chunk);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

/** Opens a file that `writeSealed` wrote. What is wrong with it is thrown as `BrokenBackup`, a wrong key as a refusal. */
export async function* readSealed(path: string, key: BackupKey): AsyncGenerator<Entry> {
  if (!key.decrypter) {
    throw new Refusal("Only public keys are given, which open nothing: set NAGA_BACKUP_KEY_FILE to the secret key.");
  }
  const source = createReadStream(path, { highWaterMark: READ_AT_ONCE });
  const gunzip = createGunzip({ chunkSize: GZIP.chunkSize });
  try {
    const opened = await key.decrypter().decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>);
    pipeline(Readable.fromWeb(opened as never), gunzip).catch(() => {});
    yield* unpacked(told(gunzip, path));
  } catch (error) {
    throw reasonOf(error, path);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** What went wrong below is told to whoever reads, in whichever file of the archive he is. */
async function* told(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    throw reasonOf(error, path);
  }
}

function reasonOf(error: unknown, path: string): unknown {
  if (error instanceof Refusal || error instanceof BrokenBackup || !(error instanceof Error)) return error;
  if (hasCode(error, "ENOENT") || hasCode(error, "EACCES") || hasCode(error, "EISDIR")) {
    return new Refusal(`${path} cannot be read: name a backup that is there and that this user may read.`);
  }
  const { message } = error;
  if (/no identity matched/.test(message)) {
    return new Refusal(`The passphrase or key given does not open ${path}.`);
  }
  if (/invalid version/.test(message)) return new Refusal(`${path} is no backup of Naga.`);
  if (/invalid tag|ciphertext|final chunk|stanza|header|MAC|nonce|stream|aes\/gcm/i.test(message)) {
    return new BrokenBackup("it was cut off or changed after it was written");
  }
  if ("code" in error && String(error.code).startsWith("Z_")) return new BrokenBackup("it ends in the middle");
  return error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
