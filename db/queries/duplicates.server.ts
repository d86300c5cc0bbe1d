import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { duplicates, seizureFacts, seizures } from "../schema.ts";
import { currentCase } from "./current-case.server.ts";

/** The newest cases that count and that the reader may read, for comparing them with each other. */
export async function listCompared(tx: Tx, operationId: Id, limit: number) {
  return tx
    .select({
      id: seizureFacts.id,
      agencyId: seizureFacts.agencyId,
      reporter: seizureFacts.reporter,
      messageNo: seizureFacts.messageNo,
      input: seizures.input,
    })
    .from(seizureFacts)
    .innerJoin(seizures, currentCase())
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        isNull(seizureFacts.endedBy),
        eq(seizureFacts.shared, true),
        inArray(seizureFacts.state, ["submitted", "verified"]),
      ),
    )
    .orderBy(desc(seizureFacts.releasedAt), desc(seizureFacts.id))
    .limit(limit);
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
