import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { seizureReports } from "../schema.ts";

/** Reports in clearance that the reader may see and that nobody put on hold. */
export async function waitingForClearance(tx: Tx, operationId: Id): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(seizureReports)
    .where(
      and(
        eq(seizureReports.operationId, operationId),
        eq(seizureReports.state, "in_clearance"),
        eq(seizureReports.onHold, false),
      ),
    );
  return row?.n ?? 0;
}
