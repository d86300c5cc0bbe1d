import { existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { megabytes } from "#db/backup/describe.ts";
import { Refusal } from "#db/refusal.ts";

/** Refuses to begin what would fill the disk on which `path` lies or will lie. */
export function refuseTooLittleRoom(path: string, needed: number): void {
  const there = firstThatExists(resolve(path));
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new Refusal(
    `About ${megabytes(needed)} are needed at ${path} and ${megabytes(free)} are free: make room first.`,
  );
}

function firstThatExists(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : firstThatExists(dirname(path));
}
