import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { anEvent, type Noted } from "#db/queries/events.server.ts";
import { type Judging, judgingOf } from "#db/queries/judging.server.ts";
import { addSeizureRows, type SeizureRows } from "#db/queries/seizure-rows.server.ts";
import type { seizureFacts, seizureNominal, seizures } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { receiptFrom } from "../domain/receipt.ts";
import { searchKey } from "../domain/search-key.ts";
import type { Nominal, SeizureInput } from "../domain/seizure.ts";
import { resolveAudience } from "./audience.server.ts";
import { type Countable, factsOf, type Times } from "./facts-of.server.ts";
import type { Change } from "./write.server.ts";

type Releasing = {
  input: SeizureInput;
  owner: Owner | Promise<Owner>;
  times: Times;
  /** The number under which it is known already, where somebody was told one. */
  receipt?: string | Promise<string | undefined>;
};
export type Owner = { agencyId: Id; unitId: Id; authorId: Id };

/** Everything the officer wrote, less tier C and the list that lies beside it. */
export function withoutNominal(input: SeizureInput): SeizureInput {
  return { ...input, nominal: null };
}

/** A report that is released, with all that has to be known for it. */
type Released = {
  input: SeizureInput;
  owner: Owner;
  times: Times;
  judging: Judging;
  audienceId: Id;
  messageNo: string;
  receipt: string;
  named: Awaited<ReturnType<typeof namedTo>> | null;
};

/**
 * What a release consists of: facts, case and nominal rows, and the events by which the operation learns of it. A report
 * that its owner holds back is announced inside its unit only.
 */
export function releasedRows(member: Membership, released: Released): { noted: Noted[]; rows: SeizureRows } {
  const { input, owner, times, judging, audienceId, messageNo, receipt, named } = released;
  const shared = !input.held;
  const begun = anEvent("report.released", { seizure: input.id }, "unit", owner.unitId);
  const told = shared ? [anEvent("seizure.released", { seizure: input.id, revision: 1 }, "operation")] : [];
  const countable = factsOf(input, judging, member.operation, times);
  const part = { operationId: member.operationId, agencyId: owner.agencyId, unitId: owner.unitId, shared };
  const keys = { ...part, version: 1, begunBy: begun.id };
  const reporter = member.administrationCode;
  const rows = {
    ...factRows(countable, { ...keys, id: input.id, messageNo, reporter, state: "submitted" }),
    seizures: [caseRow(input, { ...keys, audienceId, authorId: owner.authorId, receipt, messageNo })],
    seizureAudiences: [{ ...keys, seizureId: input.id, audienceId }],
    seizureNominal: named ? [{ ...keys, id: input.id, ...named }] : [],
  };
  return { noted: [begun, ...told], rows };
}

export const newReceipt = () => receiptFrom(randomBytes(6));

/** Releases a cleared report, with a message number and a receipt of its own. */
export async function release(
  change: Change,
  member: Membership,
  { input, times, ...given }: Releasing,
): Promise<{ receipt: string; messageNo: string }> {
  const { tx, note, send } = change;
  const [owner, judging, audienceId, messageNo, named, told] = await Promise.all([
    given.owner,
    judgingOf(tx, input),
    resolveAudience(tx, member, input.audience),
    takeMessageNo(tx, member),
    input.nominal && namedTo(tx, member, input.nominal),
    given.receipt,
  ]);
  const receipt = told ?? newReceipt();
  const released = { input, owner, times, judging, audienceId, messageNo, receipt, named };
  const { noted, rows } = releasedRows(member, released);
  for (const event of noted) note(event);
  send(addSeizureRows(tx, rows));
  return { receipt, messageNo };
}

async function takeMessageNo(tx: Tx, member: Membership): Promise<string> {
  const [row] = await tx.execute<{ no: string }>(
    sql`select take_message_no(${member.operationId}, ${member.administrationCode}) as no`,
  );
  if (!row) throw new Error("no message number");
  return row.no;
}

type FactKeys = Pick<
  typeof seizureFacts.$inferInsert,
  "operationId" | "id" | "version" | "begunBy" | "messageNo" | "agencyId" | "unitId" | "reporter" | "state" | "shared"
>;

/** One version of the facts. */
export function factRows({ fact, items, nodes, codes }: Countable, keys: FactKeys): SeizureRows {
  const { operationId, version, agencyId, unitId, shared } = keys;
  const part = { operationId, seizureId: keys.id, version, agencyId, unitId, shared };
  return {
    seizureFacts: [{ ...fact, ...keys }],
    seizureFactItems: items.map((row) => ({ ...row, ...part })),
    seizureFactNodes: nodes.map((row) => ({ ...row, ...part })),
    seizureFactCodes: codes.map((row) => ({ ...row, ...part })),
  };
}

type CaseKeys = Pick<
  typeof seizures.$inferInsert,
  "operationId" | "version" | "begunBy" | "agencyId" | "unitId" | "shared" | "audienceId" | "authorId" | "receipt"
> & { messageNo: string; changeKind?: string; changeReason?: string };

export function caseRow(input: SeizureInput, { messageNo, changeKind = "", changeReason = "", ...keys }: CaseKeys) {
  return {
    ...keys,
    id: input.id,
    nationalCaseNo: input.nationalCaseNo,
    handling: input.handling,
    input: withoutNominal(input),
    changeKind,
    changeReason,
    searchText: searchTextOf(input, messageNo),
  };
}

/** What the case is found by. Tier C is not in it. */
export function searchTextOf(input: SeizureInput, messageNo: string): string {
  const words = [
    messageNo,
    input.nationalCaseNo,
    // Reports from before there were such fields lack them.
    input.cenNo ?? "",
    input.cencommNo ?? "",
    input.place.name,
    input.carrier,
    input.transportNo,
    input.containerNo,
    input.narrative,
    input.concealmentText,
    ...input.route.map((node) => node.place.name),
    ...input.items.flatMap((item) => [item.taxonText, item.brand, item.description]),
  ];
  const text = words.filter((word) => word !== "").join(" ");
  // Both spellings: as written, for those who type the accents, and without them.
  return `${text.toLowerCase().normalize("NFC")} ${searchKey(text)}`;
}

export type NominalKeys = Pick<
  typeof seizureNominal.$inferInsert,
  "operationId" | "id" | "version" | "begunBy" | "agencyId" | "unitId" | "shared"
>;

/** The names, and the list of those to whom they are given. */
export async function namedTo(tx: Tx, member: Membership, nominal: Nominal) {
  return { nominal, audienceId: await resolveAudience(tx, member, { kind: "agencies", agencies: nominal.recipients }) };
}
