import type { Catalogue } from "./index.ts";
import across from "./vi/across.ts";
import attachments from "./vi/attachments.ts";
import caseLinks from "./vi/case-links.ts";
import clearance from "./vi/clearance.ts";
import closing from "./vi/closing.ts";
import codes from "./vi/codes.ts";
import compare from "./vi/compare.ts";
import dashboards from "./vi/dashboards.ts";
import deadlines from "./vi/deadlines.ts";
import digest from "./vi/digest.ts";
import duplicates from "./vi/duplicates.ts";
import emerging from "./vi/emerging.ts";
import erasing from "./vi/erasing.ts";
import errors from "./vi/errors.ts";
import exports from "./vi/exports.ts";
import figures from "./vi/figures.ts";
import film from "./vi/film.ts";
import help from "./vi/help.ts";
import highlights from "./vi/highlights.ts";
import importNotes from "./vi/import.ts";
import imports from "./vi/imports.ts";
import known from "./vi/known.ts";
import linkPage from "./vi/link-page.ts";
import linked from "./vi/linked.ts";
import live from "./vi/live.ts";
import looking from "./vi/looking.ts";
import machines from "./vi/machines.ts";
import map from "./vi/map.ts";
import media from "./vi/media.ts";
import mediaOfCase from "./vi/media-of-case.ts";
import operationReports from "./vi/operation-reports.ts";
import operations from "./vi/operations.ts";
import outbox from "./vi/outbox.ts";
import outcomePage from "./vi/outcome-page.ts";
import outcomes from "./vi/outcomes.ts";
import people from "./vi/people.ts";
import pivot from "./vi/pivot.ts";
import presence from "./vi/presence.ts";
import reference from "./vi/reference.ts";
import report from "./vi/report.ts";
import reportFiles from "./vi/report-files.ts";
import reportLines from "./vi/report-lines.ts";
import reportReaders from "./vi/report-readers.ts";
import reportSheets from "./vi/report-sheets.ts";
import reportSigning from "./vi/report-signing.ts";
import seizureActs from "./vi/seizure-acts.ts";
import seizures from "./vi/seizures.ts";
import shell from "./vi/shell.ts";
import since from "./vi/since.ts";
import summaries from "./vi/summaries.ts";
import tallies from "./vi/tallies.ts";
import tallyTotals from "./vi/tally-totals.ts";
import ui from "./vi/ui.ts";
import verification from "./vi/verification.ts";
import viewPage from "./vi/view-page.ts";
import views from "./vi/views.ts";
import wall from "./vi/wall.ts";
import watch from "./vi/watch.ts";
import webhooks from "./vi/webhooks.ts";
import workspace from "./vi/workspace.ts";

/** Vietnamese, complete: every key of English. What English gains later is read in English until it is said here. */
export const vi: Catalogue = {
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
  ...presence,
  ...outbox,
  ...report,
  ...reportFiles,
  ...reportLines,
  ...live,
  ...codes,
  ...tallies,
  ...tallyTotals,
  ...clearance,
  ...across,
  ...compare,
  ...help,
  ...importNotes,
  ...imports,
  ...seizureActs,
  ...wall,
  ...watch,
  ...since,
  ...verification,
  ...duplicates,
  ...dashboards,
  ...deadlines,
  ...digest,
  ...reference,
  ...erasing,
  ...attachments,
  ...caseLinks,
  ...linkPage,
  ...figures,
  ...film,
  ...emerging,
  ...exports,
  ...looking,
  ...machines,
  ...webhooks,
  ...seizures,
  ...outcomes,
  ...mediaOfCase,
  ...outcomePage,
  ...summaries,
  ...views,
  ...viewPage,
  ...workspace,
  ...map,
  ...known,
  ...linked,
  ...pivot,
  ...operations,
};
