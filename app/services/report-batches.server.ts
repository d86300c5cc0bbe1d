import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { anEvent, type Finished } from "#db/queries/events.server.ts";
import { judgingOf } from "#db/queries/judging.server.ts";
import { messageNumbers } from "#db/queries/message-numbers.server.ts";
import { addReportRows, addSeizureRows, type SeizureRows } from "#db/queries/seizure-rows.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import { resolveAudience } from "./audience.server.ts";
import { clearedAtOf } from "./clearance.server.ts";
import { namedTo, newReceipt, releasedRows } from "./release.server.ts";
import { authored, type DraftInput, mustBeSendable, ownUnit, sentRow, waiting } from "./reports.server.ts";
import { type Command, mustBeAllowed } from "./write.server.ts";

/**
 * New reports, sent by the rules by which one is sent (`sendReport`), in a handful of statements. A report whose id is
 * taken refuses them all: what is here already is changed one by one. `givenAt`: when those were cleared that no step
 * clears here, where that was before now.
 */
export async function sendReports(
  tx: Tx,
  self: Self,
  asked: readonly Command<SeizureInput>[],
  givenAt?: Date,
): Promise<Finished[]> {
  const inputs = asked.map(({ input }) => input);
  const member = await mustBeSendable(tx, self, inputs);
  const clearsHere = member.clearanceSteps > 0;
  const at = { zone: member.operation.zone, now: self.now };
  const cleared = inputs.map((input) => (clearsHere ? self.now : clearedAtOf(givenAt, input, at)));
  await addNew(
    tx,
    inputs.map((input, line) => ({
      ...authored(member),
      ...sentRow(member, input, self.now),
      ...(!clearsHere && { clearedAt: cleared[line] }),
    })),
  );
  if (clearsHere) {
    return asked.map(({ id, input }) => {
      const { noted, outcome } = waiting(member, input.id, member.unitId);
      return { commandId: id, noted: [noted], outcome };
    });
  }
  return releaseAll(tx, self, member, asked, cleared);
}

async function releaseAll(
  tx: Tx,
  { now }: Self,
  member: Membership,
  asked: readonly Command<SeizureInput>[],
  cleared: readonly Date[],
) {
  const judging = await judgingOf(tx, ...asked.map(({ input }) => input));
  const lists = await readersOf(tx, member, asked);
  const named = new Map<Id, Awaited<ReturnType<typeof namedTo>>>();
  for (const { input } of asked) if (input.nominal) named.set(input.id, await namedTo(tx, member, input.nominal));
  const owner = { agencyId: member.agencyId, unitId: member.unitId, authorId: member.id };
  // The numbers last: whoever else of this administration takes one waits until these are committed.
  const numbers = await messageNumbers(tx, member, asked.length);
  const all: SeizureRows[] = [];
  const finished = asked.map(({ id, input }, at): Finished => {
    const receipt = newReceipt();
    const messageNo = numbers[at] ?? "";
    const { noted, rows } = releasedRows(member, {
      ...{ input, owner, judging, messageNo, receipt },
      times: { clearedAt: cleared[at] ?? now, releasedAt: now },
      audienceId: lists.get(keyOf(input)) ?? "",
      named: named.get(input.id) ?? null,
    });
    all.push(rows);
    return { commandId: id, noted, outcome: { seizure: input.id, state: "released", receipt, messageNo } };
  });
  await addSeizureRows(tx, together(all));
  return finished;
}

const keyOf = ({ audience }: SeizureInput) => JSON.stringify(audience);

/** The stored list of each choice of readers, looked up once. */
async function readersOf(tx: Tx, member: Membership, asked: readonly Command<SeizureInput>[]) {
  const lists = new Map<string, Id>();
  for (const { input } of asked) {
    const key = keyOf(input);
    if (!lists.has(key)) lists.set(key, await resolveAudience(tx, member, input.audience));
  }
  return lists;
}

function together(all: readonly SeizureRows[]): SeizureRows {
  return {
    seizureFacts: all.flatMap((rows) => rows.seizureFacts ?? []),
    seizureFactItems: all.flatMap((rows) => rows.seizureFactItems ?? []),
    seizureFactNodes: all.flatMap((rows) => rows.seizureFactNodes ?? []),
    seizureFactCodes: all.flatMap((rows) => rows.seizureFactCodes ?? []),
    seizures: all.flatMap((rows) => rows.seizures ?? []),
    seizureAudiences: all.flatMap((rows) => rows.seizureAudiences ?? []),
    seizureNominal: all.flatMap((rows) => rows.seizureNominal ?? []),
  };
}

/** New drafts, by the rules by which one is kept (`saveDraft`). */
export async function keepDrafts(tx: Tx, self: Self, asked: readonly Command<DraftInput>[]): Promise<Finished[]> {
  const member = mustBeAllowed(self, "report.write", ownUnit({ self }));
  const rows = asked.map(({ input: { id, form } }) => ({ ...authored(member), id, state: "draft", form, input: null }));
  await addNew(tx, rows);
  return asked.map(({ id: commandId, input: { id: seizure } }) => ({
    commandId,
    noted: [anEvent("report.saved", { seizure, version: 1 }, "unit", member.unitId)],
    outcome: { seizure, version: "1" },
  }));
}

async function addNew(tx: Tx, rows: Parameters<typeof addReportRows>[1]): Promise<void> {
  const added = await addReportRows(tx, rows);
  if (added.size < rows.length) throw new Problem("conflict", "command.reused");
}
