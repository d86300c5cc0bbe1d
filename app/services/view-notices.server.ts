import { and, eq, isNull, sql } from "drizzle-orm";
import { countOwnViews } from "#db/queries/saved-views.server.ts";
import { findWatch, knowFitting, setWatch } from "#db/queries/view-watches.server.ts";
import { viewNotices, viewWatches } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { filterOf, MOST_KNOWN_CASES, MOST_WATCHES, type WatchInput } from "../domain/saved-view.ts";
import type { Acting } from "./house.server.ts";
import { ownView } from "./saved-views.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** The maker of a view wants to be told of new cases in it. Noted in no stream: what somebody watches is nobody's news. */
export async function watchView(acting: Acting, command: Command<WatchInput>): Promise<Outcome> {
  return write(acting, "view.watch", command, async (change) => {
    const { view, ...watch } = command.input;
    const { query } = await ownView(change, view);
    const member = memberOf(change.self);
    const standing = await findWatch(change.tx, { operationId: member.operationId, viewId: view });
    if (!standing && (await countOwnViews(change.tx, member)).watches >= MOST_WATCHES) {
      throw new Problem("conflict", "views.watch.most");
    }
    await beginWatching(change, { view, query, ...watch });
    return { view };
  });
}

export async function stopWatching(acting: Acting, command: Command<{ view: Id }>): Promise<Outcome> {
  return write(acting, "view.unwatch", command, async (change) => {
    const { view } = command.input;
    await ownView(change, view);
    const { operationId } = memberOf(change.self);
    await change.tx
      .delete(viewWatches)
      .where(and(eq(viewWatches.operationId, operationId), eq(viewWatches.viewId, view)));
    return { view };
  });
}

/** From now on: what fits already is known, and a filter that lets through too much already is refused. */
export async function beginWatching({ tx, self }: Change, { view, query, ...watch }: WatchInput & { query: string }) {
  const { operationId, id: memberId } = memberOf(self);
  const key = { operationId, viewId: view };
  // First how far the stream is, then what fits: what comes between the two is looked at again, and is known then.
  await setWatch(tx, { ...key, memberId, ...watch });
  const { filter } = filterOf(query);
  const known = await knowFitting(tx, key, { memberId, filter, most: MOST_KNOWN_CASES });
  if (known > MOST_KNOWN_CASES) throw new Problem("conflict", "views.watch.many", { most: MOST_KNOWN_CASES });
}

/** The reader has seen one notice, or all that came up to now. */
export async function readNotices(acting: Acting, command: Command<{ notice: Id | null }>): Promise<Outcome> {
  return write(acting, "view.read", command, async (change) => {
    const { notice } = command.input;
    const mine = ownNotices(change);
    if (notice !== null) await mustBeOwn(change, notice);
    await change.tx
      .update(viewNotices)
      .set({ readAt: sql`clock_timestamp()` })
      .where(and(mine, isNull(viewNotices.readAt), notice === null ? undefined : eq(viewNotices.id, notice)));
    return {};
  });
}

export async function dismissNotice(acting: Acting, command: Command<{ notice: Id }>): Promise<Outcome> {
  return write(acting, "view.dismiss", command, async (change) => {
    await mustBeOwn(change, command.input.notice);
    await change.tx.delete(viewNotices).where(and(ownNotices(change), eq(viewNotices.id, command.input.notice)));
    return {};
  });
}

async function mustBeOwn(change: Change, notice: Id) {
  const found = await change.tx
    .select({ id: viewNotices.id })
    .from(viewNotices)
    .where(and(ownNotices(change), eq(viewNotices.id, notice)));
  if (found.length === 0) throw new Problem("not-found", "views.notice.unknown");
}

function ownNotices({ self }: Change) {
  const { operationId, id } = mustBeAllowed(self, "view.read");
  return and(eq(viewNotices.operationId, operationId), eq(viewNotices.memberId, id));
}
