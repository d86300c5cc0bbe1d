import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { anEvent } from "#db/queries/events.server.ts";
import { duplicates, seizureFacts } from "#db/schema.ts";
import type { MatchKind } from "../domain/duplicates/may-be-one.ts";
import type { EventBody } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Of two that are to be merged `kept` goes on counting, and `dropped` is counted under it. */
export type Pair = { id: Id; kept: Id; dropped: Id; note: string };
type Duplicate = typeof duplicates.$inferSelect;

/** Proposes to the owners of two messages to count them as one case. Both stay as they are, with their history. */
export async function proposeMerge(acting: Acting, command: Command<Pair>): Promise<Outcome> {
  return write(acting, "duplicate.propose", command, async (change): Promise<Outcome> => {
    const row = await addPair(change, command.input, "proposed");
    await tell(change, row, "duplicate.proposed", { duplicate: row.id });
    return { duplicate: row.id, state: "proposed" };
  });
}

/** Proposes to the owners of two countries' messages to count them as one case, with each of them in its own table. */
export async function proposeJoint(acting: Acting, command: Command<Pair>): Promise<Outcome> {
  return write(acting, "duplicate.propose_joint", command, async (change): Promise<Outcome> => {
    const row = await addPair(change, command.input, "proposed", "same_consignment");
    await tell(change, row, "duplicate.proposed", { duplicate: row.id });
    return { duplicate: row.id, state: "proposed" };
  });
}

/** Says that two messages are two cases: they are not put before anybody again. */
export async function tellApart(acting: Acting, command: Command<Pair>): Promise<Outcome> {
  return write(acting, "duplicate.tell_apart", command, async (change): Promise<Outcome> => {
    const row = await addPair(change, command.input, "apart");
    change.note(anEvent("duplicate.told_apart", { duplicate: row.id }, "desk"));
    return { duplicate: row.id, state: "apart" };
  });
}

/** An owner agrees; where the other one has agreed before, or both are one agency, they are one case with it. */
export async function agreeToMerge(acting: Acting, command: Command<{ duplicate: Id }>): Promise<Outcome> {
  return write(acting, "duplicate.agree", command, async (change): Promise<Outcome> => {
    const row = await take(change, command.input.duplicate);
    const own = change.self.member?.agencyId ?? "";
    const side = row.keptAgencyId === own ? row.keptAgencyId : row.droppedAgencyId;
    mustBeAllowed(change.self, "duplicate.agree", { agencyId: side });
    if (row.state !== "proposed") throw new Problem("conflict", "duplicate.closed");
    const keptAgreed = row.keptAgreedBy !== null || row.keptAgencyId === own;
    const droppedAgreed = row.droppedAgreedBy !== null || row.droppedAgencyId === own;
    const reached = row.kind === "duplicate" ? "merged" : "joined";
    const last = keptAgreed && droppedAgreed;
    const event = last && reached === "merged" ? await noteMerged(change, row) : uuid();
    const [answer] = await change.tx.execute<{ state: string }>(
      sql`select agree_to_merge(${row.id}::uuid, ${event}::uuid) as state`,
    );
    if (answer?.state === "stale") throw new Problem("stale", "duplicate.stale");
    if (last) {
      await noteJoint(change, row, event);
      await tell(change, row, "duplicate.closed", { duplicate: row.id, state: reached });
    } else await tell(change, row, "duplicate.agreed", { duplicate: row.id, agency: own });
    return { duplicate: row.id, state: answer?.state ?? "" };
  });
}

/** Refuses a proposal, undoes a merge or a joint case, or takes back that two are apart; each says why. */
export async function closeDuplicate(
  acting: Acting,
  command: Command<{ duplicate: Id; note: string }>,
): Promise<Outcome> {
  return write(acting, "duplicate.close", command, async (change): Promise<Outcome> => {
    const { duplicate, note } = command.input;
    if (note === "") throw new Problem("invalid", "body.invalid", {}, { fields: { note: ["duplicate.reason"] } });
    const row = await take(change, duplicate);
    const own = change.self.member?.agencyId;
    mustBeAllowed(change.self, "duplicate.close", { agencyId: row.keptAgencyId === own ? own : row.droppedAgencyId });
    if (row.state === "refused" || row.state === "undone") throw new Problem("conflict", "duplicate.closed");
    if (row.state === "apart") mustBeAllowed(change.self, "duplicate.propose");
    const event = row.state === "merged" ? await noteUnmerged(change, row) : uuid();
    const [answer] = await change.tx.execute<{ state: string }>(
      sql`select close_duplicate(${row.id}::uuid, ${event}::uuid, ${note}) as state`,
    );
    if (answer?.state === "stale") throw new Problem("stale", "duplicate.stale");
    const state = row.state === "proposed" ? "refused" : "undone";
    await noteJoint(change, row, event);
    await tell(change, row, "duplicate.closed", { duplicate: row.id, state });
    return { duplicate: row.id, state };
  });
}

async function addPair(
  change: Change,
  { id, kept, dropped, note }: Pair,
  state: string,
  kind: MatchKind = "duplicate",
): Promise<Duplicate> {
  const { tx, self } = change;
  const member = mustBeAllowed(self, "duplicate.propose");
  const facts = await currentFacts(change, [kept, dropped]);
  const [one, other] = [facts.get(kept), facts.get(dropped)];
  if (!one || !other || kept === dropped) throw new Problem("not-found", "seizure.unknown");
  const counts = ({ state }: { state: string }) => state === "submitted" || state === "verified";
  if (!counts(one) || !counts(other)) throw new Problem("conflict", "duplicate.not_counted");
  if (kind === "same_consignment" && one.reporter === other.reporter)
    throw new Problem("conflict", "duplicate.one_reporter");
  const agencies = { keptAgencyId: one.agencyId, droppedAgencyId: other.agencyId };
  const added = await tx
    .insert(duplicates)
    .values({
      operationId: member.operationId,
      id,
      kept,
      dropped,
      ...agencies,
      kind,
      state,
      note,
      proposedBy: member.id,
    })
    .onConflictDoNothing()
    .returning();
  if (!added[0]) throw new Problem("conflict", "duplicate.decided");
  return added[0];
}

/** The proposal, if it is there for this member; locked, so that two who decide at once come one after the other. */
async function take({ tx, self }: Change, id: Id): Promise<Duplicate> {
  mustBeAllowed(self, "duplicate.read", { agencyId: self.member?.agencyId });
  await tx.execute(sql`select id from take_duplicate(${id}::uuid)`);
  const operationId = self.member?.operationId ?? id;
  const [row] = await tx
    .select()
    .from(duplicates)
    .where(and(eq(duplicates.operationId, operationId), eq(duplicates.id, id)));
  if (!row) throw new Problem("not-found", "duplicate.unknown");
  return row;
}

async function currentFacts({ tx, self }: Change, ids: Id[]) {
  const operationId = self.member?.operationId ?? "";
  const { id, version, state, agencyId, unitId, reporter } = seizureFacts;
  const rows = await tx
    .select({ id, version, state, agencyId, unitId, reporter })
    .from(seizureFacts)
    .where(and(eq(seizureFacts.operationId, operationId), inArray(id, ids), isNull(seizureFacts.endedBy)));
  return new Map(rows.map((row) => [row.id, row]));
}

async function noteMerged(change: Change, { kept, dropped }: Duplicate): Promise<Id> {
  const fact = (await currentFacts(change, [dropped])).get(dropped);
  if (!fact) throw new Problem("stale", "duplicate.stale");
  const body = { seizure: dropped, revision: fact.version + 1, into: kept };
  if (mayTell(change, fact)) change.note(anEvent("seizure.merged", body, "unit", fact.unitId));
  return change.note(anEvent("seizure.merged", body, "operation"));
}

async function noteUnmerged(change: Change, { kept, dropped }: Duplicate): Promise<Id> {
  const fact = (await currentFacts(change, [dropped])).get(dropped);
  if (!fact) throw new Problem("stale", "duplicate.stale");
  const body = { seizure: dropped, revision: fact.version + 1, from: kept };
  if (mayTell(change, fact)) change.note(anEvent("seizure.unmerged", body, "unit", fact.unitId));
  return change.note(anEvent("seizure.unmerged", body, "operation"));
}

/**
 * Tells of each message that the decision put into a joint case or took out of one; there may be more than two. Their
 * new versions begin with `event`: all who read facts know it, so where it is no other's it is the first of these.
 */
async function noteJoint(change: Change, { id, kind }: Duplicate, event: Id): Promise<void> {
  const changed = await change.tx.execute<JointChange>(
    sql`select seizure, revision, joint from joint_changes(${id}::uuid, ${event}::uuid)`,
  );
  if (changed.length === 0) return;
  const seen = await currentFacts(
    change,
    changed.map(({ seizure }) => seizure),
  );
  for (const [index, { seizure, revision, joint }] of changed.entries()) {
    const fact = seen.get(seizure);
    for (const unit of fact && mayTell(change, fact) ? [fact.unitId] : []) {
      change.note(jointEvent({ seizure, revision, joint }, "unit", unit));
    }
    const told = jointEvent({ seizure, revision, joint }, "operation");
    change.note(index === 0 && kind === "same_consignment" ? { ...told, id: event } : told);
  }
}

type JointChange = { seizure: Id; revision: number; joint: Id | null };

function jointEvent({ seizure, revision, joint }: JointChange, stream: "unit" | "operation", unit?: Id) {
  if (joint === null) return anEvent("seizure.parted", { seizure, revision }, stream, unit);
  return anEvent("seizure.joined", { seizure, revision, joint }, stream, unit);
}

/** An owner writes in the stream of the own units alone; the coordination unit in all. The others hear by the operation. */
function mayTell({ self }: Change, { agencyId }: { agencyId: Id }): boolean {
  return self.member?.role === "ocu" || self.member?.agencyId === agencyId;
}

/** The coordination unit hears of it, and the units whose messages they are, each once. */
async function tell<T extends "duplicate.proposed" | "duplicate.agreed" | "duplicate.closed">(
  change: Change,
  { kept, dropped }: Duplicate,
  type: T,
  body: EventBody<T>,
): Promise<void> {
  const facts = await currentFacts(change, [kept, dropped]);
  const told = [...facts.values()].filter((fact) => mayTell(change, fact));
  for (const unit of new Set(told.map(({ unitId }) => unitId))) {
    change.note(anEvent(type, body, "unit", unit));
  }
  change.note(anEvent(type, body, "desk"));
}
