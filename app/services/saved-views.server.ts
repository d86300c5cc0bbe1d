import { and, eq, sql } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { countOwnViews, findView } from "#db/queries/saved-views.server.ts";
import { findWatch } from "#db/queries/view-watches.server.ts";
import { savedViews } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { MOST_VIEWS, type ViewChange, type ViewInput } from "../domain/saved-view.ts";
import type { Acting } from "./house.server.ts";
import { beginWatching } from "./view-notices.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Keeps how a page is looked at under a name; others hear of it where it is shared. */
export async function saveView(acting: Acting, command: Command<ViewInput>): Promise<Outcome> {
  return write(acting, "view.save", command, async ({ tx, self, note }) => {
    const member = mustBeAllowed(self, "view.keep");
    const { operationId, agencyId, id: memberId } = member;
    if ((await countOwnViews(tx, member)).views >= MOST_VIEWS) throw new Problem("conflict", "views.most");
    const row = { ...command.input, operationId, agencyId, memberId };
    const added = await tx.insert(savedViews).values(row).onConflictDoNothing().returning({ id: savedViews.id });
    if (added.length === 0) throw new Problem("conflict", "views.taken");
    if (row.shared) note(anEvent("view.shared", { view: row.id }, "operation"));
    return { view: row.id };
  });
}

/** Another name, other readers, another filter. A watch on another filter begins anew. */
export async function changeView(acting: Acting, command: Command<ViewChange>): Promise<Outcome> {
  return write(acting, "view.change", command, async (change) => {
    const { view, base, name, shared, query } = command.input;
    const { tx, note } = change;
    const was = await ownView(change, view);
    if (was.version !== base) throw new Problem("stale", "views.stale");
    const { operationId } = memberOf(change.self);
    await tx
      .update(savedViews)
      .set({ name, shared, query: query ?? was.query, version: base + 1, changedAt: sql`clock_timestamp()` })
      .where(and(eq(savedViews.operationId, operationId), eq(savedViews.id, view), eq(savedViews.version, base)));
    const watch = await findWatch(tx, { operationId, viewId: view });
    if (watch && query !== null && query !== was.query) await beginWatching(change, { view, query, ...watch });
    if (shared) note(anEvent(was.shared ? "view.changed" : "view.shared", { view }, "operation"));
    else if (was.shared) note(anEvent("view.withdrawn", { view }, "operation"));
    return { view };
  });
}

/** Takes a view away, with its watch and what was told of it. */
export async function dropView(acting: Acting, command: Command<{ view: Id }>): Promise<Outcome> {
  return write(acting, "view.drop", command, async (change) => {
    const { view } = command.input;
    const was = await ownView(change, view);
    const { operationId } = memberOf(change.self);
    await change.tx.delete(savedViews).where(and(eq(savedViews.operationId, operationId), eq(savedViews.id, view)));
    if (was.shared) change.note(anEvent("view.withdrawn", { view }, "operation"));
    return { view };
  });
}

/** A view that the bearer made. One that others made and share is named as theirs. */
export async function ownView({ tx, self }: Change, view: Id) {
  const { operationId, id } = mustBeAllowed(self, "view.keep");
  const found = await findView(tx, operationId, view);
  if (!found) throw new Problem("not-found", "views.unknown");
  if (found.memberId !== id) throw new Problem("forbidden", "views.not_yours");
  return found;
}
