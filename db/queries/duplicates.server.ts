import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
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
      joint: seizureFacts.joint,
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

/** The other messages of its joint case, as far as the reader may see them, the one that stands for the case first. */
export async function partnersOf(tx: Tx, operationId: Id, { id, joint }: Pick<SeizureFact, "id" | "joint">) {
  if (joint === null) return [];
  const { messageNo, reporter, jointPlace } = seizureFacts;
  return tx
    .select({ id: seizureFacts.id, messageNo, reporter })
    .from(seizureFacts)
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        eq(seizureFacts.joint, joint.head),
        isNull(seizureFacts.endedBy),
        ne(seizureFacts.id, id),
        inArray(seizureFacts.state, ["submitted", "verified"]),
      ),
    )
    .orderBy(jointPlace);
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
