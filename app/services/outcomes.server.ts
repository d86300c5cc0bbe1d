import { isDeepStrictEqual } from "node:util";
import { anEvent } from "#db/queries/events.server.ts";
import { addOutcome, findOutcome, outcomesUntil } from "#db/queries/outcomes.server.ts";
import { unknownCodes } from "#db/queries/reference.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import type { Id } from "../domain/id.ts";
import { localDateIn } from "../domain/local-date.ts";
import type { OutcomeSaid, OutcomeTold, OutcomeWithdrawn } from "../domain/outcome/said.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Says what became of a case, or says it better, under the own name. Nothing is overwritten: a correction is a version
 * after the one that its author saw. What is new has the id of the command that told it.
 */
export async function tellOutcome(acting: Acting, command: Command<OutcomeTold>): Promise<Outcome> {
  return write(acting, "outcome.write", command, async (change): Promise<Outcome> => {
    const { seizure, corrects, said } = command.input;
    const { fact, unitId } = await ownCase(change, seizure);
    await mustBeOfLists(change, said);
    mustFitDays(change, said, fact.occurredOn);
    const last = corrects && (await standing(change, { seizure, ...corrects }));
    if (last && last.kind !== said.kind) throw fault("kind", "outcome.kind.kept");
    if (last && isDeepStrictEqual(last.said, said)) throw new Problem("conflict", "outcome.same");
    return append(
      change,
      { seizure, unitId },
      {
        id: corrects?.outcome ?? change.commandId,
        version: (last?.version ?? 0) + 1,
        said,
        reason: corrects?.reason ?? "",
        withdrawn: false,
      },
    );
  });
}

/** Takes an outcome back; it stays to be read with the reason. */
export async function withdrawOutcome(acting: Acting, command: Command<OutcomeWithdrawn>): Promise<Outcome> {
  return write(acting, "outcome.withdraw", command, async (change): Promise<Outcome> => {
    const { seizure, outcome: id, reason } = command.input;
    const { unitId } = await ownCase(change, seizure);
    const { said, version } = await standing(change, command.input);
    return append(change, { seizure, unitId }, { id, version: version + 1, said, reason, withdrawn: true });
  });
}

/** The case, if this member may say what came of it, and may do so today. */
async function ownCase(change: Change, seizure: Id) {
  const { tx, self } = change;
  const { operationId } = memberOf(self);
  const [fact, kase] = await Promise.all([findFact(tx, operationId, seizure), findCase(tx, operationId, seizure)]);
  if (!fact) throw new Problem("not-found", "seizure.unknown");
  mustBeAllowed(self, "outcome.write", { agencyId: fact.agencyId, unitId: kase?.unitId });
  if (!kase) throw new Problem("not-found", "seizure.unknown");
  // What was merged came of the case that it is counted under.
  if (fact.state === "withdrawn") throw new Problem("conflict", "seizure.withdrawn");
  await mustBeTakenStill(change);
  return { fact, unitId: kase.unitId };
}

/** For five years after closing, in the operation's zone, and not a day later. */
async function mustBeTakenStill({ tx, self }: Change): Promise<void> {
  const { operation } = memberOf(self);
  if (operation.state !== "closed") return;
  const until = await outcomesUntil(tx);
  if (until === null || localDateIn(operation.zone, self.now) > until)
    throw new Problem("conflict", "outcome.too_late", { until: until ?? "" });
}

/** What only the lists know: whether each code is one. */
async function mustBeOfLists({ tx }: Change, said: OutcomeSaid): Promise<void> {
  const told = codesIn(said);
  const unknown = await unknownCodes(
    tx,
    told.map(({ list, code }) => ({ list, code })),
  );
  const wrong = told.find((one) => unknown.some(({ list, code }) => list === one.list && code === one.code));
  if (wrong) throw fault(wrong.field, "code.unknown");
}

/** Every code of a list, with the field that it stands in. */
function codesIn(said: OutcomeSaid): { field: string; list: string; code: string }[] {
  const one = (field: string, list: string, code: string | null) => (code === null ? [] : [{ field, list, code }]);
  if (said.kind === "charge") return said.offences.flatMap((code) => one("offences", "offence", code));
  if (said.kind === "laboratory") return one("commodity", "commodity", said.commodity);
  if (said.kind !== "disposal") return [];
  return [...one("disposal", "disposal", said.disposal), ...one("unit", "unit", said.unit)];
}

/** Nothing came of a seizure before it was made, and nothing is told ahead of its day. */
function mustFitDays({ self }: Change, { on }: OutcomeSaid, seizedOn: string): void {
  if (on > localDateIn(memberOf(self).operation.zone, self.now)) throw fault("on", "outcome.on.future");
  if (on < seizedOn) throw fault("on", "outcome.on.before");
}

type Corrected = { seizure: Id; outcome: Id; base: number };

/** What stands, if it is what its corrector saw. */
async function standing({ tx, self }: Change, { seizure, outcome, base }: Corrected) {
  const last = await findOutcome(tx, memberOf(self).operationId, { outcome, seizure });
  if (!last) throw new Problem("not-found", "outcome.unknown");
  if (last.version !== base) throw new Problem("stale", "outcome.stale");
  if (last.withdrawn) throw new Problem("conflict", "outcome.withdrawn");
  return last;
}

type Version = { id: Id; version: number; said: OutcomeSaid; reason: string; withdrawn: boolean };

async function append(change: Change, of: { seizure: Id; unitId: Id }, version: Version): Promise<Outcome> {
  const { tx, self, commandId, note } = change;
  const { operationId, id: authorId } = memberOf(self);
  const { kind, on: onDay } = version.said;
  const row = { operationId, seizureId: of.seizure, kind, onDay, authorId, commandId, ...version };
  if (!(await addOutcome(tx, row))) throw new Problem("stale", "outcome.stale");
  note(anEvent("outcome.told", { seizure: of.seizure }, "unit", of.unitId));
  note(anEvent("case.touched", { case: of.seizure, own: false }, "operation"));
  return { outcome: version.id, seizure: of.seizure, version: String(version.version) };
}

function fault(field: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [field]: [key] } });
}
