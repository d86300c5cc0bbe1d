import { and, eq, sql } from "drizzle-orm";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { countOwnDashboards, findDashboard } from "#db/queries/dashboards.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { dashboards } from "#db/schema.ts";
import {
  type DashboardInput,
  type DashboardNaming,
  type DashboardStep,
  MOST_DASHBOARDS,
  type Panel,
  stepped,
} from "../domain/dashboard.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** An empty dashboard under a name; others hear of it where it is shared. */
export async function makeDashboard(acting: Acting, command: Command<DashboardInput>): Promise<Outcome> {
  return write(acting, "dashboard.make", command, async ({ tx, self, note }) => {
    const member = mustBeAllowed(self, "dashboard.keep");
    if (command.input.shared) mustBeAllowed(self, "dashboard.share");
    const { operationId, agencyId, id: memberId } = member;
    if ((await countOwnDashboards(tx, member)) >= MOST_DASHBOARDS) throw new Problem("conflict", "dashboards.most");
    const row = { ...command.input, panels: [], operationId, agencyId, memberId };
    const added = await tx.insert(dashboards).values(row).onConflictDoNothing().returning({ id: dashboards.id });
    if (added.length === 0) throw new Problem("conflict", "dashboards.taken");
    if (row.shared) note(anEvent("dashboard.shared", { dashboard: row.id }, "operation"));
    return { dashboard: row.id };
  });
}

/** Another name, or other readers. */
export async function nameDashboard(acting: Acting, command: Command<DashboardNaming>): Promise<Outcome> {
  return write(acting, "dashboard.name", command, async (change) => {
    const { dashboard, base, name, shared } = command.input;
    const was = await ownDashboard(change, dashboard, base);
    if (shared) mustBeAllowed(change.self, "dashboard.share");
    await put(change, was, { name, shared });
    if (shared && !was.shared) change.note(anEvent("dashboard.shared", { dashboard }, "operation"));
    else if (shared) change.note(anEvent("dashboard.changed", { dashboard }, "operation"));
    else if (was.shared) change.note(anEvent("dashboard.withdrawn", { dashboard }, "operation"));
    return { dashboard };
  });
}

/** One panel more or less, at another place, in another width, or with another filter. */
export async function stepDashboard(acting: Acting, command: Command<DashboardStep>): Promise<Outcome> {
  return write(acting, "dashboard.step", command, async (change) => {
    const { dashboard, base, step } = command.input;
    const was = await ownDashboard(change, dashboard, base);
    const panels = stepped(was.panels, step);
    if (!panels) throw new Problem("conflict", step.do === "add" ? "dashboards.full" : "dashboards.stale");
    await put(change, was, { panels });
    if (was.shared) change.note(anEvent("dashboard.changed", { dashboard }, "operation"));
    return { dashboard, base: String(base + 1), ...(step.do === "remove" && takenFrom(was.panels, step.at)) };
  });
}

/** What was taken away, so that it can be put back. */
function takenFrom(panels: readonly Panel[], at: number): Outcome {
  const panel = panels[at];
  return panel ? { kind: panel.kind, query: panel.query, wide: panel.wide ? "yes" : "no", at: `${at}` } : {};
}

export async function dropDashboard(acting: Acting, command: Command<{ dashboard: Id }>): Promise<Outcome> {
  return write(acting, "dashboard.drop", command, async (change) => {
    const { dashboard } = command.input;
    const was = await ownDashboard(change, dashboard, null);
    const { operationId } = memberOf(change.self);
    await change.tx
      .delete(dashboards)
      .where(and(eq(dashboards.operationId, operationId), eq(dashboards.id, dashboard)));
    if (was.shared) change.note(anEvent("dashboard.withdrawn", { dashboard }, "operation"));
    // Walls that showed it have nothing to show any more.
    await noticeAccess(change.tx, `operation:${operationId}`);
    return { dashboard };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findDashboard>>>;

/** A dashboard that the bearer made, as he saw it. One that others made and share is named as theirs. */
async function ownDashboard({ tx, self }: Change, dashboard: Id, base: number | null): Promise<Found> {
  const { operationId, id } = mustBeAllowed(self, "dashboard.keep");
  const found = await findDashboard(tx, operationId, dashboard);
  if (!found) throw new Problem("not-found", "dashboards.unknown");
  if (found.memberId !== id) throw new Problem("forbidden", "dashboards.not_yours");
  if (base !== null && found.version !== base) throw new Problem("stale", "dashboards.stale");
  return found;
}

type Said = Partial<Pick<Found, "name" | "shared" | "panels">>;

async function put({ tx, self }: Change, was: Found, said: Said): Promise<void> {
  const { operationId } = memberOf(self);
  const changed = await tx
    .update(dashboards)
    .set({ ...said, version: was.version + 1, changedAt: sql`clock_timestamp()` })
    .where(and(eq(dashboards.operationId, operationId), eq(dashboards.id, was.id), eq(dashboards.version, was.version)))
    .returning({ id: dashboards.id });
  if (changed.length === 0) throw new Problem("stale", "dashboards.stale");
}
