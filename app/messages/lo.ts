import type { Catalogue } from "./index.ts";
import codes from "./lo/codes.ts";
import errors from "./lo/errors.ts";
import help from "./lo/help.ts";
import live from "./lo/live.ts";
import outbox from "./lo/outbox.ts";
import people from "./lo/people.ts";
import report from "./lo/report.ts";
import reportLines from "./lo/report-lines.ts";
import seizures from "./lo/seizures.ts";
import shell from "./lo/shell.ts";
import since from "./lo/since.ts";
import summaries from "./lo/summaries.ts";
import tallies from "./lo/tallies.ts";
import ui from "./lo/ui.ts";
import workspace from "./lo/workspace.ts";

/**
 * Lao: signing in, the frame, the officer's first page, the report form, the outbox, seizures, live news, daily
 * tallies, what is new, help, codes and errors. What it lacks is read in English.
 */
export const lo: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...workspace,
  ...outbox,
  ...report,
  ...reportLines,
  ...seizures,
  ...summaries,
  ...live,
  ...codes,
  ...tallies,
  ...help,
  ...since,
};
