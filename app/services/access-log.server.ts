import { beginAs } from "#db/queries/acting.server.ts";
import { accessLog } from "#db/schema.ts";
import type { Acting } from "./house.server.ts";

export type Access = {
  action: "nominal.read" | "case.read";
  /** The id of what was read. */
  subject: string;
  outcome: "shown" | "refused";
  requestId: string;
};

/** Writes down that somebody read what is not for everybody: apart from the events, and sent to nobody. */
export async function noteAccess(acting: Acting, access: Access): Promise<void> {
  await acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, acting.operationId);
    await tx
      .insert(accessLog)
      .values({ ...access, personId: self?.person.id ?? null, operationId: acting.operationId });
  });
}
