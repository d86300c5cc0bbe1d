import { and, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { members, persons, questions, seizureFacts, watchHandovers } from "../schema.ts";

type Keys = { operationId: Id; agencyId: Id };

/** Handovers of an agency that the reader may look at, the last first; those that were taken back are left out. */
export async function listHandovers(tx: Tx, { operationId, agencyId }: Keys, limit: number) {
  const [signer, taker] = [alias(members, "signer"), alias(members, "taker")];
  const [signed, taken] = [alias(persons, "signed"), alias(persons, "taken")];
  const { id, duty, sheet, remark, signedBy, signedAt, acceptedAt } = watchHandovers;
  const rows = await tx
    .select({ id, duty, sheet, remark, signedBy, signedAt, acceptedAt, signer: signed.name, taker: taken.name })
    .from(watchHandovers)
    .leftJoin(signer, and(eq(signer.operationId, watchHandovers.operationId), eq(signer.id, watchHandovers.signedBy)))
    .leftJoin(signed, eq(signed.id, signer.personId))
    .leftJoin(taker, and(eq(taker.operationId, watchHandovers.operationId), eq(taker.id, watchHandovers.acceptedBy)))
    .leftJoin(taken, eq(taken.id, taker.personId))
    .where(
      and(
        eq(watchHandovers.operationId, operationId),
        eq(watchHandovers.agencyId, agencyId),
        isNull(watchHandovers.takenBackAt),
      ),
    )
    .orderBy(desc(watchHandovers.signedAt))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    signer: row.signer ?? "",
    taker: row.taker ?? "",
    signedAt: row.signedAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }));
}

/** When the watch of this duty was last handed over and taken. */
export async function lastHandover(tx: Tx, { operationId, agencyId }: Keys, duty: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: watchHandovers.signedAt })
    .from(watchHandovers)
    .where(
      and(
        eq(watchHandovers.operationId, operationId),
        eq(watchHandovers.agencyId, agencyId),
        eq(watchHandovers.duty, duty),
        sql`${watchHandovers.acceptedAt} is not null`,
      ),
    )
    .orderBy(desc(watchHandovers.signedAt))
    .limit(1);
  return row?.at ?? null;
}

/** False where one of this duty waits already. */
export async function addHandover(tx: Tx, row: typeof watchHandovers.$inferInsert): Promise<boolean> {
  const added = await tx.insert(watchHandovers).values(row).onConflictDoNothing().returning({ id: watchHandovers.id });
  return added.length > 0;
}

/** If the reader may look at it. */
export async function findHandover(tx: Tx, operationId: Id, id: Id) {
  const [row] = await tx
    .select()
    .from(watchHandovers)
    .where(and(eq(watchHandovers.operationId, operationId), eq(watchHandovers.id, id)));
  return row;
}

/** False where it is accepted or taken back already: of two at once, the second waits for the first and is told so. */
export async function finishHandover(tx: Tx, operationId: Id, id: Id, acceptedBy: Id | null): Promise<boolean> {
  const at = sql`clock_timestamp()`;
  const rows = await tx
    .update(watchHandovers)
    .set(acceptedBy === null ? { takenBackAt: at } : { acceptedBy, acceptedAt: at })
    .where(
      and(
        eq(watchHandovers.operationId, operationId),
        eq(watchHandovers.id, id),
        isNull(watchHandovers.acceptedAt),
        isNull(watchHandovers.takenBackAt),
      ),
    )
    .returning({ id: watchHandovers.id });
  return rows.length > 0;
}

/** As many of a kind go on one sheet. */
const MOST = 200;

/** Open questions to agencies on their seizures: to one, or to all that the reader may look at; the oldest first. */
export async function questionsForSheet(tx: Tx, operationId: Id, agencyId: Id | null) {
  const whose = agencyId === null ? undefined : eq(questions.agencyId, agencyId);
  return tx
    .select({
      id: questions.id,
      seizureId: questions.seizureId,
      agencyId: questions.agencyId,
      askedAt: questions.askedAt,
    })
    .from(questions)
    .where(and(eq(questions.operationId, operationId), isNull(questions.answeredAt), whose))
    .orderBy(questions.askedAt)
    .limit(MOST);
}

/** Seizures that were reported later than the plan allows and released since an instant. */
export async function lateReportsSince(tx: Tx, operationId: Id, since: Date) {
  return tx
    .select({ id: seizureFacts.id, agencyId: seizureFacts.agencyId, releasedAt: seizureFacts.releasedAt })
    .from(seizureFacts)
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        isNull(seizureFacts.endedBy),
        eq(seizureFacts.late, true),
        eq(seizureFacts.shared, true),
        sql`${seizureFacts.releasedAt} > ${since.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(seizureFacts.releasedAt)
    .limit(MOST);
}

/** Message numbers of those of these seizures that the reader may see. */
export async function messageNumbers(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const { id, messageNo, endedBy } = seizureFacts;
  const rows = await tx
    .select({ id, messageNo })
    .from(seizureFacts)
    .where(and(eq(seizureFacts.operationId, operationId), inArray(id, [...new Set(ids)]), isNull(endedBy)));
  return Object.fromEntries(rows.map((row) => [row.id, row.messageNo]));
}

/** Handovers that wait for this member to take them: others have signed them, and their sheets may be read. */
export async function handoversToAccept(tx: Tx, operationId: Id, memberId: Id) {
  const { id, agencyId, signedAt, signedBy, acceptedAt, takenBackAt } = watchHandovers;
  const rows = await tx
    .select({ id, agencyId, signedAt, signer: persons.name })
    .from(watchHandovers)
    .leftJoin(members, and(eq(members.operationId, watchHandovers.operationId), eq(members.id, signedBy)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(
      and(eq(watchHandovers.operationId, operationId), isNull(acceptedAt), isNull(takenBackAt), ne(signedBy, memberId)),
    );
  return rows.map((row) => ({ ...row, signer: row.signer ?? "", signedAt: row.signedAt.toISOString() }));
}
