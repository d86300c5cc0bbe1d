import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { listDuplicates, proposalsFor } from "#db/queries/duplicates.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { taxonNames } from "#db/queries/taxa.server.ts";
import type { DecidedPair, FoundPair, PairSide } from "./components/duplicates/duplicate-types.ts";
import type { WaitingPair } from "./components/workspace/waiting-list.tsx";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { unnamedTaxa, withTaxaNamed } from "./domain/taxa-named.ts";
import { foundDuplicates } from "./found-duplicates.server.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** So many pairs are shown side by side; the others come up as these are decided on. */
const SHOWN = 20;
/** So many of those that were decided on last; what waits for somebody's word is shown whole. */
const REMEMBERED = 30;

/**
 * Pairs that may be one case, and what became of others: for the coordination unit all, for owners their own. What was
 * decided on the seizure that is asked about is among them, however long ago.
 */
export async function duplicatesPage(tx: Tx, self: Self, acting: Acting, about: string | null = null) {
  const member = mustBeAllowed(self, "duplicate.read", { agencyId: self.member?.agencyId });
  const proposes = may(member, "duplicate.propose", member.operation.state);
  const [found, all] = await Promise.all([
    proposes ? foundDuplicates(tx, self, acting) : null,
    listDuplicates(tx, member.operationId),
  ]);
  const matches = found?.matches ?? [];
  const isAbout = ({ kept, dropped }: Row) => about !== null && (kept === about || dropped === about);
  const closed = all.filter((row) => !isOpen(row));
  const [asked, others] = [closed.filter(isAbout), closed.filter((row) => !isAbout(row))];
  const decisions = [...all.filter(isOpen), ...asked, ...others.slice(0, REMEMBERED)];
  const shown = matches.slice(0, SHOWN);
  const sideOf = await sidesOf(tx, self, [
    ...shown.flatMap(({ ids }) => ids),
    ...decisions.flatMap(({ kept, dropped }) => [kept, dropped]),
  ]);
  return {
    found: shown.map(
      ({ ids: [left, right], kind, certain, score, reasons }): FoundPair => ({
        sides: [sideOf(left), sideOf(right)],
        ...{ kind, certain, score, reasons },
        commands: { answer: uuid(), pair: uuid() },
      }),
    ),
    total: matches.length,
    coverage: found?.coverage ?? null,
    proposes,
    decided: decisions.map((row): DecidedPair => {
      const { id, kind, state, note, closedNote, kept, dropped, proposedAt } = row;
      return {
        ...{ id, kind, state, note, closedNote },
        proposedAt: proposedAt.toISOString(),
        sides: [sideOf(kept), sideOf(dropped)],
        agreed: [row.keptAgreedBy !== null, row.droppedAgreedBy !== null],
        may: mayOn(member, row),
        commands: { agree: uuid(), close: uuid() },
      };
    }),
  };
}

/** Pairs that wait for the word of the reader's agency: the own message first, whose the other is, since when. */
export async function waitingPairs(tx: Tx, { operationId, agencyId }: Membership): Promise<WaitingPair[]> {
  const rows = await proposalsFor(tx, operationId, agencyId);
  if (rows.length === 0) return [];
  const [facts, participants] = await Promise.all([
    visibleFacts(
      tx,
      operationId,
      rows.flatMap(({ kept, dropped }) => [kept, dropped]),
    ),
    listParticipants(tx, operationId),
  ]);
  const factOf = (id: Id) => facts.find((one) => one.id === id);
  return rows.map(({ id, kind, kept, dropped, keptAgencyId, proposedAt }) => {
    const [own, other] = keptAgencyId === agencyId ? [kept, dropped] : [dropped, kept];
    const owner = participants.find((row) => row.agencyId === factOf(other)?.agencyId);
    return {
      ...{ id, kind, mine: factOf(own)?.messageNo ?? "", theirs: factOf(other)?.messageNo ?? "" },
      ...{ agency: owner?.agencyName ?? "", at: proposedAt.toISOString() },
    };
  });
}

const isOpen = ({ state }: Row) => state === "proposed";

type Row = Awaited<ReturnType<typeof listDuplicates>>[number];

function mayOn(member: Membership, { state, keptAgencyId, droppedAgencyId, keptAgreedBy, droppedAgreedBy }: Row) {
  const allowed = (action: "duplicate.agree" | "duplicate.close") =>
    [keptAgencyId, droppedAgencyId].some((agencyId) => may(member, action, member.operation.state, { agencyId }));
  const waits =
    (keptAgencyId === member.agencyId && keptAgreedBy === null) ||
    (droppedAgencyId === member.agencyId && droppedAgreedBy === null);
  const open = ["proposed", "merged", "joined"].includes(state) || (state === "apart" && member.role === "ocu");
  return {
    agree: state === "proposed" && waits && allowed("duplicate.agree"),
    close: open && allowed("duplicate.close"),
  };
}

/** The messages by id, tier by tier as the reader sees them. */
async function sidesOf(tx: Tx, self: Self, ids: readonly Id[]): Promise<(id: Id) => PairSide> {
  const { operationId, agencyId } = memberOf(self);
  const unique = [...new Set(ids)];
  const [facts, participants] = await Promise.all([
    visibleFacts(tx, operationId, unique),
    listParticipants(tx, operationId),
  ]);
  const cases = new Map<Id, Awaited<ReturnType<typeof findCase>>>();
  for (const id of unique) cases.set(id, await findCase(tx, operationId, id));
  const told = [...cases.values()].flatMap((kase) => kase?.input ?? []);
  const names = await taxonNames(tx, told.flatMap(unnamedTaxa));
  return (id) => {
    const fact = facts.find((one) => one.id === id);
    const owner = participants.find((row) => row.agencyId === fact?.agencyId);
    const input = cases.get(id)?.input;
    return {
      id,
      messageNo: fact?.messageNo ?? "",
      reporter: fact?.reporter ?? "",
      agency: owner?.agencyName ?? "",
      state: fact?.state ?? "",
      input: input ? withTaxaNamed(input, names) : null,
      own: fact?.agencyId === agencyId,
    };
  };
}
