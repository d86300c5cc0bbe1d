import type { Db } from "#db/client.server.ts";
import { dropStaleUploads, unnamedFiles } from "#db/queries/attachments.server.ts";
import type { FileStore } from "./store.server.ts";

/** Younger files may belong to a row that is about to be written. */
const YOUNG_MS = 60 * 60_000;
/** So long an upload waits for its next piece: a post can be without a line for days. */
const STALE_MS = 14 * 24 * 60 * 60_000;
const AT_ONCE = 500;

/** Removes files that no row names: those of crashes, of what was removed and of what was erased. May run twice at once. */
export async function sweepFiles({ db, files }: { db: Db; files: FileStore }, now = new Date()): Promise<number> {
  await dropStaleUploads(db, new Date(now.getTime() - STALE_MS));
  let removed = 0;
  let keys: string[] = [];
  const sweep = async () => {
    for (const key of await unnamedFiles(db, keys)) {
      await files.remove(key);
      removed++;
    }
    keys = [];
  };
  for await (const { key, writtenAt } of files.list()) {
    if (now.getTime() - writtenAt.getTime() < YOUNG_MS) continue;
    keys.push(key);
    if (keys.length === AT_ONCE) await sweep();
  }
  await sweep();
  return removed;
}
