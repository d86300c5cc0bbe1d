import { anEvent } from "#db/queries/events.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { errataOf } from "#db/queries/report-errata.server.ts";
import { namesOf } from "#db/queries/report-signing.server.ts";
import { operationReportErrata } from "#db/schema.ts";
import { type ErratumAdded, type ErratumWithdrawn, LONGEST_ERRATUM } from "../domain/operation-report/erratum.ts";
import { paragraphOf, saidIn } from "../domain/operation-report/erratum-line.ts";
import { outlineOf } from "../domain/operation-report/outline.ts";
import type { EditionNamed } from "../domain/operation-report/report.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Says beside a published version what is wrong in it. The version itself stays as it was frozen. */
export async function addErratum(acting: Acting, command: Command<ErratumAdded>): Promise<Outcome> {
  return write(acting, "operation_report.add_erratum", command, async (change): Promise<Outcome> => {
    const { correct, reason } = command.input;
    const found = await published(change, command.input);
    const { kind } = found;
    const { section, line, said } = placeOf(command.input, found);
    if (!outlineOf(kind).some(({ code }) => code === section))
      throw new Problem("not-found", "operation_report.section.unknown");
    return append(change, command.input, { section, line, said, correct, reason, withdraws: null });
  });
}

/** A named figure or paragraph says what it says in the version, and a paragraph stands in its own section. */
function placeOf({ section, line = "", said }: ErratumAdded, version: Parameters<typeof saidIn>[0]) {
  if (line === "") return { section, line, said };
  const before = saidIn(version, line);
  if (before === null) {
    const fields = { line: ["operation_report.erratum.line.unknown"] };
    throw new Problem("invalid", "form.invalid", {}, { fields });
  }
  return { section: paragraphOf(line)?.section ?? section, line, said: before.slice(0, LONGEST_ERRATUM) };
}

/** Takes an erratum back, which stays to be read with the reason. */
export async function withdrawErratum(acting: Acting, command: Command<ErratumWithdrawn>): Promise<Outcome> {
  return write(acting, "operation_report.withdraw_erratum", command, async (change): Promise<Outcome> => {
    const { report, edition, erratum, reason } = command.input;
    const { operationId } = await published(change, command.input);
    const rows = await errataOf(change.tx, operationId, report, edition);
    if (!rows.some(({ id, withdraws }) => id === erratum && withdraws === null))
      throw new Problem("not-found", "operation_report.erratum.unknown");
    return append(change, command.input, { section: "", line: "", said: "", correct: "", reason, withdraws: erratum });
  });
}

async function published({ tx, self }: Change, { report, edition }: EditionNamed) {
  const { operationId } = mustBeAllowed(self, "operation_report.correct");
  const found = await findEdition(tx, operationId, report, edition);
  if (!found) throw new Problem("not-found", "operation_report.edition.unknown");
  if (!found.publishedAt) throw new Problem("conflict", "operation_report.erratum.unpublished");
  return found;
}

type Said = Pick<
  typeof operationReportErrata.$inferInsert,
  "section" | "line" | "said" | "correct" | "reason" | "withdraws"
>;

async function append(change: Change, { report, edition }: EditionNamed, said: Said): Promise<Outcome> {
  const { tx, self } = change;
  const { operationId, agencyId, id: authorId } = mustBeAllowed(self, "operation_report.correct");
  const { person: author } = await namesOf(tx, self.person.id, agencyId);
  const row = { operationId, id: crypto.randomUUID(), reportId: report, edition, ...said, authorId, author };
  const added = await tx
    .insert(operationReportErrata)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: operationReportErrata.id });
  if (added.length === 0) throw new Problem("conflict", "operation_report.erratum.withdrawn");
  change.note(anEvent("operation_report.corrected", { report, edition }, "operation"));
  return { report, edition: String(edition), erratum: row.id };
}
