import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import {
  comparedAmong,
  countedAmong,
  listCompared,
  listDuplicates,
  versionsAmong,
} from "#db/queries/duplicates.server.ts";

export const OF_DUPLICATES = {
  "cases to compare": async (tx: Tx, { operationId }: Membership) => {
    const first = await listCompared(tx, operationId, { after: null, limit: 1_000 });
    const last = first.at(-1);
    const after = last ? { at: last.at, id: last.id } : null;
    await listCompared(tx, operationId, { after, limit: 1_000 });
    const ids = first.map(({ id }) => id);
    await comparedAmong(tx, operationId, ids.slice(0, 20));
    await countedAmong(tx, operationId, ids);
    await versionsAmong(tx, operationId, ids);
  },
  "pairs that were decided on": (tx: Tx, { operationId }: Membership) => listDuplicates(tx, operationId),
};
