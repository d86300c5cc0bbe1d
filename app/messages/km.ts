import type { Catalogue } from "./index.ts";
import attachments from "./km/attachments.ts";
import caseLinks from "./km/case-links.ts";
import codes from "./km/codes.ts";
import digest from "./km/digest.ts";
import duplicates from "./km/duplicates.ts";
import erasing from "./km/erasing.ts";
import errors from "./km/errors.ts";
import figures from "./km/figures.ts";
import help from "./km/help.ts";
import linked from "./km/linked.ts";
import live from "./km/live.ts";
import looking from "./km/looking.ts";
import map from "./km/map.ts";
import mediaOfCase from "./km/media-of-case.ts";
import operations from "./km/operations.ts";
import outbox from "./km/outbox.ts";
import outcomes from "./km/outcomes.ts";
import people from "./km/people.ts";
import presence from "./km/presence.ts";
import report from "./km/report.ts";
import reportLines from "./km/report-lines.ts";
import seizureActs from "./km/seizure-acts.ts";
import seizures from "./km/seizures.ts";
import shell from "./km/shell.ts";
import since from "./km/since.ts";
import summaries from "./km/summaries.ts";
import tallies from "./km/tallies.ts";
import tallyTotals from "./km/tally-totals.ts";
import ui from "./km/ui.ts";
import verification from "./km/verification.ts";
import views from "./km/views.ts";
import watch from "./km/watch.ts";
import workspace from "./km/workspace.ts";

/**
 * Khmer: signing in, the frame, the first page, the report form, the outbox, seizures and their acts, photos, live news, daily tallies, presence, codes,
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
  ...outcomes,
  ...mediaOfCase,
  ...summaries,
  ...live,
  ...codes,
  ...tallies,
  ...help,
  ...views,
  ...workspace,
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
