import type { Catalogue } from "./index.ts";
import codes from "./km/codes.ts";
import errors from "./km/errors.ts";
import help from "./km/help.ts";
import live from "./km/live.ts";
import outbox from "./km/outbox.ts";
import people from "./km/people.ts";
import report from "./km/report.ts";
import reportLines from "./km/report-lines.ts";
import seizures from "./km/seizures.ts";
import shell from "./km/shell.ts";
import since from "./km/since.ts";
import summaries from "./km/summaries.ts";
import tallies from "./km/tallies.ts";
import ui from "./km/ui.ts";
import workspace from "./km/workspace.ts";

/**
 * Khmer: signing in, the frame, the first page, the report form, the outbox, seizures, live news, daily tallies, codes,
 * help and errors. What it lacks is read in English.
 */
export const km: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...outbox,
  ...report,
  ...reportLines,
  ...seizures,
  ...summaries,
  ...live,
  ...codes,
  ...tallies,
  ...help,
  ...workspace,
  ...since,
};
