import type { House } from "#app/services/house.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import type { SideWork } from "./server.ts";

const LOOK_MS = 1_000;

/** Tells whoever watches a view of cases that came to fit it. Looks once a second; one round at a time. */
export function startViewWatches(house: House, log: Log): SideWork {
  const faults = faultLog(log, "watches of views");
  let over = false;
  let working: Promise<void> | undefined;
  const look = () => {
    if (over || working) return;
    working = workOnWatches(house, () => over)
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
