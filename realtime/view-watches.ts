import type { House } from "#app/services/house.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import type { Log } from "./fault-log.ts";
import { startRounds } from "./rounds.ts";
import type { SideWork } from "./server.ts";

/** Tells whoever watches a view of cases that came to fit it. */
export function startViewWatches(house: House, log: Log): SideWork {
  return startRounds(log, "watches of views", (isOver) => workOnWatches(house, isOver));
}
