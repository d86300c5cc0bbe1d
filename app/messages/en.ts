import across from "./en/across.ts";
import attachments from "./en/attachments.ts";
import caseLinks from "./en/case-links.ts";
import clearance from "./en/clearance.ts";
import closing from "./en/closing.ts";
import codes from "./en/codes.ts";
import compare from "./en/compare.ts";
import dashboards from "./en/dashboards.ts";
import deadlines from "./en/deadlines.ts";
import digest from "./en/digest.ts";
import duplicates from "./en/duplicates.ts";
import emerging from "./en/emerging.ts";
import erasing from "./en/erasing.ts";
import errors from "./en/errors.ts";
import exports from "./en/exports.ts";
import figures from "./en/figures.ts";
import film from "./en/film.ts";
import help from "./en/help.ts";
import highlights from "./en/highlights.ts";
import imports from "./en/import.ts";
import importPages from "./en/imports.ts";
import known from "./en/known.ts";
import linkPage from "./en/link-page.ts";
import linked from "./en/linked.ts";
import live from "./en/live.ts";
import looking from "./en/looking.ts";
import machines from "./en/machines.ts";
import map from "./en/map.ts";
import media from "./en/media.ts";
import mediaOfCase from "./en/media-of-case.ts";
import operationReports from "./en/operation-reports.ts";
import operations from "./en/operations.ts";
import outbox from "./en/outbox.ts";
import outcomePage from "./en/outcome-page.ts";
import outcomes from "./en/outcomes.ts";
import people from "./en/people.ts";
import pivot from "./en/pivot.ts";
import presence from "./en/presence.ts";
import reference from "./en/reference.ts";
import report from "./en/report.ts";
import reportFiles from "./en/report-files.ts";
import reportLines from "./en/report-lines.ts";
import reportReaders from "./en/report-readers.ts";
import reportSheets from "./en/report-sheets.ts";
import reportSigning from "./en/report-signing.ts";
import seizureActs from "./en/seizure-acts.ts";
import seizures from "./en/seizures.ts";
import shell from "./en/shell.ts";
import since from "./en/since.ts";
import summaries from "./en/summaries.ts";
import tallies from "./en/tallies.ts";
import tallyTotals from "./en/tally-totals.ts";
import ui from "./en/ui.ts";
import verification from "./en/verification.ts";
import viewPage from "./en/view-page.ts";
import views from "./en/views.ts";
import wall from "./en/wall.ts";
import watch from "./en/watch.ts";
import webhooks from "./en/webhooks.ts";
import workspace from "./en/workspace.ts";

/** English, complete: its keys are the keys there are. */
export const en = {
  ...ui,
  ...errors,
  ...shell,
  ...people,
  ...operations,
  ...operationReports,
  ...reportSheets,
  ...closing,
  ...highlights,
  ...reportReaders,
  ...media,
  ...reportSigning,
  ...reference,
  ...presence,
  ...outbox,
  ...report,
  ...reportFiles,
  ...reportLines,
  ...seizures,
  ...outcomes,
  ...mediaOfCase,
  ...outcomePage,
  ...seizureActs,
  ...summaries,
  ...figures,
  ...film,
  ...emerging,
  ...exports,
  ...map,
  ...known,
  ...linked,
  ...pivot,
  ...machines,
  ...webhooks,
  ...live,
  ...codes,
  ...tallies,
  ...tallyTotals,
  ...clearance,
  ...across,
  ...compare,
  ...dashboards,
  ...deadlines,
  ...digest,
  ...duplicates,
  ...help,
  ...imports,
  ...importPages,
  ...verification,
  ...views,
  ...viewPage,
  ...workspace,
  ...wall,
  ...watch,
  ...since,
  ...erasing,
  ...attachments,
  ...caseLinks,
  ...linkPage,
  ...looking,
} as const;
