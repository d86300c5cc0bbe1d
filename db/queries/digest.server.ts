import { and, count, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { clearances, questions, seizureFacts, seizures } from "../schema.ts";
import { currentCase } from "./current-case.server.ts";

/** The newest cases of an agency with the times of their way, as they stand. */
export async function ownCases(tx: Tx, operationId: Id, agencyId: Id, limit: number) {
  return tx
    .select({
      input: seizures.input,
      late: seizureFacts.late,
      clearedAt: seizureFacts.clearedAt,
      releasedAt: seizureFacts.releasedAt,
    })
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        eq(seizureFacts.agencyId, agencyId),
        isNull(seizureFacts.endedBy),
        ne(seizureFacts.state, "withdrawn"),
      ),
    )
    .orderBy(desc(seizureFacts.releasedAt))
    .limit(limit);
}

/** How many corrections of each kind an agency has made. */
export async function ownCorrections(tx: Tx, operationId: Id, agencyId: Id) {
  return tx
    .select({ kind: seizures.changeKind, n: count() })
    .from(seizures)
    .where(and(eq(seizures.operationId, operationId), eq(seizures.agencyId, agencyId), gt(seizures.version, 1)))
    .groupBy(seizures.changeKind)
    .orderBy(desc(count()));
}

/** Questions that the agency was asked, with when they were answered. */
export async function ownQuestions(tx: Tx, operationId: Id, agencyId: Id) {
  const { askedAt, answeredAt } = questions;
  return tx
    .select({ askedAt, answeredAt })
    .from(questions)
    .where(and(eq(questions.operationId, operationId), eq(questions.agencyId, agencyId)));
}

/** How often contact points of the agency have returned a report to its author. */
export async function ownReturns(tx: Tx, operationId: Id, agencyId: Id): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(clearances)
    .where(
      and(
        eq(clearances.operationId, operationId),
        eq(clearances.agencyId, agencyId),
        eq(clearances.decision, "returned"),
      ),
    );
  return row?.n ?? 0;
}
