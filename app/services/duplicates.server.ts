import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { anEvent } from "#db/queries/events.server.ts";
import { duplicates, seizureFacts } from "#db/schema.ts";
import type { EventBody } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** `kept` goes on counting, `dropped` is counted under it. */
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

/** Says that two messages are two cases: they are not put before anybody again. */
export async function tellApart(acting: Acting, command: Command<Pair>): Promise<Outcome> {
  return write(acting, "duplicate.tell_apart", command, async (change): Promise<Outcome> => {
    const row = await addPair(change, command.input, "apart");
    change.note(anEvent("duplicate.told_apart", { duplicate: row.id }, "desk"));
    return { duplicate: row.id, state: "apart" };
  });
}

/** An owner agrees; where the other one has agreed before, or both are one agency, they are merged with it. */
export async function agreeToMerge(acting: Acting, command: Command<{ duplicate: Id }>): Promise<Outcome> {
  return write(acting, "duplicate.agree", command, async (change): Promise<Outcome> => {
    const row = await take(change, command.input.duplicate);
    const own = change.self.member?.agencyId ?? "";
    const side = row.keptAgencyId === own ? row.keptAgencyId : row.droppedAgencyId;
    mustBeAllowed(change.self, "duplicate.agree", { agencyId: side });
    if (row.state !== "proposed") throw new Problem("conflict", "duplicate.closed");
    const keptAgreed = row.keptAgreedBy !== null || row.keptAgencyId === own;
    const droppedAgreed = row.droppedAgreedBy !== null || row.droppedAgencyId === own;
    const event = keptAgreed && droppedAgreed ? await noteMerged(change, row) : uuid();
    const [answer] = await change.tx.execute<{ state: string }>(
      sql`select agree_to_merge(${row.id}::uuid, ${event}::uuid) as state`,
    );
    if (answer?.state === "stale") throw new Problem("stale", "duplicate.stale");
    const merged = answer?.state === "merged";
    if (merged) await tell(change, row, "duplicate.closed", { duplicate: row.id, state: "merged" });
    else await tell(change, row, "duplicate.agreed", { duplicate: row.id, agency: own });
    return { duplicate: row.id, state: answer?.state ?? "" };
  });
}

/** Refuses a proposal, undoes a merge, or takes back that two are apart; each says why. */
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
    const open = row.state === "proposed" || row.state === "merged" || row.state === "apart";
    if (!open) throw new Problem("conflict", "duplicate.closed");
    if (row.state === "apart") mustBeAllowed(change.self, "duplicate.propose");
    const event = row.state === "merged" ? await noteUnmerged(change, row) : uuid();
    const [answer] = await change.tx.execute<{ state: string }>(
      sql`select close_duplicate(${row.id}::uuid, ${event}::uuid, ${note}) as state`,
    );
    if (answer?.state === "stale") throw new Problem("stale", "duplicate.stale");
    const state = row.state === "proposed" ? "refused" : "undone";
    await tell(change, row, "duplicate.closed", { duplicate: row.id, state });
    return { duplicate: row.id, state };
  });
}

async function addPair(change: Change, { id, kept, dropped, note }: Pair, state: string): Promise<Duplicate> {
  const { tx, self } = change;
  const member = mustBeAllowed(self, "duplicate.propose");
  const facts = await currentFacts(change, [kept, dropped]);
  const [one, other] = [facts.get(kept), facts.get(dropped)];
  if (!one || !other || kept === dropped) throw new Problem("not-found", "seizure.unknown");
  const counts = ({ state }: { state: string }) => state === "submitted" || state === "verified";
  if (!counts(one) || !counts(other)) throw new Problem("conflict", "duplicate.not_counted");
  const agencies = { keptAgencyId: one.agencyId, droppedAgencyId: other.agencyId };
  const added = await tx
    .insert(duplicates)
    .values({ operationId: member.operationId, id, kept, dropped, ...agencies, state, note, proposedBy: member.id })
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
  const { id, version, state, agencyId, unitId } = seizureFacts;
  const rows = await tx
    .select({ id, version, state, agencyId, unitId })
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
