import type { Catalogue } from "./index.ts";
import codes from "./zh/codes.ts";
import errors from "./zh/errors.ts";
import help from "./zh/help.ts";
import live from "./zh/live.ts";
import outbox from "./zh/outbox.ts";
import people from "./zh/people.ts";
import report from "./zh/report.ts";
import reportLines from "./zh/report-lines.ts";
import seizures from "./zh/seizures.ts";
import shell from "./zh/shell.ts";
import since from "./zh/since.ts";
import summaries from "./zh/summaries.ts";
import tallies from "./zh/tallies.ts";
import ui from "./zh/ui.ts";
import workspace from "./zh/workspace.ts";

/**
 * Chinese (simplified): signing in, the frame, the first page, the report form, the outbox, seizures, live news, daily
 * tallies, help, codes and errors. What it lacks is read in English.
 */
export const zh: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...workspace,
  ...outbox,
  ...report,
  ...reportLines,
  ...live,
  ...codes,
  ...seizures,
  ...summaries,
  ...tallies,
  ...since,
  ...help,
};
