import { faultLog, type Log } from "./fault-log.ts";
import type { SideWork } from "./server.ts";

const LOOK_MS = 1_000;

/**
 * Work beside the pages: a round a second, one at a time, and one at once. A round that fails is noted and left to the
 * next; work asks `isOver` where it can stop.
 */
export function startRounds(log: Log, name: string, work: (isOver: () => boolean) => Promise<void>): SideWork {
  const faults = faultLog(log, name);
  let over = false;
  let working: Promise<void> | undefined;
  const look = () => {
    if (over || working) return;
    working = work(() => over)
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
