import type { Tx } from "#db/client.server.ts";
import { earlierOperations, earlierRoutes } from "#db/queries/earlier.server.ts";
import { type Earlier, earlierFrom, together } from "../domain/emerging/earlier.ts";
import type { Id } from "../domain/id.ts";
import type { House } from "./house.server.ts";

/**
 * What closed operations told changes no more, save where something is erased: it is counted once an hour for all who may
 * read it. Who may is asked each time.
 */
type Kept = { at: Date; told: Earlier };
const shelves = new WeakMap<House, Map<Id, Kept>>();
const HOUR = 3_600_000;
const MOST_OPERATIONS = 50;

type Asked = { house: House; now: Date };

/** What the reader's earlier operations knew of corridors, together. */
export async function earlierFor(tx: Tx, { house, now }: Asked): Promise<Earlier> {
  const shelf = shelves.get(house) ?? new Map<Id, Kept>();
  shelves.set(house, shelf);
  const all: Earlier[] = [];
  for (const { id, days } of await earlierOperations(tx)) {
    const known = shelf.get(id);
    const isFresh = known !== undefined && Math.abs(now.getTime() - known.at.getTime()) < HOUR;
    const kept = isFresh ? known : { at: now, told: earlierFrom(days, await earlierRoutes(tx, id)) };
    shelf.delete(id);
    shelf.set(id, kept);
    all.push(kept.told);
  }
  for (const oldest of shelf.keys()) {
    if (shelf.size <= MOST_OPERATIONS) break;
    shelf.delete(oldest);
  }
  return together(all);
}
