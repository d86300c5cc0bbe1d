import type { Db } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { readStretch, type Stretch } from "#db/queries/frames.server.ts";

/** How many events one frame tells at most. */
export const LONGEST_FRAME = 1_000;

/**
 * Reads a stretch as the bearer of a token, under row-level security and today's rights. Null when the token opens the
 * stream no more: numbers have no holes, so a stretch that does not come whole is one that may not be read.
 */
export function readAs(db: Db, token: string, stretch: Stretch) {
  return db.transaction(async (tx) => {
    const [self, read] = await Promise.all([beginAs(tx, token, stretch.operationId), readStretch(tx, stretch)]);
    return self?.member ? read : null;
  });
}
