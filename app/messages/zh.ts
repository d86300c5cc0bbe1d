import type { Catalogue } from "./index.ts";
import across from "./zh/across.ts";
import attachments from "./zh/attachments.ts";
import caseLinks from "./zh/case-links.ts";
import clearance from "./zh/clearance.ts";
import closing from "./zh/closing.ts";
import codes from "./zh/codes.ts";
import compare from "./zh/compare.ts";
import dashboards from "./zh/dashboards.ts";
import deadlines from "./zh/deadlines.ts";
import digest from "./zh/digest.ts";
import duplicates from "./zh/duplicates.ts";
import emerging from "./zh/emerging.ts";
import erasing from "./zh/erasing.ts";
import errors from "./zh/errors.ts";
import exports from "./zh/exports.ts";
import figures from "./zh/figures.ts";
import film from "./zh/film.ts";
import help from "./zh/help.ts";
import highlights from "./zh/highlights.ts";
import importNotes from "./zh/import.ts";
import imports from "./zh/imports.ts";
import known from "./zh/known.ts";
import linkPage from "./zh/link-page.ts";
import linked from "./zh/linked.ts";
import live from "./zh/live.ts";
import looking from "./zh/looking.ts";
import machines from "./zh/machines.ts";
import map from "./zh/map.ts";
import media from "./zh/media.ts";
import mediaOfCase from "./zh/media-of-case.ts";
import operationReports from "./zh/operation-reports.ts";
import operations from "./zh/operations.ts";
import outbox from "./zh/outbox.ts";
import outcomePage from "./zh/outcome-page.ts";
import outcomes from "./zh/outcomes.ts";
import people from "./zh/people.ts";
import pivot from "./zh/pivot.ts";
import presence from "./zh/presence.ts";
import reference from "./zh/reference.ts";
import report from "./zh/report.ts";
import reportFiles from "./zh/report-files.ts";
import reportLines from "./zh/report-lines.ts";
import reportReaders from "./zh/report-readers.ts";
import reportSheets from "./zh/report-sheets.ts";
import reportSigning from "./zh/report-signing.ts";
import seizureActs from "./zh/seizure-acts.ts";
import seizures from "./zh/seizures.ts";
import shell from "./zh/shell.ts";
import since from "./zh/since.ts";
import summaries from "./zh/summaries.ts";
import tallies from "./zh/tallies.ts";
import tallyTotals from "./zh/tally-totals.ts";
import ui from "./zh/ui.ts";
import verification from "./zh/verification.ts";
import viewPage from "./zh/view-page.ts";
import views from "./zh/views.ts";
import wall from "./zh/wall.ts";
import watch from "./zh/watch.ts";
import webhooks from "./zh/webhooks.ts";
import workspace from "./zh/workspace.ts";

/** Chinese (simplified), complete: every key of English. What English gains later is read in English until it is said here. */
export const zh: Catalogue = {
  ...ui,
  ...errors,
  ...shell,
  ...operationReports,
  ...reportSheets,
  ...closing,
  ...highlights,
  ...reportReaders,
  ...media,
  ...reportSigning,
  ...people,
  ...views,
  ...workspace,
  ...outbox,
  ...report,
  ...reportFiles,
  ...reportLines,
  ...live,
  ...codes,
  ...seizures,
  ...outcomes,
  ...mediaOfCase,
  ...outcomePage,
  ...summaries,
  ...tallies,
  ...since,
  ...help,
  ...attachments,
  ...caseLinks,
  ...clearance,
  ...across,
  ...compare,
  ...digest,
  ...duplicates,
  ...emerging,
  ...erasing,
  ...figures,
  ...film,
  ...looking,
  ...map,
  ...known,
  ...linkPage,
  ...linked,
  ...operations,
  ...pivot,
  ...presence,
  ...seizureActs,
  ...tallyTotals,
  ...verification,
  ...watch,
  ...dashboards,
  ...deadlines,
  ...exports,
  ...importNotes,
  ...imports,
  ...machines,
  ...reference,
  ...viewPage,
  ...wall,
  ...webhooks,
};
