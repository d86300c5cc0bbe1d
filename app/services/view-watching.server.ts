import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import {
  beginWatch,
  dueWatches,
  endWatch,
  type Looked,
  sharedFactsOf,
  type TakenWatch,
  toldCases,
  touchedOrWaiting,
  type WatchKey,
} from "#db/queries/view-watches.server.ts";
import type { Id } from "../domain/id.ts";
import { localDateIn } from "../domain/local-date.ts";
import { filterOf } from "../domain/saved-view.ts";
import { waitingIn } from "../domain/view-watch.ts";
import type { House } from "./house.server.ts";
import { hashOfToken, newToken, proofOf } from "./secrets.server.ts";

/** Numbers of a stream that are looked through in one transaction. */
const STRETCH = 500;

/** Looks at every watch whose operation has gone on, one after the other, until none is behind. */
export async function workOnWatches(house: House, isOver: () => boolean): Promise<void> {
  for (const key of await dueWatches(house.db)) {
    while (!isOver() && (await lookAt(house, key)));
  }
}

/**
 * Looks through one stretch as the watch's maker may today. How far it came, what waits and what is told are one
 * transaction: a process that dies leaves the watch as it was. True where more is to be looked through.
 */
async function lookAt(house: House, key: WatchKey): Promise<boolean> {
  const token = newToken();
  const hash = hashOfToken(token);
  const proof = proofOf(house.secret, `watch:${key.viewId}:${hash.toString("hex")}`);
  const seen = await house.db.transaction(async (tx) => {
    const taken = await beginWatch(tx, key, hash, proof);
    if (!taken) return null;
    const looked = await lookedThrough(tx, key, taken, token);
    await endWatch(tx, key, hash, looked);
    return { ...looked, streamId: taken.streamId, head: taken.head };
  });
  if (!seen) return false;
  if (seen.notice) house.poke([seen.streamId]);
  return seen.upTo < seen.head;
}

/**
 * Whoever may not read facts any more is told nothing, nor later of what came meanwhile; nor is a view of which something
 * is not understood any more: what is left of its filter lets through more than was asked.
 */
async function lookedThrough(tx: Tx, key: WatchKey, taken: TakenWatch, token: string): Promise<Looked> {
  const self = await beginAs(tx, token, key.operationId);
  const { streamId, looked: after, threshold, days } = taken;
  const { filter, dropped } = filterOf(taken.query);
  if (!self?.member?.readsFacts || dropped.length > 0) return { upTo: taken.head, waiting: [], notice: null, cases: 0 };
  const upTo = Math.min(after + STRETCH, taken.head);
  const ids = await touchedOrWaiting(tx, key, { streamId, after, upTo });
  const facts = await sharedFactsOf(tx, key.operationId, ids);
  const told = facts.length === 0 ? new Set<Id>() : await toldCases(tx, key, facts);
  const today = localDateIn(self.member.operation.zone, self.now);
  const { seizures, cases, enough } = waitingIn({ filter, threshold, days, today }, facts, told);
  return { upTo, waiting: seizures, notice: enough ? uuid() : null, cases };
}
