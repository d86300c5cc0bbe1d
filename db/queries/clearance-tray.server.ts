import { and, asc, eq, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencyUnits, clearances, members, persons, seizureReports } from "../schema.ts";

/** Reports in clearance that the reader may see, those that have waited longest first, and how many there are. */
export async function listTray(tx: Tx, operationId: Id, limit: number) {
  const waiting = and(eq(seizureReports.operationId, operationId), eq(seizureReports.state, "in_clearance"));
  const rows = await tx
    .select({
      id: seizureReports.id,
      version: seizureReports.version,
      step: seizureReports.step,
      steps: seizureReports.steps,
      onHold: seizureReports.onHold,
      submittedAt: seizureReports.submittedAt,
      input: seizureReports.input,
      author: persons.name,
      unit: agencyUnits.name,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(seizureReports)
    .innerJoin(agencyUnits, eq(agencyUnits.id, seizureReports.unitId))
    .leftJoin(
      members,
      and(eq(members.operationId, seizureReports.operationId), eq(members.id, seizureReports.authorId)),
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(waiting)
    .orderBy(asc(seizureReports.onHold), asc(seizureReports.submittedAt), asc(seizureReports.id))
    .limit(limit);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** What was decided on these reports since each was last sent, oldest first. */
export async function decisionsOnTray(tx: Tx, operationId: Id) {
  return tx
    .select({
      seizureId: clearances.seizureId,
      step: clearances.step,
      decision: clearances.decision,
      note: clearances.note,
      memberId: clearances.memberId,
      by: persons.name,
      at: clearances.at,
    })
    .from(clearances)
    .innerJoin(
      seizureReports,
      and(eq(seizureReports.operationId, clearances.operationId), eq(seizureReports.id, clearances.seizureId)),
    )
    .leftJoin(members, and(eq(members.operationId, clearances.operationId), eq(members.id, clearances.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(clearances.operationId, operationId),
        eq(seizureReports.state, "in_clearance"),
        sql`${clearances.at} >= ${seizureReports.submittedAt}`,
      ),
    )
    .orderBy(asc(clearances.at));
}
