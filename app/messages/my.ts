import type { Catalogue } from "./index.ts";
import codes from "./my/codes.ts";
import errors from "./my/errors.ts";
import help from "./my/help.ts";
import live from "./my/live.ts";
import outbox from "./my/outbox.ts";
import people from "./my/people.ts";
import report from "./my/report.ts";
import reportLines from "./my/report-lines.ts";
import seizures from "./my/seizures.ts";
import shell from "./my/shell.ts";
import since from "./my/since.ts";
import summaries from "./my/summaries.ts";
import tallies from "./my/tallies.ts";
import ui from "./my/ui.ts";
import workspace from "./my/workspace.ts";

/**
 * Burmese: signing in, the frame, the officer's first page, the report form, the outbox, seizures, live news, daily
 * tallies, help, codes and errors. What it lacks is read in English.
 */
export const my: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...workspace,
  ...since,
  ...outbox,
  ...report,
  ...reportLines,
  ...seizures,
  ...summaries,
  ...live,
  ...codes,
  ...tallies,
  ...help,
};
