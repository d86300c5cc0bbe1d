import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { seizureReports } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import { mustBeReaders } from "./audience.server.ts";
import { clearedAtOf } from "./clearance.server.ts";
import type { Acting } from "./house.server.ts";
import { mustBePossible } from "./possible-reports.server.ts";
import { type Owner, release } from "./release.server.ts";
import { changeReport, findReport, mustBeCurrent, type Report } from "./report-rows.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

export type DraftInput = { id: Id; form: Record<string, string | string[]>; baseVersion: number | null };

/** Keeps a draft as it stands in the form. It is not numbered, announced, counted or visible outside its agency. */
export async function saveDraft(acting: Acting, command: Command<DraftInput>): Promise<Outcome> {
  return write(acting, "report.save", command, async (change): Promise<Outcome> => {
    const { id, form, baseVersion } = command.input;
    const member = mustBeAllowed(change.self, "report.write", ownUnit(change));
    const report = await findReport(change, id);
    if (!report) {
      if (!(await addReport(change, member, { id, state: "draft", form, input: null }))) throw taken();
    } else {
      mustWriteTo(change, report);
      mustBeCurrent(report, baseVersion);
      const state = report.state === "returned" ? "returned" : "draft";
      await changeReport(change, report, { form, state, onHold: false });
    }
    const version = (report?.version ?? 0) + 1;
    change.note(anEvent("report.saved", { seizure: id, version }, "unit", report?.unitId ?? member.unitId));
    return { seizure: id, version: String(version) };
  });
}

/**
 * Sends a report on its way: into national clearance, or, where its agency clears in no step, straight to release.
 * `times` are those of a record that was cleared and released elsewhere before, or of one that was cleared elsewhere and
 * is released here (`givenAt`); otherwise the database's clock rules.
 */
export async function submitReport(
  acting: Acting,
  command: Command<SeizureInput>,
  times?: ClearedElsewhere,
): Promise<Outcome> {
  return write(acting, "report.submit", command, (change) => sendReport(change, command.input, { times }));
}

type ClearedElsewhere = { clearedAt: Date; releasedAt: Date } | { givenAt: Date };

type Sending = {
  times?: ClearedElsewhere;
  /** Of a report that is entered for a post: the post, and the number that its informant was told. */
  post?: { unitId: Id; receipt: string };
};

const fault = (key: string) => new Problem("invalid", "body.invalid", {}, { fields: { givenAt: [key] } });

/** What happens to a report when it is sent, by whomever and for whomever. */
export async function sendReport(change: Change, input: SeizureInput, { times, post }: Sending): Promise<Outcome> {
  const member = await mustBeSendable(change.tx, change.self, [input]);
  const now = change.self.now;
  const row = { ...sentRow(member, input, now), ...(post && { unitId: post.unitId }) };
  const givenAt = times && "givenAt" in times ? times.givenAt : undefined;
  if (givenAt && member.clearanceSteps > 0) throw fault("clearance.given.steps");
  if (member.clearanceSteps === 0) {
    const clearedAt = clearedAtOf(givenAt, input, { zone: member.operation.zone, now });
    const owner = putReport(change, member, { ...row, clearedAt });
    const released = await release(change, member, {
      input,
      owner,
      times: times && "releasedAt" in times ? times : { clearedAt, releasedAt: now },
      receipt: post?.receipt,
    });
    return { seizure: input.id, state: "released", ...released };
  }
  const owner = await putReport(change, member, row);
  const { noted, outcome } = waiting(member, input.id, owner.unitId);
  change.note(noted);
  return outcome;
}

/** Refuses what this member may not send, or what names readers that are not known or says what cannot be. */
export async function mustBeSendable(tx: Tx, self: Self, inputs: readonly SeizureInput[]): Promise<Membership> {
  const member = mustBeAllowed(self, "report.write", ownUnit({ self }));
  for (const input of inputs) await mustBeReaders(tx, member, input);
  await mustBePossible(tx, self.now, inputs);
  return member;
}

/** The row of a report that is sent: released where its agency clears in no step, else before its first approval. */
export function sentRow({ clearanceSteps }: Membership, input: SeizureInput, now: Date) {
  const row = { id: input.id, form: null, submittedAt: now };
  if (clearanceSteps === 0) return { ...row, state: "released", input: null, clearedAt: now };
  return { ...row, state: "in_clearance", input, step: 0 };
}

/** What its unit is told of a report that waits for approvals, and how its command is answered. */
export function waiting({ clearanceSteps: steps }: Membership, seizure: Id, unitId: Id) {
  return {
    noted: anEvent("report.submitted", { seizure, step: 0, steps }, "unit", unitId),
    outcome: { seizure, state: "in_clearance", steps: String(steps) },
  };
}

/** Puts an unreleased report aside; it stays in the agency's own record, and in nobody's way. */
export async function discardDraft(
  acting: Acting,
  command: Command<{ seizure: Id; baseVersion: number }>,
): Promise<Outcome> {
  return write(acting, "report.discard", command, async (change): Promise<Outcome> => {
    const report = await findReport(change, command.input.seizure);
    if (!report) throw new Problem("not-found", "report.unknown");
    mustWriteTo(change, report);
    mustBeCurrent(report, command.input.baseVersion);
    await changeReport(change, report, { state: "discarded" });
    const body = { seizure: report.id, version: report.version + 1 };
    change.note(anEvent("report.saved", body, "unit", report.unitId));
    return { seizure: report.id, state: "discarded" };
  });
}

export function ownUnit({ self: { member } }: Pick<Change, "self">) {
  return { agencyId: member?.agencyId, unitId: member?.unitId };
}

function mustWriteTo(change: Change, report: Report) {
  mustBeAllowed(change.self, "report.write", report);
  if (report.state === "released") throw new Problem("conflict", "report.released");
  if (report.state === "erased") throw new Problem("conflict", "seizure.erased");
}

type NewReport = Pick<
  typeof seizureReports.$inferInsert,
  "id" | "state" | "form" | "input" | "submittedAt" | "clearedAt" | "step"
> & { unitId?: Id };

/**
 * Writes what was sent, over its draft when there is one, and answers whose it is. Most reports come without a draft,
 * so the row is added first and looked for only when its id is taken: by a draft, or by what this member may not see.
 */
async function putReport(change: Change, member: Membership, report: NewReport): Promise<Owner> {
  if (await addReport(change, member, report)) {
    return { agencyId: member.agencyId, unitId: report.unitId ?? member.unitId, authorId: member.id };
  }
  const draft = await findReport(change, report.id);
  if (!draft) throw taken();
  mustWriteTo(change, draft);
  const { id: _, ...values } = report;
  await changeReport(change, draft, { ...values, steps: member.clearanceSteps });
  return { agencyId: member.agencyId, unitId: report.unitId ?? draft.unitId, authorId: draft.authorId };
}

/** An id of somebody else is the same conflict everywhere. */
const taken = () => new Problem("conflict", "command.reused");

/** False when there is a report of this id already. */
async function addReport({ tx }: Change, member: Membership, report: NewReport): Promise<boolean> {
  const added = await tx
    .insert(seizureReports)
    .values({ ...authored(member), ...report })
    .onConflictDoNothing()
    .returning({ id: seizureReports.id });
  return added.length > 0;
}

/** Whose a new report is, and how many approvals it will need. */
export function authored({ operationId, agencyId, unitId, id: authorId, clearanceSteps: steps }: Membership) {
  return { operationId, agencyId, unitId, authorId, steps };
}
