import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { listHandovers, messageNumbers } from "#db/queries/handovers.server.ts";
import { listMembers, listParticipants } from "#db/queries/operations.server.ts";
import { entriesWithSequel, listEntries, listShifts } from "#db/queries/watch.server.ts";
import { type Action, may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import { digestOf, draftSheet, watchAlarms } from "./services/handover-sheet.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

type WatchIntent = "roster" | "strike" | "note" | "further" | "sign" | "accept" | "take_back";

const DAY = 86_400_000;
const ENTRIES = 40;
const HANDOVERS = 8;

/** Roster, log and handover of the own agency, and of those who read them, the rosters of all. */
export async function watchPage(tx: Tx, self: Self, asked: URLSearchParams) {
  const member = mustBeAllowed(self, "roster.read", { agencyId: memberOf(self).agencyId });
  const { operationId, agencyId, id: memberId } = member;
  const allowed = {
    roster: mayOwn(member, "roster.write"),
    log: mayOwn(member, "log.read"),
    note: mayOwn(member, "log.write"),
    handOver: mayOwn(member, "watch.hand_over"),
  };
  const [participants, shifts, people, alarms, log, handover] = await Promise.all([
    listParticipants(tx, operationId),
    listShifts(tx, operationId, self.now),
    allowed.roster ? listMembers(tx, operationId) : [],
    watchAlarms(tx, member, self.now),
    allowed.log ? logOf(tx, member, asked.get("before")) : null,
    allowed.handOver ? handoverOf(tx, member, self.now) : null,
  ]);
  const recent = new Date(self.now.getTime() - DAY).toISOString();
  return {
    ...{ agencyId, memberId, alarms, log, handover },
    agencies: Object.fromEntries(participants.map((row) => [row.agencyId, row.agencyName])),
    shifts: shifts.filter(({ endsAt }) => endsAt > recent),
    people: people
      .filter((one) => one.agencyId === agencyId && one.state === "active" && !one.machine)
      .map(({ id, name, role }) => ({ id, name, role })),
    may: allowed,
    commands: aCommandEach(),
  };
}

/** Forms stand side by side: one that is sent takes nothing from the others, whose words are still being typed. */
function aCommandEach(): Record<WatchIntent, Id> {
  return {
    roster: uuid(),
    strike: uuid(),
    note: uuid(),
    further: uuid(),
    sign: uuid(),
    accept: uuid(),
    take_back: uuid(),
  };
}

function mayOwn(member: Membership, action: Action): boolean {
  return may(member, action, member.operation.state, { agencyId: member.agencyId });
}

/** A page of the log, with what its entries are about and what was written about them since. */
async function logOf(tx: Tx, { operationId, agencyId }: Membership, asked: string | null) {
  const keys = { operationId, agencyId };
  const before = Id.safeParse(asked).data ?? null;
  const found = await listEntries(tx, keys, { before, limit: ENTRIES + 1 });
  const entries = found.slice(0, ENTRIES);
  const ids = entries.flatMap(({ id, about }) => (about === null ? [id] : [id, about]));
  return {
    entries,
    related: await entriesWithSequel(tx, keys, ids),
    earlier: found.length > ENTRIES ? (entries.at(-1)?.id ?? null) : null,
    isNewest: before === null,
  };
}

/** The sheet as it stands, what waits to be accepted, and the handovers before, with what their items are called. */
async function handoverOf(tx: Tx, member: Membership, now: Date) {
  const { operationId, agencyId } = member;
  const [draft, handovers] = await Promise.all([
    draftSheet(tx, member, now),
    listHandovers(tx, { operationId, agencyId }, HANDOVERS),
  ]);
  const items = [draft, ...handovers.map(({ sheet }) => sheet)].flatMap((sheet) => sheet.items);
  const seizures = items.flatMap(({ seizure }) => seizure ?? []);
  const promises = items.flatMap(({ kind, id }): Id[] => (kind === "promise" ? [id] : []));
  const [numbers, entries] = await Promise.all([
    messageNumbers(tx, operationId, seizures),
    entriesWithSequel(tx, { operationId, agencyId }, [...new Set(promises)]),
  ]);
  return {
    ...{ draft, numbers, entries, seen: digestOf(draft) },
    waiting: handovers.filter(({ acceptedAt }) => acceptedAt === null),
    past: handovers.filter(({ acceptedAt }) => acceptedAt !== null),
    isOwnWaiting: handovers.some(({ acceptedAt, duty }) => acceptedAt === null && duty === member.role),
  };
}
