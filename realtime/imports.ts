import type { House } from "#app/services/house.server.ts";
import { Stopped } from "#app/services/import-job.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { resting } from "#app/services/resting.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import type { SideWork } from "./server.ts";

const LOOK_MS = 1_000;

/**
 * Reads files that were sent, and makes their reports, one file at a time. Looks once a second: what another process left
 * behind is taken over when its hold runs out.
 */
export function startImports(house: House, log: Log): SideWork {
  const faults = faultLog(log, "imports");
  let over = false;
  let working: Promise<void> | undefined;
  const rest = resting();

  async function pause(): Promise<void> {
    await rest();
    if (over) throw new Stopped("lost");
  }

  const worker = { id: crypto.randomUUID(), pause, isOver: () => over };
  const look = () => {
    if (over || working) return;
    working = workOnImports(house, worker)
      .then(faults.over, faults.note)
      .finally(() => {
        working = undefined;
      });
  };
  const looking = setInterval(look, LOOK_MS);
  look();
  return {
    async stop() {
      over = true;
      clearInterval(looking);
      await working;
    },
  };
}
