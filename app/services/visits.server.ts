import { beginAs } from "#db/queries/acting.server.ts";
import { noteVisit as note } from "#db/queries/visits.server.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { mustBeAllowed } from "./write.server.ts";

/**
 * The member opened the first page. Told to nobody and no command: told twice it is the same visit, and the clock that
 * counts is the database's.
 */
export async function noteVisit(acting: Acting): Promise<void> {
  await acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, acting.operationId);
    if (!self) throw new Problem("unauthenticated", "session.ended");
    const { operationId, id: memberId } = mustBeAllowed(self, "operation.read");
    await note(tx, { operationId, memberId }, self.now);
  });
}
