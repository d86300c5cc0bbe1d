import type { Catalogue } from "./index.ts";
import attachments from "./my/attachments.ts";
import caseLinks from "./my/case-links.ts";
import codes from "./my/codes.ts";
import digest from "./my/digest.ts";
import duplicates from "./my/duplicates.ts";
import erasing from "./my/erasing.ts";
import errors from "./my/errors.ts";
import figures from "./my/figures.ts";
import help from "./my/help.ts";
import linked from "./my/linked.ts";
import live from "./my/live.ts";
import looking from "./my/looking.ts";
import map from "./my/map.ts";
import mediaOfCase from "./my/media-of-case.ts";
import operations from "./my/operations.ts";
import outbox from "./my/outbox.ts";
import outcomes from "./my/outcomes.ts";
import people from "./my/people.ts";
import presence from "./my/presence.ts";
import report from "./my/report.ts";
import reportLines from "./my/report-lines.ts";
import seizureActs from "./my/seizure-acts.ts";
import seizures from "./my/seizures.ts";
import shell from "./my/shell.ts";
import since from "./my/since.ts";
import summaries from "./my/summaries.ts";
import tallies from "./my/tallies.ts";
import tallyTotals from "./my/tally-totals.ts";
import ui from "./my/ui.ts";
import verification from "./my/verification.ts";
import views from "./my/views.ts";
import watch from "./my/watch.ts";
import workspace from "./my/workspace.ts";

/**
 * Burmese: signing in, the frame, the officer's first page, the report form, the outbox, seizures and their acts, photos, live news, daily
 * tallies, help, codes and errors. What it lacks is read in English.
 */
export const my: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...views,
  ...workspace,
  ...since,
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
