import type { Catalogue } from "./index.ts";
import attachments from "./lo/attachments.ts";
import caseLinks from "./lo/case-links.ts";
import codes from "./lo/codes.ts";
import digest from "./lo/digest.ts";
import duplicates from "./lo/duplicates.ts";
import erasing from "./lo/erasing.ts";
import errors from "./lo/errors.ts";
import figures from "./lo/figures.ts";
import help from "./lo/help.ts";
import linked from "./lo/linked.ts";
import live from "./lo/live.ts";
import looking from "./lo/looking.ts";
import map from "./lo/map.ts";
import mediaOfCase from "./lo/media-of-case.ts";
import operations from "./lo/operations.ts";
import outbox from "./lo/outbox.ts";
import outcomes from "./lo/outcomes.ts";
import people from "./lo/people.ts";
import presence from "./lo/presence.ts";
import report from "./lo/report.ts";
import reportLines from "./lo/report-lines.ts";
import seizureActs from "./lo/seizure-acts.ts";
import seizures from "./lo/seizures.ts";
import shell from "./lo/shell.ts";
import since from "./lo/since.ts";
import summaries from "./lo/summaries.ts";
import tallies from "./lo/tallies.ts";
import tallyTotals from "./lo/tally-totals.ts";
import ui from "./lo/ui.ts";
import verification from "./lo/verification.ts";
import views from "./lo/views.ts";
import watch from "./lo/watch.ts";
import workspace from "./lo/workspace.ts";

/**
 * Lao: signing in, the frame, the officer's first page, the report form, the outbox, seizures and their acts, photos, live news, daily
 * tallies, what is new, help, codes and errors. What it lacks is read in English.
 */
export const lo: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...views,
  ...workspace,
  ...outbox,
  ...report,
  ...reportLines,
  ...seizures,
  ...outcomes,
  ...mediaOfCase,
  ...summaries,
  ...live,
  ...codes,
  ...tallies,
  ...help,
  ...since,
  ...attachments,
  ...caseLinks,
  ...digest,
  ...duplicates,
  ...erasing,
  ...figures,
  ...looking,
  ...map,
  ...linked,
  ...operations,
  ...presence,
  ...seizureActs,
  ...tallyTotals,
  ...verification,
  ...watch,
};
