import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { anEvent } from "#db/queries/events.server.ts";
import { receiptToldFor } from "#db/queries/on-behalf.server.ts";
import { clearances } from "#db/schema.ts";
import { wrongGivenAt } from "../domain/clearance-time.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import type { Order } from "../domain/seizure-form/amend.ts";
import type { Acting } from "./house.server.ts";
import { release } from "./release.server.ts";
import { changeReport, findReport, mustBeCurrent, type Report } from "./report-rows.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * A national decision on a report. `order`: on whose word, for the owner alone. `givenAt`: when the last approval was
 * given, where that was before it was entered here.
 */
export type Decision = { seizure: Id; baseVersion: number; note: string; order?: Order; givenAt?: Date };

/** Gives one national approval; the last one releases. Two steps are two persons. */
export async function clearReport(acting: Acting, command: Command<Decision>): Promise<Outcome> {
  return write(acting, "report.clear", command, async (change): Promise<Outcome> => {
    const { report, member, input } = await awaiting(change, command.input);
    const clearedAt = clearedAtOf(command.input.givenAt, input, { zone: member.operation.zone, now: change.self.now });
    const step = report.step + 1;
    await decide(change, report, "cleared", command.input);
    if (step < report.steps) {
      await changeReport(change, report, { step, onHold: false });
      const body = { seizure: report.id, step, steps: report.steps };
      change.note(anEvent("report.cleared", body, "unit", report.unitId));
      return { seizure: report.id, state: "in_clearance", step: String(step) };
    }
    const times = { clearedAt, releasedAt: change.self.now };
    const receipt = receiptToldFor(change.tx, report.operationId, report.id);
    const released = await release(change, member, { input, owner: report, times, receipt });
    await changeReport(change, report, { step, state: "released", clearedAt, onHold: false });
    return { seizure: report.id, state: "released", ...released };
  });
}

/** When a report was cleared: as said, else now. What cannot be is refused at its field. */
export function clearedAtOf(givenAt: Date | undefined, input: SeizureInput, at: { zone: string; now: Date }): Date {
  if (!givenAt) return at.now;
  const wrong = wrongGivenAt(givenAt, input, at);
  if (wrong) throw new Problem("invalid", "body.invalid", {}, { fields: { givenAt: [wrong] } });
  return givenAt < at.now ? givenAt : at.now;
}

/** Sends a report back to its author with a reason. */
export async function returnReport(acting: Acting, command: Command<Decision>): Promise<Outcome> {
  return write(acting, "report.return", command, async (change): Promise<Outcome> => {
    mustSayWhy(command.input, "report.return.reason");
    const { report } = await awaiting(change, command.input);
    await decide(change, report, "returned", command.input);
    await changeReport(change, report, { state: "returned", step: 0, note: command.input.note, onHold: false });
    change.note(anEvent("report.returned", { seizure: report.id }, "unit", report.unitId));
    return { seizure: report.id, state: "returned" };
  });
}

/** Puts a report on hold with a reason: it stays in clearance, and waits for nobody until it is taken up again. */
export async function putOnHold(acting: Acting, command: Command<Decision>): Promise<Outcome> {
  return write(acting, "report.put_on_hold", command, async (change): Promise<Outcome> => {
    mustSayWhy(command.input, "report.hold.reason");
    const { report } = await awaiting(change, command.input);
    if (report.onHold) throw new Problem("conflict", "report.on_hold");
    return setOnHold(change, report, command.input, true);
  });
}

/** Takes a report up again that was on hold. */
export async function takeUpAgain(acting: Acting, command: Command<Decision>): Promise<Outcome> {
  return write(acting, "report.take_up", command, async (change): Promise<Outcome> => {
    const { report } = await awaiting(change, command.input);
    if (!report.onHold) throw new Problem("conflict", "report.not_on_hold");
    return setOnHold(change, report, command.input, false);
  });
}

async function setOnHold(change: Change, report: Report, decision: Decision, onHold: boolean): Promise<Outcome> {
  await decide(change, report, onHold ? "on_hold" : "taken_up", decision);
  await changeReport(change, report, { onHold });
  change.note(
    anEvent(onHold ? "report.put_on_hold" : "report.taken_up", { seizure: report.id }, "unit", report.unitId),
  );
  return { seizure: report.id, state: "in_clearance", onHold: String(onHold) };
}

function mustSayWhy({ note }: Decision, error: string) {
  if (note === "") throw new Problem("invalid", "body.invalid", {}, { fields: { note: [error] } });
}

/** The report, if it waits for a national decision and this member may give it. */
async function awaiting(change: Change, { seizure, baseVersion }: Decision) {
  const report = await findReport(change, seizure);
  if (!report) throw new Problem("not-found", "report.unknown");
  const member = mustBeAllowed(change.self, "report.clear", report);
  if (report.state !== "in_clearance" || !report.input) throw new Problem("conflict", "report.not_in_clearance");
  mustBeCurrent(report, baseVersion);
  return { report, member, input: report.input };
}

type Verdict = "cleared" | "returned" | "on_hold" | "taken_up";

/** Writes the decision down; an approval is refused to whoever has already given one since the report was sent. */
async function decide(change: Change, report: Report, decision: Verdict, { note, order }: Decision) {
  const { tx, self } = change;
  const memberId = self.member?.id ?? report.authorId;
  const { operationId, agencyId, unitId } = report;
  if (decision === "cleared") await mustBeSecond(change, report, memberId);
  const { reference = "", approver = "" } = order ?? {};
  const step = report.step + 1;
  const part = { operationId, seizureId: report.id, id: uuid(), agencyId, unitId };
  await tx.insert(clearances).values({ ...part, step, decision, memberId, note, reference, approver });
}

async function mustBeSecond({ tx }: Change, report: Report, memberId: Id) {
  const before = await tx
    .select({ memberId: clearances.memberId, at: clearances.at })
    .from(clearances)
    .where(
      and(
        eq(clearances.operationId, report.operationId),
        eq(clearances.seizureId, report.id),
        eq(clearances.decision, "cleared"),
      ),
    );
  const sinceSubmission = before.filter((row) => report.submittedAt !== null && row.at >= report.submittedAt);
  if (sinceSubmission.some((row) => row.memberId === memberId)) {
    throw new Problem("forbidden", "report.clear.second_person");
  }
}
