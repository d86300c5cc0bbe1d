import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { duplicates, seizureFacts, seizures } from "../schema.ts";
import { currentCase } from "./current-case.server.ts";

const COMPARED = {
  id: seizureFacts.id,
  agencyId: seizureFacts.agencyId,
  reporter: seizureFacts.reporter,
  version: seizures.version,
  input: seizures.input,
};

const countedIn = (operationId: Id) =>
  and(
    eq(seizureFacts.operationId, operationId),
    isNull(seizureFacts.endedBy),
    eq(seizureFacts.shared, true),
    inArray(seizureFacts.state, ["submitted", "verified"]),
  );

/** Where a list goes on: the time as the database writes it, finer than a date of JavaScript. */
export type ListedUpTo = { at: string; id: Id };

/** Cases that count and that the reader may read, for comparing them with each other; the newest first, page by page. */
export async function listCompared(
  tx: Tx,
  operationId: Id,
  { after, limit }: { after: ListedUpTo | null; limit: number },
) {
  const { releasedAt, id } = seizureFacts;
  // A plan that does not know how few are wanted sorts all of them; it would be kept after the fifth page.
  await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
  const older = after && sql`(${releasedAt}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  return tx
    .select({ ...COMPARED, at: sql<string>`${releasedAt}::text` })
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(and(countedIn(operationId), older ?? undefined))
    .orderBy(desc(releasedAt), desc(id))
    .limit(limit);
}

/** The same of these alone, as they are now. */
export async function comparedAmong(tx: Tx, operationId: Id, ids: Id[]) {
  return tx
    .select(COMPARED)
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(and(countedIn(operationId), inArray(seizureFacts.id, ids)));
}

/** Which of these count at all, whoever may read their cases. */
export async function countedAmong(tx: Tx, operationId: Id, ids: Id[]): Promise<Set<Id>> {
  const rows = await tx
    .select({ id: seizureFacts.id })
    .from(seizureFacts)
    .where(and(countedIn(operationId), inArray(seizureFacts.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

/** Which of these count and may be read by the reader now, and in which version. */
export async function versionsAmong(tx: Tx, operationId: Id, ids: Id[]) {
  return tx
    .select({ id: seizureFacts.id, version: seizures.version })
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(and(countedIn(operationId), inArray(seizureFacts.id, ids)));
}

/** Messages that are part of a joint case, each with the one that stands for it. */
export async function jointHeads(tx: Tx, operationId: Id): Promise<Map<Id, Id>> {
  const { id, joint } = seizureFacts;
  const rows = await tx
    .select({ id, joint })
    .from(seizureFacts)
    .where(and(countedIn(operationId), isNotNull(joint)));
  return new Map(rows.flatMap((row) => (row.joint === null ? [] : [[row.id, row.joint] as const])));
}

/** The other messages of its joint case, as far as the reader may see them, the one that stands for the case first. */
export async function partnersOf(tx: Tx, operationId: Id, { id, joint }: Pick<SeizureFact, "id" | "joint">) {
  if (joint === null) return [];
  return (await messagesOfJoint(tx, operationId, [joint.head])).filter((message) => message.id !== id);
}

/** All messages of the joint cases for which these stand, as far as the reader may see them. */
export async function messagesOfJoint(tx: Tx, operationId: Id, heads: readonly Id[]) {
  if (heads.length === 0) return [];
  const { id, messageNo, reporter, joint, jointPlace } = seizureFacts;
  return tx
    .select({ id, messageNo, reporter, joint })
    .from(seizureFacts)
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        inArray(joint, [...heads]),
        isNull(seizureFacts.endedBy),
        inArray(seizureFacts.state, ["submitted", "verified"]),
      ),
    )
    .orderBy(jointPlace, id);
}

/** What was proposed and decided on pairs, the newest first: all for the coordination unit, their own for owners. */
export async function listDuplicates(tx: Tx, operationId: Id) {
  return tx
    .select()
    .from(duplicates)
    .where(eq(duplicates.operationId, operationId))
    .orderBy(desc(duplicates.proposedAt));
}

/** Proposals that wait for the word of an agency. */
export async function proposalsFor(tx: Tx, operationId: Id, agencyId: Id) {
  const rows = await tx
    .select()
    .from(duplicates)
    .where(and(eq(duplicates.operationId, operationId), eq(duplicates.state, "proposed")));
  return rows.filter(
    (row) =>
      (row.keptAgencyId === agencyId && row.keptAgreedBy === null) ||
      (row.droppedAgencyId === agencyId && row.droppedAgreedBy === null),
  );
}
