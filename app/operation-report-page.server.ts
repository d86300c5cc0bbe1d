import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import {
  type Edition,
  type EditionLine,
  editionsOf,
  findEdition,
  findReport,
  lastReckoning,
  listReports,
  publishedReports,
  textsOf,
} from "#db/queries/operation-reports.server.ts";
import { audienceEffects } from "#db/queries/report-signing.server.ts";
import { takingsOf } from "#db/queries/report-takings.server.ts";
import type { ReportSource } from "./components/operation-report/document-types.ts";
import type { Suppression } from "./components/operation-report/less-form.tsx";
import type { EditionPageData, ReportPageData, ReportsPageData } from "./components/operation-report/report-types.ts";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { type ChangedLine, changedLines, type FigureLine, figureLines } from "./domain/operation-report/lines.ts";
import { isForRole } from "./domain/operation-report/report.ts";
import { NO_TEXT } from "./domain/operation-report/report-text.ts";
import { SUPPRESS_UNDER, suppressedLines } from "./domain/operation-report/suppression.ts";
import { Problem } from "./domain/problem.ts";
import { asFrozen, chosenInDraft } from "./highlights-page.server.ts";
import { threadsOfDraft } from "./report-comments.server.ts";
import { filesOfEdition } from "./report-files-page.server.ts";
import { besideEdition, reportsToSign, signingsOfDraft } from "./report-signing-page.server.ts";
import type { House } from "./services/house.server.ts";
import { reckonReport } from "./services/operation-report-figures.server.ts";
import { signableNow } from "./services/report-signing.server.ts";
import { subjectsOf } from "./services/report-subjects.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** Reports in the making, for those who write them, and what is published for the reader. */
export async function reportsPage(tx: Tx, self: Self): Promise<ReportsPageData> {
  const member = memberOf(self);
  const { operationId, operation } = member;
  const drafts = may(member, "operation_report.read", operation.state);
  const [reports, published, toSign] = await Promise.all([
    drafts ? listReports(tx, operationId) : [],
    publishedReports(tx, operationId),
    reportsToSign(tx, member),
  ]);
  return {
    drafts,
    mayBegin: may(member, "operation_report.draft", operation.state),
    reports: reports.map(({ report, by, editions }) => ({
      ...{ id: report.id, kind: report.kind, audience: report.audience, title: report.title },
      ...{ fromDay: report.fromDay, toDay: report.toDay, subject: report.subject, aside: report.droppedAt !== null },
      ...{ at: report.begunAt.toISOString(), by: by ?? "", editions },
    })),
    published: published.filter(({ audience }) => isForRole(audience, member.role)).map(editionLine),
    toSign,
    subjects: await subjectsOf(tx, operationId),
    administration: member.administrationCode,
    fresh: uuid(),
    command: uuid(),
  };
}

function editionLine({ reportId, number, kind, audience, title, hash, asOf, frozenAt, publishedAt }: EditionLine) {
  return {
    ...{ reportId, number, kind, audience, title, hash },
    asOf: asOf.toISOString(),
    frozenAt: frozenAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}

type Asking = { house: House; self: Self };

/** How much less a draft would say by each higher limit, as long as no version of it is frozen. */
function suppressionOf(under: number, lines: readonly FigureLine[], frozen: boolean): Suppression {
  const unsaid = (limit: number) => suppressedLines(lines, limit).length;
  const higher = frozen ? [] : SUPPRESS_UNDER.filter((one) => one > under);
  return { under, frozen, options: higher.map((one) => ({ under: one, more: unsaid(one) - unsaid(under) })) };
}

/** A draft with the figures that stand in it, and which of them have moved since. */
export async function reportPage(tx: Tx, { house, self }: Asking, id: Id): Promise<ReportPageData> {
  const { operationId, operation, ...member } = mustBeAllowed(self, "operation_report.read");
  const report = await findReport(tx, operationId, id);
  const reckoning = await lastReckoning(tx, operationId, id);
  if (!report || !reckoning) throw new Problem("not-found", "operation_report.unknown");
  const [texts, highlights, editions, now] = await Promise.all([
    textsOf(tx, operationId, id),
    chosenInDraft(tx, operationId, report),
    editionsOf(tx, operationId, id),
    reckonReport(tx, { house, self }, report),
  ]);
  const acting = { ...member, operationId, operation };
  const open = report.droppedAt === null;
  return {
    source: {
      ...{ kind: report.kind, audience: report.audience, title: report.title },
      ...{ fromDay: report.fromDay, toDay: report.toDay, subject: report.subject, edition: null },
      texts: Object.fromEntries(texts.map(({ section, body }) => [section, body])),
      ...{ results: reckoning.results, hash: reckoning.hash, rules: reckoning.rules, seq: reckoning.seq },
      ...{ highlights: highlights.flatMap(asFrozen), asOf: reckoning.asOf.toISOString() },
    } satisfies ReportSource,
    reckoning: reckoning.number,
    highlights,
    written: Object.fromEntries(
      texts.map(({ section, version, author, at }) => [
        section,
        { version, author: author ?? "", at: at.toISOString() },
      ]),
    ),
    moved: reckoning.hash === now.hash ? [] : changedLines(figureLines(reckoning.results), figureLines(now.results)),
    editions: editions.map(editionLine),
    aside: !open,
    threads: await threadsOfDraft(tx, operationId, id),
    signings: await signingsOfDraft(tx, {
      ...{ operationId, report: id, kind: report.kind, results: reckoning.results, texts },
    }),
    suppression: suppressionOf(report.suppressUnder, figureLines(now.results), editions.length > 0),
    readers: await audienceEffects(tx, id, signableNow(reckoning.results, texts)),
    may: {
      write: open && may(acting, "operation_report.draft", operation.state),
      takeUp: !open && may(acting, "operation_report.draft", operation.state),
      publish: open && may(acting, "operation_report.publish", operation.state),
    },
    command: uuid(),
  };
}

type Named = { report: Id; number: number };

/** A frozen version that the reader may read: those who write it any, all others what is published for them. */
export async function editionFor(tx: Tx, self: Self, { report, number }: Named): Promise<Edition | null> {
  const { operationId, operation, ...member } = memberOf(self);
  const edition = await findEdition(tx, operationId, report, number);
  if (!edition) return null;
  if (may({ ...member }, "operation_report.read", operation.state)) return edition;
  return edition.publishedAt && isForRole(edition.audience, member.role) ? edition : null;
}

/** Whom PostgreSQL tells who took files of a report. */
const KNOWS_TAKINGS: ReadonlySet<string> = new Set(["lead", "ocu"]);

/** A frozen version as it was frozen, with what changed since the one before, where the reader may read that too. */
export async function editionPage(tx: Tx, self: Self, { report, number }: Named): Promise<EditionPageData> {
  const edition = await editionFor(tx, self, { report, number });
  if (!edition) throw new Problem("not-found", "operation_report.edition.unknown");
  const before = number > 1 ? await editionFor(tx, self, { report, number: number - 1 }) : null;
  const { operation, ...member } = memberOf(self);
  return {
    reportId: report,
    mayCorrect: edition.publishedAt !== null && may(member, "operation_report.correct", operation.state),
    mayContribute: may(member, "case.contribute", operation.state, member),
    command: uuid(),
    source: { ...sourceOf(edition), beside: await besideEdition(tx, edition) },
    frozenAt: edition.frozenAt.toISOString(),
    publishedAt: edition.publishedAt?.toISOString() ?? null,
    files: await filesOfEdition(tx, self, { report, number }),
    takings: KNOWS_TAKINGS.has(member.role) ? await takingsOf(tx, { report, number }) : null,
    since: before && { number: before.number, changes: changesBetween(before, edition) },
  };
}

function changesBetween(before: Edition, after: Edition): ChangedLine[] {
  return before.hash === after.hash ? [] : changedLines(figureLines(before.results), figureLines(after.results));
}

/** A frozen version as what papers and files are made from. */
export function sourceOf(edition: Edition): ReportSource {
  const { kind, audience, title, fromDay, toDay, subject, number, texts, results, highlights, hash, rules, seq, asOf } =
    edition;
  return {
    ...{ kind, audience, title, fromDay, toDay, subject, edition: number, results, highlights, hash, rules, seq },
    texts: { summary: NO_TEXT, ...texts },
    asOf: asOf.toISOString(),
  };
}
