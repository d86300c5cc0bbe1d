import { and, desc, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import {
  type AskedRow,
  askedOf,
  type ChosenRow,
  chosenFor,
  handlingOfChoice,
  takeHighlights,
} from "#db/queries/highlights.server.ts";
import { findReport } from "#db/queries/operation-reports.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { operationReportHighlightAnswers, operationReportHighlights } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import {
  type HighlightAnswer,
  type HighlightChosen,
  type HighlightCleared,
  type HighlightRefused,
  type HighlightTakenBack,
  type HighlightTakenOut,
  handlingAllows,
} from "../domain/operation-report/highlight.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Chooses a case for a report, or puts other words in the place of those that stand: its owners are asked anew. */
export async function chooseHighlight(acting: Acting, command: Command<HighlightChosen>): Promise<Outcome> {
  return write(acting, "operation_report.highlight.choose", command, async (change): Promise<Outcome> => {
    const { report, seizure, base, words } = command.input;
    const { operationId } = mustBeAllowed(change.self, "operation_report.draft");
    const { audience } = await openReport(change, report);
    const fact = await findFact(change.tx, operationId, seizure);
    const handling = fact && (await handlingOfChoice(change.tx, seizure));
    if (!fact || handling === null || handling === undefined)
      throw new Problem("not-found", "operation_report.highlight.case.unknown");
    if (!handlingAllows(handling, audience)) {
      throw new Problem("conflict", "operation_report.highlight.barred", { case: fact.messageNo, handling });
    }
    const stands = await lastChoice(change, report, seizure);
    if (stands?.words === words && stands.audience === audience)
      throw new Problem("conflict", "operation_report.highlight.same");
    return { seizure, version: String(await addWords(change, { report, seizure, base, words })) };
  });
}

/** Takes a case out of a report. Versions that are frozen keep it. */
export async function takeOutHighlight(acting: Acting, command: Command<HighlightTakenOut>): Promise<Outcome> {
  return write(acting, "operation_report.highlight.take_out", command, async (change): Promise<Outcome> => {
    const { report, seizure, base } = command.input;
    mustBeAllowed(change.self, "operation_report.draft");
    await openReport(change, report);
    if (!(await lastChoice(change, report, seizure)))
      throw new Problem("not-found", "operation_report.highlight.unknown");
    return { seizure, version: String(await addWords(change, { report, seizure, base, words: "" })) };
  });
}

/**
 * An owner clears words for the readers that the report has: those that were asked about, or others in their place. Of a
 * case of several owners the others are asked about the new words.
 */
export async function clearHighlight(acting: Acting, command: Command<HighlightCleared>): Promise<Outcome> {
  return write(acting, "operation_report.highlight.clear", command, async (change): Promise<Outcome> => {
    const { report, seizure, version, words } = command.input;
    const asked = await askedAbout(change, { report, seizure, version });
    if (!handlingAllows(asked.handling, asked.reportAudience)) {
      throw new Problem("conflict", "operation_report.highlight.barred", {
        case: asked.caseNo,
        handling: asked.handling,
      });
    }
    const reworded = words !== asked.words || asked.audience !== asked.reportAudience;
    if (!reworded && ownWord(change, asked) === "cleared")
      throw new Problem("conflict", "operation_report.highlight.said");
    const cleared = reworded ? await addWords(change, { report, seizure, base: version, words }) : version;
    await say(change, { report, seizure, version: cleared }, "cleared", "");
    return { seizure, version: String(cleared) };
  });
}

/** An owner does not want this said; why is told to those who write. */
export async function refuseHighlight(acting: Acting, command: Command<HighlightRefused>): Promise<Outcome> {
  return write(acting, "operation_report.highlight.refuse", command, async (change): Promise<Outcome> => {
    const { reason, ...named } = command.input;
    const asked = await askedAbout(change, named);
    if (ownWord(change, asked) === "refused") throw new Problem("conflict", "operation_report.highlight.said");
    await say(change, named, "refused", reason);
    return { seizure: named.seizure, version: String(named.version) };
  });
}

/** An owner takes a clearance back, as long as no version that has it is published. */
export async function takeBackClearance(acting: Acting, command: Command<HighlightTakenBack>): Promise<Outcome> {
  return write(acting, "operation_report.highlight.take_back", command, async (change): Promise<Outcome> => {
    const { reason, ...named } = command.input;
    const asked = await askedAbout(change, named);
    if (ownWord(change, asked) !== "cleared") throw new Problem("conflict", "operation_report.highlight.said");
    await say(change, named, "taken_back", reason);
    return { seizure: named.seizure, version: String(named.version) };
  });
}

type Named = { report: Id; seizure: Id; version: number };

async function openReport({ tx, self }: Change, id: Id) {
  const report = await findReport(tx, memberOf(self).operationId, id);
  if (!report) throw new Problem("not-found", "operation_report.unknown");
  if (report.droppedAt) throw new Problem("conflict", "operation_report.aside");
  await takeHighlights(tx, id);
  return report;
}

async function lastChoice({ tx }: Change, report: Id, seizure: Id): Promise<ChosenRow | undefined> {
  return (await chosenFor(tx, report)).find((one) => one.seizure === seizure);
}

/** What this agency is asked about, in the very words that its contact point saw. */
async function askedAbout({ tx, self }: Change, { report, seizure, version }: Named): Promise<AskedRow> {
  mustBeAllowed(self, "operation_report.clear_highlight", { agencyId: self.member?.agencyId });
  await takeHighlights(tx, report);
  const asked = (await askedOf(tx)).find((one) => one.report === report && one.seizure === seizure);
  if (!asked) throw new Problem("not-found", "operation_report.highlight.unknown");
  if (asked.version !== version) throw new Problem("stale", "operation_report.highlight.stale");
  if (!asked.stands) throw new Problem("conflict", "operation_report.highlight.away");
  if (asked.published) throw new Problem("conflict", "operation_report.highlight.published");
  return asked;
}

function ownWord({ self }: Change, { answers }: AskedRow): HighlightAnswer | undefined {
  return answers.find(({ agency }) => agency === self.member?.agencyId)?.answer;
}

type Words = { report: Id; seizure: Id; base: number; words: string };

/** A version after the one that its writer saw; whoever was slower looks again. Numbers go on after a case was taken out. */
async function addWords(change: Change, { report, seizure, base, words }: Words): Promise<number> {
  const { operationId, id: authorId } = memberOf(change.self);
  const last = await lastVersion(change, report, seizure);
  if (last.stands !== base) throw new Problem("stale", "operation_report.highlight.stale");
  const version = last.version + 1;
  const added = await change.tx
    .insert(operationReportHighlights)
    .values({
      ...{ operationId, reportId: report, seizureId: seizure, version, words, authorId, commandId: change.commandId },
      // For whom the report is, is said by the database.
      audience: "restricted",
    })
    .onConflictDoNothing()
    .returning({ version: operationReportHighlights.version });
  if (added.length === 0) throw new Problem("stale", "operation_report.highlight.stale");
  tell(change, report);
  return version;
}

/** The last version that there is, and the one that stands: none where the case was taken out. */
async function lastVersion({ tx, self }: Change, report: Id, seizure: Id) {
  const { version, words } = operationReportHighlights;
  const [row] = await tx
    .select({ version, words })
    .from(operationReportHighlights)
    .where(ofCase(memberOf(self).operationId, report, seizure))
    .orderBy(desc(version))
    .limit(1);
  return { version: row?.version ?? 0, stands: row && row.words !== "" ? row.version : 0 };
}

const ofCase = (operationId: Id, report: Id, seizure: Id) =>
  and(
    eq(operationReportHighlights.operationId, operationId),
    eq(operationReportHighlights.reportId, report),
    eq(operationReportHighlights.seizureId, seizure),
  );

async function say(change: Change, { report, ...named }: Named, answer: HighlightAnswer, reason: string) {
  const { operationId, id: memberId, agencyId } = memberOf(change.self);
  await change.tx.insert(operationReportHighlightAnswers).values({
    ...{ operationId, reportId: report, seizureId: named.seizure, version: named.version, agencyId },
    // Its number is given by the database.
    ...{ number: 0, answer, reason, memberId, commandId: change.commandId },
  });
  tell(change, report);
}

const tell = (change: Change, report: Id) => change.note(anEvent("operation_report.changed", { report }, "operation"));
