import type { House } from "#app/services/house.server.ts";
import { Stopped } from "#app/services/import-job.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { resting } from "#app/services/resting.server.ts";
import type { Log } from "./fault-log.ts";
import { startRounds } from "./rounds.ts";
import type { SideWork } from "./server.ts";

/**
 * Reads files that were sent, and makes their reports, one file at a time: what another process left behind is taken
 * over when its hold runs out.
 */
export function startImports(house: House, log: Log): SideWork {
  const rest = resting();
  const id = crypto.randomUUID();
  return startRounds(log, "imports", (isOver) => {
    const pause = async () => {
      await rest();
      if (isOver()) throw new Stopped("lost");
    };
    return workOnImports(house, { id, pause, isOver });
  });
}
