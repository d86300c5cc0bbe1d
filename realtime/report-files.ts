import { workOnReportFiles } from "#app/operation-report-files/file-work.server.ts";
import type { House } from "#app/services/house.server.ts";
import { Stopped } from "#app/services/import-job.server.ts";
import { resting } from "#app/services/resting.server.ts";
import type { Log } from "./fault-log.ts";
import { startRounds } from "./rounds.ts";
import type { SideWork } from "./server.ts";

/** Makes files of reports that were asked for; what another process left behind is begun anew when its hold runs out. */
export function startReportFiles(house: House, log: Log): SideWork {
  const rest = resting();
  const id = crypto.randomUUID();
  return startRounds(log, "report files", (isOver) => {
    const pause = async () => {
      await rest();
      if (isOver()) throw new Stopped("lost");
    };
    return workOnReportFiles(house, { id, pause, isOver });
  });
}
