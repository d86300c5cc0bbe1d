import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { constants, copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

export type StoredFile = { key: string; writtenAt: Date; bytes: number };

/** Where files lie. Keys are random: neither content nor record can be told from them. */
export type FileStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The same of a file on this machine, however large: it is never in memory as a whole. */
  putFile: (key: string, path: string) => Promise<void>;
  /** Null where there is none. */
  read: (key: string) => Promise<{ stream: Readable; bytes: number } | null>;
  remove: (key: string) => Promise<void>;
  list: () => AsyncIterable<StoredFile>;
};

export const newKey = (): string => randomUUID();

/** For work that handles no files: any use of it is a fault of ours. */
export const NO_FILES: FileStore = {
  put: () => Promise.reject(new Error("no files here")),
  putFile: () => Promise.reject(new Error("no files here")),
  read: () => Promise.reject(new Error("no files here")),
  remove: () => Promise.reject(new Error("no files here")),
  list: () => {
    throw new Error("no files here");
  },
};

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** On the disk of this machine, in folders of a few hundred files each; readable by this account alone. */
export function diskStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error("no key of a file");
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
      const file = await open(`${path}.new`, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
    async putFile(key, from) {
      const path = pathOf(key);
      await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
      await copyFile(from, `${path}.new`, constants.COPYFILE_EXCL);
      const file = await open(`${path}.new`, "r+");
      try {
        await file.chmod(0o600);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
    async read(key) {
      const found = await stat(pathOf(key)).catch(() => null);
      return found && { stream: createReadStream(pathOf(key)), bytes: found.size };
    },
    async remove(key) {
      // What a crash left half-written goes with it.
      for (const path of [pathOf(key), `${pathOf(key)}.new`]) await rm(path, { force: true });
    },
    async *list() {
      for (const part of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, part)).catch(() => [])) {
          const key = name.replace(/\.new$/, "");
          const found = await stat(join(folder, part, name)).catch(() => null);
          if (found && KEY.test(key)) yield { key, writtenAt: found.mtime, bytes: found.size };
        }
      }
    },
  };
}
