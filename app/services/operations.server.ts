import { v7 as uuid } from "uuid";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { anEvent, forgetStreams, type Noted, saveEvents } from "#db/queries/events.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { findAgency, unitsOf } from "#db/queries/participants.server.ts";
import { approveProfile, endDue, judgedAnew, moveState, openWithPlan, replacePlan } from "#db/queries/plans.server.ts";
import { listCodes, listCommodities } from "#db/queries/reference.server.ts";
import { areDrawable, type BoundaryFiles } from "../domain/boundary-profile.ts";
import type { Id } from "../domain/id.ts";
import { localDateIn } from "../domain/local-date.ts";
import {
  mayFollow,
  type OperationInput,
  type OperationKind,
  OperationPlan,
  type OperationState,
} from "../domain/operation.ts";
import type { ParticipantInput } from "../domain/participation.ts";
import { Problem } from "../domain/problem.ts";
import { settleClosing } from "./closing.server.ts";
import type { Acting, House } from "./house.server.ts";
import { inputProblemOf } from "./input-problem.server.ts";
import { bringInPerson } from "./members.server.ts";
import { announce, bringIn } from "./participants.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

export { addMember, changeMember, inviteMember } from "./members.server.ts";
export { endAgency, inviteAgency, setClearanceSteps } from "./participants.server.ts";

/** Real, or made of historic or invented records; decided by who makes it, never by a form. */
type Made = { kind: OperationKind; datesMovedDays: number };

/** Opens an operation as its first lead, with its plan, its participants and their contact persons, or not at all. */
export async function openOperation(
  acting: Acting,
  command: Command<OperationInput>,
  made: Made = { kind: "live", datesMovedDays: 0 },
): Promise<Outcome> {
  const touched: Id[] = [];
  const outcome = await write(acting, "operation.open", command, async (change) => {
    if (!change.self.person.mayOpen) throw new Problem("forbidden", "operation.open.refused");
    await mustBeKnown(change.tx, command.input.plan, "plan.");
    const noted: Noted[] = [];
    const inside = await enter(acting, change, { ...command.input, ...made, noted });
    await bringAllIn(inside, command.input);
    touched.push(...(await saveEvents(change.tx, inside.self, change.commandId, noted)));
    return { operation: command.input.id, member: memberOf(inside.self).id };
  });
  if (touched.length > 0) acting.house.poke([...new Set(touched)]);
  return outcome;
}

/** From nobody's place to the lead's, in the same transaction: events are noted as the member from here on. */
async function enter(
  acting: Acting,
  change: Change,
  input: OperationInput & Made & { noted: Noted[] },
): Promise<Change> {
  const { tx, self } = change;
  const { id, code, kind, datesMovedDays, plan, noted } = input;
  const agency = await findAgency(tx, self.person.agencyId);
  if (!agency) throw new Problem("not-found", "agency.unknown");
  const opened = anEvent("operation.opened", { code }, "operation");
  noted.push(anEvent("operation.opened", { code }, "notices"), opened);
  await openWithPlan(tx, {
    id,
    code,
    kind,
    datesMovedDays,
    memberId: uuid(),
    officialName: agency.name,
    joinedOn: localDateIn(plan.zone, self.now),
    begunBy: opened.id,
    plan: OperationPlan.parse(plan),
  });
  forgetStreams(id);
  const inside = await beginAs(tx, acting.token, id);
  if (!inside?.member) throw new Error("an operation that its opener is not in");
  const note = (event: Noted) => {
    noted.push(event);
    return event.id;
  };
  return { tx, self: inside, commandId: change.commandId, note, send: change.send };
}

async function bringAllIn(
  change: Change,
  { participants = [], coLeads = [], contacts = [] }: OperationInput,
): Promise<void> {
  const own = memberOf(change.self).agencyId;
  const leading = new Set([own, ...coLeads]);
  const listed = new Map(participants.map((participant) => [participant.agencyId, participant]));
  for (const agencyId of new Set([...leading, ...listed.keys()])) {
    const terms = listed.get(agencyId) ?? (await usualTerms(change, agencyId));
    await bringIn(change, { ...terms, leads: terms.leads || leading.has(agencyId) });
  }
  for (const [index, { agencyId, ...contact }] of contacts.entries()) {
    const [unit] = await unitsOf(change.tx, agencyId);
    if (!unit) throw new Problem("not-found", "agency.unknown");
    const role = leading.has(agencyId) || listed.get(agencyId)?.leads ? "lead" : "ncp";
    const fromDay = localDateIn(memberOf(change.self).operation.zone, change.self.now);
    const invited = { ...contact, agencyId, unitId: unit.id, role, fromDay, toDay: null } as const;
    await at(`contacts.${index}.`, () => bringInPerson(change, invited));
  }
}

/** Says of a refusal which of several parts of the input it means. */
async function at<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown : inputProblemOf(thrown);
    if (!problem?.detail.fields) throw thrown;
    const fields = Object.entries(problem.detail.fields).map(([field, keys]) => [path + field, keys]);
    throw new Problem(problem.kind, problem.message, problem.values, { fields: Object.fromEntries(fields) });
  }
}

async function usualTerms(change: Change, agencyId: Id): Promise<ParticipantInput> {
  const agency = await findAgency(change.tx, agencyId);
  if (!agency) throw new Problem("not-found", "agency.unknown");
  return { agencyId, officialName: agency.name, readsAll: true, clearanceSteps: 1, leads: false };
}

/** A new version of the plan. What days and borders already rest on stays as it was once the operation is active. */
export async function changePlan(
  acting: Acting,
  command: Command<{ plan: OperationPlan; baseVersion: number }>,
): Promise<Outcome> {
  return write(acting, "operation.plan", command, async (change) => {
    const { plan, baseVersion } = command.input;
    const { operationId, operation } = mustBeAllowed(change.self, "operation.plan");
    const current = await findOperation(change.tx, operationId);
    if (!current) throw new Problem("not-found", "operation.unknown");
    if (current.version !== baseVersion) throw stalePlan(current, plan);
    await mustBeKnown(change.tx, plan, "");
    if (operation.state !== "draft" && operation.state !== "planning") mustKeepFixed(current.plan, plan);
    const event = announce(change, "operation.planned", { version: baseVersion + 1 });
    const version = await replacePlan(change.tx, operationId, baseVersion, event, plan);
    if (version === undefined) throw stalePlan(current, plan);
    await judgeAnew(change, current.plan, plan, event);
    const opens = (of: OperationPlan) => `${of.reportersReadFacts} ${of.showsPresence}`;
    if (opens(plan) !== opens(current.plan)) {
      await noticeAccess(change.tx, `operation:${operationId}`);
    }
    return { operation: operationId, version: String(version) };
  });
}

/** Records that lie outside the window, or came late, by one plan and not by the other: their new facts are told to all. */
async function judgeAnew({ tx, note }: Change, before: OperationPlan, plan: OperationPlan, event: Id): Promise<void> {
  const judges = (of: OperationPlan) => `${of.startsOn} ${of.endsOn} ${of.lateLimitHours}`;
  if (judges(plan) === judges(before)) return;
  for (const { id, revision, unitId, shared } of await judgedAnew(tx, event)) {
    const body = { seizure: id, revision };
    if (shared) note(anEvent("seizure.judged", body, "operation"));
    note(anEvent("seizure.judged", body, "unit", unitId));
  }
}

function stalePlan(current: { version: number; plan: OperationPlan }, yours: OperationPlan): Problem {
  return new Problem("stale", "operation.plan.stale", { version: current.version }, { current: current.plan, yours });
}

const FIXED_ONCE_ACTIVE = ["zone", "startsOn", "boundaryProfile"] as const;

function mustKeepFixed(before: OperationPlan, after: OperationPlan) {
  const moved = FIXED_ONCE_ACTIVE.filter((field) => before[field] !== after[field]);
  if (moved.length > 0) throw invalid(Object.fromEntries(moved.map((field) => [field, ["operation.fixed"]])));
}

/** Goods and handling codes are those of the reference tables. */
async function mustBeKnown(
  tx: Change["tx"],
  { scope, handling }: Pick<OperationPlan, "scope" | "handling">,
  at: string,
) {
  const groups = new Set((await listCommodities(tx)).map((row) => row.code.slice(0, 2)));
  const codes = await listCodes(tx, "handling");
  const fields: Record<string, string[]> = {};
  if (scope.some((group) => !groups.has(group))) fields[`${at}scope`] = ["commodity.malformed"];
  if (!codes.some((row) => row.code === handling)) fields[`${at}handling`] = ["code.malformed"];
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function invalid(fields: Record<string, string[]>): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields });
}

type Step = { from: OperationState; to: OperationState; reason: string };

/** Moves the operation from one state to the next. */
export async function moveOperation(acting: Acting, command: Command<Step>): Promise<Outcome> {
  return write(acting, "operation.move", command, async (change) => {
    const { from, to, reason } = command.input;
    const { operationId, operation } = mustBeAllowed(change.self, "operation.move");
    const stale = () => new Problem("stale", "operation.state.stale", {}, { current: operation.state, yours: to });
    if (operation.state !== from) throw stale();
    if (!mayFollow(from, to)) throw new Problem("conflict", "operation.state.order");
    if (from === "closed" && reason === "") throw invalid({ reason: ["operation.reason.missing"] });
    if (to === "active") await mustBeReady(change, operationId);
    if (to === "closed") await settleClosing(change);
    if (!(await moveState(change.tx, operationId, { from, to, reason }))) throw stale();
    announce(change, "operation.moved", { from, to });
    await noticeAccess(change.tx, `operation:${operationId}`);
    return { operation: operationId, state: to };
  });
}

/** Begins only under borders that a lead has approved, and not after its own end. */
async function mustBeReady({ tx, self }: Change, operationId: Id) {
  const found = await findOperation(tx, operationId);
  if (!found?.boundaryApprovedAt) throw new Problem("conflict", "operation.boundaries.unapproved");
  if (found.plan.endsOn < localDateIn(found.plan.zone, self.now)) throw new Problem("conflict", "operation.dates.over");
}

/** An approval of files that are not there, or cannot be drawn, would be one of nothing. */
async function mustHaveFiles(
  { tx }: Change,
  operationId: Id,
  filesOf: (code: string) => Promise<BoundaryFiles>,
): Promise<void> {
  const operation = await findOperation(tx, operationId);
  const files = operation ? await filesOf(operation.code) : NO_FILES;
  if (!areDrawable(files)) throw new Problem("conflict", "operation.boundaries.files");
}

const NO_FILES: BoundaryFiles = { files: [], fault: null };

/** A lead answers for what the map draws; the approval holds for the profile that he saw. */
export async function approveBoundaries(
  acting: Acting,
  command: Command<{ profile: string }>,
  filesOf: (code: string) => Promise<BoundaryFiles> = async () => NO_FILES,
): Promise<Outcome> {
  return write(acting, "operation.boundaries", command, async (change) => {
    const member = mustBeAllowed(change.self, "operation.boundaries");
    if (command.input.profile === "national") await mustHaveFiles(change, member.operationId, filesOf);
    const approval = { profile: command.input.profile, by: member.id, at: change.self.now };
    if (!(await approveProfile(change.tx, member.operationId, approval))) {
      throw new Problem("stale", "operation.boundaries.stale");
    }
    announce(change, "operation.boundaries_approved", { profile: command.input.profile });
    return { operation: member.operationId };
  });
}

/** The job of the end date: active operations whose last day is over go to follow-up. */
export async function endDueOperations({ db, poke }: Pick<House, "db" | "poke">): Promise<number> {
  const touched = await endDue(db);
  if (touched.length > 0) poke(touched);
  return touched.length;
}
