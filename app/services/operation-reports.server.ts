import { and, eq, isNull, sql } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import {
  editionsOf,
  findEdition,
  findReport,
  lastReckoning,
  type OperationReport,
  textsOf,
} from "#db/queries/operation-reports.server.ts";
import { freezeSignatures } from "#db/queries/report-signing.server.ts";
import {
  operationReportEditions,
  operationReportReckonings,
  operationReports,
  operationReportTexts,
} from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { outlineOf } from "../domain/operation-report/outline.ts";
import {
  type EditionNamed,
  type ReportBegun,
  type ReportFrozen,
  type SectionWritten,
  usualSuppression,
} from "../domain/operation-report/report.ts";
import { partsNamedIn } from "../domain/operation-report/report-text.ts";
import { Problem } from "../domain/problem.ts";
import { mustStillBeCleared } from "./highlights-of-edition.server.ts";
import type { Acting } from "./house.server.ts";
import { reckonReport } from "./operation-report-figures.server.ts";
import { signableNow } from "./report-signing.server.ts";
import { mustKnowSubject } from "./report-subjects.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, read, write } from "./write.server.ts";

/** Begins a report, with all its figures as they are now. */
export async function beginReport(acting: Acting, command: Command<ReportBegun>): Promise<Outcome> {
  const { id, from: fromDay, to: toDay, subject = null, suppressUnder, ...said } = command.input;
  const { kind, audience } = said;
  const about = { fromDay, toDay, kind, subject, suppressUnder: suppressUnder ?? usualSuppression(audience) };
  const reckoned = await read(acting, async (tx, self) => {
    const { operationId } = mustBeAllowed(self, "operation_report.draft");
    await mustKnowSubject(tx, operationId, about);
    return reckonReport(tx, { house: acting.house, self }, about);
  });
  return write(acting, "operation_report.begin", command, async (change): Promise<Outcome> => {
    const { operationId, id: begunBy } = mustBeAllowed(change.self, "operation_report.draft");
    const row = { operationId, id, ...said, ...about, begunBy };
    const added = await change.tx.insert(operationReports).values(row).onConflictDoNothing().returning();
    if (added.length === 0) throw new Problem("conflict", "command.reused");
    await change.tx
      .insert(operationReportReckonings)
      .values({ operationId, reportId: id, number: 1, ...reckoned, reckonedBy: begunBy });
    tell(change, id);
    return { report: id };
  });
}

/** Counts all figures of the draft anew. What is frozen stays as it is. */
export async function reckonAnew(acting: Acting, command: Command<{ report: Id }>): Promise<Outcome> {
  const { report } = command.input;
  const reckoned = await read(acting, async (tx, self) => {
    const { operationId } = mustBeAllowed(self, "operation_report.draft");
    return reckonReport(tx, { house: acting.house, self }, await known(tx, operationId, report));
  });
  return write(acting, "operation_report.reckon", command, async (change): Promise<Outcome> => {
    const { operationId, id: reckonedBy } = mustBeAllowed(change.self, "operation_report.draft");
    const { suppressUnder } = await openReport(change, report);
    // Small counts were said when this was counted, and are not any more.
    if (suppressUnder !== (reckoned.results.suppressed?.under ?? 0))
      throw new Problem("stale", "operation_report.reckoned");
    const last = await lastReckoning(change.tx, operationId, report);
    // Somebody else was faster, with what is newer still.
    if (last && last.asOf >= reckoned.asOf) return { report, reckoning: String(last.number) };
    const number = (last?.number ?? 0) + 1;
    const row = { operationId, reportId: report, number, ...reckoned, reckonedBy };
    const added = await change.tx.insert(operationReportReckonings).values(row).onConflictDoNothing().returning();
    if (added.length === 0) throw new Problem("stale", "operation_report.reckoned");
    tell(change, report);
    return { report, reckoning: String(number) };
  });
}

/** A new text of one section, after the one that its writer saw: what another wrote meanwhile is never written over. */
export async function writeSection(acting: Acting, command: Command<SectionWritten>): Promise<Outcome> {
  return write(acting, "operation_report.write", command, async (change): Promise<Outcome> => {
    const { report, section, base, text } = command.input;
    const { operationId, id: authorId } = mustBeAllowed(change.self, "operation_report.draft");
    const { kind } = await openReport(change, report);
    if (!outlineOf(kind).some(({ code }) => code === section))
      throw new Problem("not-found", "operation_report.section.unknown");
    const counted = new Set<string>(outlineOf(kind).flatMap(({ parts }) => parts));
    if (!partsNamedIn(text).every((part) => counted.has(part)))
      throw new Problem("invalid", "operation_report.part.unknown");
    const row = { operationId, reportId: report, section, version: base + 1, body: text, authorId };
    const stands = (await textsOf(change.tx, operationId, report)).find((one) => one.section === section)?.version ?? 0;
    const added =
      stands === base ? await change.tx.insert(operationReportTexts).values(row).onConflictDoNothing().returning() : [];
    if (added.length === 0) throw new Problem("stale", "operation_report.section.stale");
    tell(change, report);
    return { report, section, version: String(row.version) };
  });
}

/** Makes a version that stays as it is: its figures as they stand in the draft, their rules, and every word. */
export async function freezeReport(acting: Acting, command: Command<ReportFrozen>): Promise<Outcome> {
  return write(acting, "operation_report.freeze", command, async (change): Promise<Outcome> => {
    const { report, reckoning } = command.input;
    const { tx, self } = change;
    const { operationId, id: frozenBy } = mustBeAllowed(self, "operation_report.draft");
    const of = await openReport(change, report);
    const [figures, texts, editions] = [
      await lastReckoning(tx, operationId, report),
      await textsOf(tx, operationId, report),
      await editionsOf(tx, operationId, report),
    ];
    if (figures?.number !== reckoning) throw new Problem("stale", "operation_report.reckoned");
    const number = (editions[0]?.number ?? 0) + 1;
    const { kind, audience, title, fromDay, toDay, subject } = of;
    const { results, hash, rules, seq, asOf } = figures;
    const added = await tx
      .insert(operationReportEditions)
      .values({
        ...{ operationId, reportId: report, number, kind, audience, title, fromDay, toDay, subject, frozenBy },
        ...{ results, hash, rules, seq, asOf },
        texts: Object.fromEntries(texts.map(({ section, body }) => [section, body])),
      })
      .onConflictDoNothing()
      .returning({ number: operationReportEditions.number });
    if (added.length === 0) throw new Problem("stale", "operation_report.frozen");
    await freezeSignatures(tx, report, number, signableNow(results, texts));
    tell(change, report);
    return { report, edition: String(number) };
  });
}

/** Gives a frozen version to those it is for. */
export async function publishReport(acting: Acting, command: Command<EditionNamed>): Promise<Outcome> {
  return write(acting, "operation_report.publish", command, async (change): Promise<Outcome> => {
    const { report, edition } = command.input;
    const { operationId, id: publishedBy } = mustBeAllowed(change.self, "operation_report.publish");
    await openReport(change, report);
    const found = await findEdition(change.tx, operationId, report, edition);
    if (!found) throw new Problem("not-found", "operation_report.edition.unknown");
    await mustStillBeCleared(change, found);
    const done = await change.tx
      .update(operationReportEditions)
      .set({ publishedBy, publishedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(operationReportEditions.operationId, operationId),
          eq(operationReportEditions.reportId, report),
          eq(operationReportEditions.number, edition),
          isNull(operationReportEditions.publishedAt),
        ),
      )
      .returning({ number: operationReportEditions.number });
    if (done.length === 0) throw new Problem("conflict", "operation_report.published");
    change.note(anEvent("operation_report.published", { report, edition }, "operation"));
    return { report, edition: String(edition) };
  });
}

/** Puts a report aside, or takes it up again: nothing of it is destroyed. */
export async function setAside(acting: Acting, command: Command<{ report: Id; aside: boolean }>): Promise<Outcome> {
  return write(acting, "operation_report.set_aside", command, async (change): Promise<Outcome> => {
    const { report, aside } = command.input;
    const { operationId } = mustBeAllowed(change.self, "operation_report.draft");
    await known(change.tx, operationId, report);
    await change.tx
      .update(operationReports)
      .set({ droppedAt: aside ? sql`clock_timestamp()` : null })
      .where(and(eq(operationReports.operationId, operationId), eq(operationReports.id, report)));
    tell(change, report);
    return { report };
  });
}

async function openReport({ tx, self }: Change, id: Id): Promise<OperationReport> {
  const report = await known(tx, memberOf(self).operationId, id);
  if (report.droppedAt) throw new Problem("conflict", "operation_report.aside");
  return report;
}

async function known(tx: Change["tx"], operationId: Id, id: Id): Promise<OperationReport> {
  const report = await findReport(tx, operationId, id);
  if (!report) throw new Problem("not-found", "operation_report.unknown");
  return report;
}

const tell = (change: Change, report: Id) => change.note(anEvent("operation_report.changed", { report }, "operation"));
