import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { clearances, members, persons, seizureReports } from "../schema.ts";

/** Unreleased reports that the reader may see: the own unit's, or the whole agency's for its contact point. */
export async function listReports(tx: Tx, operationId: Id) {
  return tx
    .select({
      id: seizureReports.id,
      state: seizureReports.state,
      step: seizureReports.step,
      steps: seizureReports.steps,
      onHold: seizureReports.onHold,
      version: seizureReports.version,
      unitId: seizureReports.unitId,
      authorId: seizureReports.authorId,
      author: persons.name,
      input: seizureReports.input,
      form: seizureReports.form,
      note: seizureReports.note,
      createdAt: seizureReports.createdAt,
      updatedAt: seizureReports.updatedAt,
      submittedAt: seizureReports.submittedAt,
    })
    .from(seizureReports)
    .leftJoin(
      members,
      and(eq(members.operationId, seizureReports.operationId), eq(members.id, seizureReports.authorId)),
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(seizureReports.operationId, operationId),
        ne(seizureReports.state, "released"),
        ne(seizureReports.state, "discarded"),
        ne(seizureReports.state, "erased"),
      ),
    )
    .orderBy(desc(seizureReports.updatedAt));
}

export async function findReport(tx: Tx, operationId: Id, id: Id) {
  const [report] = await tx
    .select()
    .from(seizureReports)
    .where(and(eq(seizureReports.operationId, operationId), eq(seizureReports.id, id)));
  return report;
}

/** National decisions on a report, oldest first; the owner's alone. */
export async function clearancesOf(tx: Tx, operationId: Id, id: Id) {
  return tx
    .select({
      step: clearances.step,
      decision: clearances.decision,
      note: clearances.note,
      reference: clearances.reference,
      approver: clearances.approver,
      at: clearances.at,
      by: persons.name,
    })
    .from(clearances)
    .leftJoin(members, and(eq(members.operationId, clearances.operationId), eq(members.id, clearances.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(clearances.operationId, operationId), eq(clearances.seizureId, id)))
    .orderBy(asc(clearances.at));
}
