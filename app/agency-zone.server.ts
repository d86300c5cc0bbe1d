import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listPromises } from "#db/queries/tallies.server.ts";
import { localDateIn } from "./domain/local-date.ts";
import { promiseOn } from "./domain/tally/rhythm.ts";
import { memberOf } from "./services/write.server.ts";

/** The zone that the reader's agency named with its promise of tallies, else that of the operation. */
export async function agencyZone(tx: Tx, self: Self): Promise<string> {
  const { operationId, agencyId, operation } = memberOf(self);
  const promises = await listPromises(tx, operationId, agencyId);
  return promiseOn(promises, localDateIn(operation.zone, self.now))?.zone ?? operation.zone;
}
