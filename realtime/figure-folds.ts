import type { Db } from "#db/client.server.ts";
import { foldFigures, operationsToFold } from "#db/queries/figure-folding.server.ts";
import type { Log } from "./fault-log.ts";
import { startRounds } from "./rounds.ts";
import type { SideWork } from "./server.ts";

/** So many changes in one transaction: a few tenths of a second, in which nobody but another folder waits. */
const AT_ONCE = 1_000;

/** Counts what was written into the cells that figures are read from. Until then readers add it themselves. */
export function startFigureFolds(db: Db, log: Log): SideWork {
  return startRounds(log, "figures", async (isOver) => {
    for (const operationId of await operationsToFold(db))
      while (!isOver() && (await foldFigures(db, operationId, AT_ONCE)) === AT_ONCE);
  });
}
