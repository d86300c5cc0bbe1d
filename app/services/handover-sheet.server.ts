import { createHash } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { handoversToAccept, lastHandover, lateReportsSince, questionsForSheet } from "#db/queries/handovers.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { listAsked, tallyCalendar } from "#db/queries/tallies.server.ts";
import { listReminders, openTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { coordinatingAgencies, listShifts, openPromises, unacceptedHandovers } from "#db/queries/watch.server.ts";
import { may } from "../domain/access.ts";
import { instantAt } from "../domain/calendar.ts";
import type { Id } from "../domain/id.ts";
import { addDays, type LocalDate, localDateIn } from "../domain/local-date.ts";
import { type Alarm, alarmsAt, alarmsChangeIn, type Watched, waitingOnWatch } from "../domain/watch/alarm.ts";
import { gistOf, type OpenMatter, type Sheet, type SheetScope, sheetOf } from "../domain/watch/sheet.ts";

const DAY = 86_400_000;
/** Of the own agency every missing tally of so many days is on the sheet; of all agencies those of the last day due. */
const LOOK_BACK = 14;

/** What the reader has to be warned of: rosters with a gap, of all agencies for whoever reads them, and own handovers. */
export async function watchAlarms(tx: Tx, member: Membership, now: Date): Promise<Alarm[]> {
  const watched = await whatIsWatched(tx, member, now);
  return watched ? alarmsAt(watched, now) : [];
}

/**
 * For the frame: how many alarms and handovers wait for whoever keeps the watch, and in how many milliseconds that is
 * to be asked again because time alone raises or ends an alarm; null where nothing of it does.
 */
export async function waitsOnWatch(tx: Tx, member: Membership, now: Date) {
  const { operationId, id, agencyId, operation } = member;
  if (!may(member, "watch.hand_over", operation.state, { agencyId })) return { count: 0, changesIn: null };
  const [watched, toAccept] = await Promise.all([
    whatIsWatched(tx, member, now),
    handoversToAccept(tx, operationId, id),
  ]);
  const alarms = watched ? alarmsAt(watched, now) : [];
  return {
    count: waitingOnWatch(alarms, toAccept, now),
    changesIn: watched && alarmsChangeIn(watched, now),
  };
}

async function whatIsWatched(tx: Tx, member: Membership, now: Date): Promise<Watched | null> {
  const { operationId, operation } = member;
  if (!RUNNING.includes(operation.state)) return null;
  const [shifts, unaccepted, coordinating] = await Promise.all([
    listShifts(tx, operationId, now),
    unacceptedHandovers(tx),
    operation.state === "active" ? coordinatingAgencies(tx, operationId) : [],
  ]);
  // The coordination unit is on duty while the operation is active; to whom its roster is not shown, its lack is not.
  const agencyIds = coordinating.filter((agencyId) => may(member, "roster.read", operation.state, { agencyId }));
  const since = instantAt(operation.zone, operation.startsOn, "00:00");
  return { shifts, unaccepted, mustKeep: { agencyIds, since: since < now ? since : now } };
}

/** Before and after it a watch may be kept, but nobody is missed. */
const RUNNING: readonly string[] = ["active", "follow_up"];

/** The sheet as it would be signed now by this member, read with the member's own rights. */
export async function draftSheet(tx: Tx, member: Membership, now: Date): Promise<Sheet> {
  const { operationId, agencyId, role } = member;
  const scope: SheetScope = role === "ocu" ? "operation" : "agency";
  const last = await lastHandover(tx, { operationId, agencyId }, role);
  const whose = scope === "operation" ? null : agencyId;
  const parts = await Promise.all([
    warnings(tx, member, now, whose),
    questions(tx, operationId, whose),
    missingTallies(tx, member, now, whose),
    tallyQuestions(tx, operationId, whose),
    role === "ncp" ? inClearance(tx, operationId, agencyId) : [],
    scope === "operation" ? lateReports(tx, operationId, last ?? new Date(now.getTime() - DAY)) : [],
    promises(tx, operationId, agencyId),
  ]);
  return sheetOf(parts.flat(), scope, now, last);
}

/** By which a signer says which sheet was seen. */
export function digestOf(sheet: Sheet): string {
  return createHash("sha256").update(gistOf(sheet)).digest("hex");
}

async function warnings(tx: Tx, member: Membership, now: Date, whose: Id | null): Promise<OpenMatter[]> {
  const alarms = await watchAlarms(tx, member, now);
  const own = whose === null ? alarms : alarms.filter(({ agencyId }) => agencyId === whose);
  return own.map(({ kind, agencyId, from }) => ({
    ...{ kind: "warning" as const, id: `${kind} ${agencyId}`, agencyId, since: from, alarm: kind },
  }));
}

async function questions(tx: Tx, operationId: Id, whose: Id | null): Promise<OpenMatter[]> {
  const rows = await questionsForSheet(tx, operationId, whose);
  return rows.map(({ id, agencyId, seizureId, askedAt }) => ({
    ...{ kind: "question" as const, id, agencyId, seizure: seizureId, since: askedAt.toISOString() },
  }));
}

async function missingTallies(tx: Tx, member: Membership, now: Date, whose: Id | null): Promise<OpenMatter[]> {
  const { operationId, operation } = member;
  const today = localDateIn(operation.zone, now);
  const to = today > operation.endsOn ? operation.endsOn : today;
  const from = later(operation.startsOn, addDays(to, whose === null ? -2 : 1 - LOOK_BACK));
  const [marks, asked, reminded] = await Promise.all([
    tallyCalendar(tx, { from, to, at: now }),
    listAsked(tx, operationId, { from, to }),
    listReminders(tx, operationId, { from, to }),
  ]);
  const isDue = whose === null ? lastDue(now) : () => true;
  const missing = marks.filter(
    (one) => one.mark === "missing" && isDue(one.dueAt) && (whose === null || one.agencyId === whose),
  );
  return missing.map(({ agencyId, day, dueAt }) => {
    const ofDay = (row: { agencyId: Id; day: LocalDate }) => row.agencyId === agencyId && row.day === day;
    return {
      ...{ kind: "tally" as const, id: `${agencyId} ${day}`, agencyId, day, since: dueAt },
      asked: asked.filter(ofDay).at(-1)?.at ?? null,
      reminded: reminded.filter(ofDay).at(-1)?.at ?? null,
    };
  });
}

/** Of every agency the one tally whose deadline was last: that of today once it is due, that of yesterday until then. */
const lastDue = (now: Date) => (dueAt: string) => now.getTime() - Date.parse(dueAt) < DAY;

const later = (left: LocalDate, right: LocalDate) => (left > right ? left : right);

async function tallyQuestions(tx: Tx, operationId: Id, whose: Id | null): Promise<OpenMatter[]> {
  const open = await openTallyQuestions(tx, operationId, whose ?? undefined);
  return open.map(({ id, agencyId, day, group, askedAt }) => ({
    ...{ kind: "tally_question" as const, id, agencyId, day, goods: group || undefined, since: askedAt },
  }));
}

async function inClearance(tx: Tx, operationId: Id, agencyId: Id): Promise<OpenMatter[]> {
  const waiting = (await listReports(tx, operationId)).filter(({ state }) => state === "in_clearance");
  return waiting.map(({ id, input, submittedAt, updatedAt }) => ({
    ...{ kind: "clearance" as const, id, agencyId, seizure: id, since: (submittedAt ?? updatedAt).toISOString() },
    goods: input?.items[0]?.commodity,
  }));
}

async function lateReports(tx: Tx, operationId: Id, since: Date): Promise<OpenMatter[]> {
  const rows = await lateReportsSince(tx, operationId, since);
  return rows.map(({ id, agencyId, releasedAt }) => ({
    ...{ kind: "late_report" as const, id, agencyId, seizure: id, since: releasedAt.toISOString() },
  }));
}

async function promises(tx: Tx, operationId: Id, agencyId: Id): Promise<OpenMatter[]> {
  const open = await openPromises(tx, { operationId, agencyId });
  return open.map(({ id, at }) => ({ kind: "promise" as const, id, agencyId, since: at }));
}
