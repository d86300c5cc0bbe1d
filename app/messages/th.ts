import type { Catalogue } from "./index.ts";
import attachments from "./th/attachments.ts";
import caseLinks from "./th/case-links.ts";
import codes from "./th/codes.ts";
import digest from "./th/digest.ts";
import duplicates from "./th/duplicates.ts";
import erasing from "./th/erasing.ts";
import errors from "./th/errors.ts";
import figures from "./th/figures.ts";
import help from "./th/help.ts";
import linked from "./th/linked.ts";
import live from "./th/live.ts";
import looking from "./th/looking.ts";
import map from "./th/map.ts";
import mediaOfCase from "./th/media-of-case.ts";
import operations from "./th/operations.ts";
import outbox from "./th/outbox.ts";
import outcomes from "./th/outcomes.ts";
import people from "./th/people.ts";
import presence from "./th/presence.ts";
import report from "./th/report.ts";
import reportLines from "./th/report-lines.ts";
import seizureActs from "./th/seizure-acts.ts";
import seizures from "./th/seizures.ts";
import shell from "./th/shell.ts";
import since from "./th/since.ts";
import summaries from "./th/summaries.ts";
import tallies from "./th/tallies.ts";
import tallyTotals from "./th/tally-totals.ts";
import ui from "./th/ui.ts";
import verification from "./th/verification.ts";
import views from "./th/views.ts";
import watch from "./th/watch.ts";
import workspace from "./th/workspace.ts";

/**
 * Thai: signing in, the frame, the first page, the report form, the outbox, seizures and their acts, photos, live news, daily tallies, presence, help,
 * codes and errors. What it lacks is read in English.
 */
export const th: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...views,
  ...workspace,
  ...outbox,
  ...report,
  ...reportLines,
  ...live,
  ...codes,
  ...seizures,
  ...outcomes,
  ...mediaOfCase,
  ...summaries,
  ...tallies,
  ...since,
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
