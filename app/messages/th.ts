import type { Catalogue } from "./index.ts";
import codes from "./th/codes.ts";
import errors from "./th/errors.ts";
import help from "./th/help.ts";
import live from "./th/live.ts";
import outbox from "./th/outbox.ts";
import people from "./th/people.ts";
import report from "./th/report.ts";
import reportLines from "./th/report-lines.ts";
import seizures from "./th/seizures.ts";
import shell from "./th/shell.ts";
import since from "./th/since.ts";
import summaries from "./th/summaries.ts";
import tallies from "./th/tallies.ts";
import ui from "./th/ui.ts";
import workspace from "./th/workspace.ts";

/**
 * Thai: signing in, the frame, the first page, the report form, the outbox, seizures, live news, daily tallies, help,
 * codes and errors. What it lacks is read in English.
 */
export const th: Catalogue = {
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
