import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { erasedNumbers } from "#db/queries/erasures.server.ts";
import { messageNumbers } from "#db/queries/handovers.server.ts";
import {
  daysOnRecord,
  eventsSince,
  onRouteSince,
  questionsAnsweredSince,
  questionsAskedSince,
  releasedSince,
  remindedSince,
  reportsReturnedSince,
  type Since,
  type Told,
} from "#db/queries/since.server.ts";
import { openTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { findVisit } from "#db/queries/visits.server.ts";
import { type Change, linesOf, toldSince } from "./domain/visit.ts";
import { memberOf } from "./services/write.server.ts";

const TYPES = [
  "seizure.withdrawn",
  "seizure.erased",
  "tally.asked",
  "operation.moved",
  "operation.planned",
  "operation.boundaries_approved",
  "member.added",
  "member.changed",
  "agency.invited",
  "agency.left",
] as const;
type Type = (typeof TYPES)[number];

/** For the first page: what changed since its reader was last here. Null on the first visit ever. */
export async function sinceLastHere(tx: Tx, self: Self) {
  const member = memberOf(self);
  const { operationId, agencyId, id: memberId } = member;
  const since = toldSince(await findVisit(tx, { operationId, memberId }), self.now);
  if (since === null) return null;
  const about = { operationId, agencyId, memberId, since };
  const [events, ...rest] = await Promise.all([
    eventsSince(tx, about, TYPES),
    askedAndAnswered(tx, about),
    tallyQuestions(tx, about),
    reports(tx, about),
    onRoute(tx, about, member),
  ]);
  const more = await Promise.all([
    withdrawals(tx, about, events),
    erasings(tx, about, events),
    tallies(tx, about, events),
  ]);
  return { since: since.toISOString(), ...linesOf([...rest.flat(), ...more.flat(), ...planAndPeople(events)]) };
}

async function askedAndAnswered(tx: Tx, about: Since): Promise<Change[]> {
  const [asked, answered] = await Promise.all([questionsAskedSince(tx, about), questionsAnsweredSince(tx, about)]);
  const lines = (kind: "question" | "answered", rows: typeof asked) =>
    rows.map(({ seizureId, ...row }): Change => ({ kind, seizure: seizureId, ...row }));
  return [...lines("question", asked), ...lines("answered", answered)];
}

async function tallyQuestions(tx: Tx, { operationId, agencyId, since }: Since): Promise<Change[]> {
  const open = await openTallyQuestions(tx, operationId, agencyId);
  return open
    .filter(({ askedAt }) => Date.parse(askedAt) > since.getTime())
    .map(({ id, day, group, askedAt }) => ({ kind: "tally_question", id, agencyId, day, goods: group, at: askedAt }));
}

async function reports(tx: Tx, about: Since): Promise<Change[]> {
  const [returned, cleared] = await Promise.all([reportsReturnedSince(tx, about), releasedSince(tx, about)]);
  return [
    ...returned.map(({ id, goods, at }): Change => ({ kind: "returned", id, seizure: id, goods: goods ?? "", at })),
    ...cleared.map(({ goods, ...row }): Change => ({ kind: "cleared", ...row, seizure: row.id, goods: goods ?? "" })),
  ];
}

async function onRoute(tx: Tx, about: Since, { administrationCode }: Membership): Promise<Change[]> {
  const rows = await onRouteSince(tx, about, administrationCode);
  return rows.map(({ goods, ...row }) => ({ kind: "on_route", ...row, seizure: row.id, goods: goods ?? "" }));
}

type Events = readonly Told<Type>[];

function ofType<T extends Type>(events: Events, type: T): Told<T>[] {
  return events.filter((event): event is Told<T> => event.type === type);
}

/**
 * Of the operation's stream, what the owner alone still sees is no news to others: they learn that it is gone from their
 * figures. Whoever checks seizures is told at the desk, and whoever reported it in the unit.
 */
async function withdrawals(tx: Tx, { operationId }: Since, events: Events): Promise<Change[]> {
  const withdrawn = ofType(events, "seizure.withdrawn");
  const numbers = await messageNumbers(
    tx,
    operationId,
    withdrawn.map(({ body }) => body.seizure),
  );
  return withdrawn
    .filter(({ kind, body }) => kind !== "operation" || numbers[body.seizure] !== undefined)
    .map(({ at, agencyId, body }) => {
      const no = numbers[body.seizure];
      const where = no === undefined ? {} : { seizure: body.seizure, no };
      return { kind: "withdrawn", id: body.seizure, at, agencyId, ...where };
    });
}

/** As far as the reader may know what was erased: its owner, and whoever counted it before. */
async function erasings(tx: Tx, { operationId }: Since, events: Events): Promise<Change[]> {
  const erased = ofType(events, "seizure.erased");
  const numbers = await erasedNumbers(
    tx,
    operationId,
    erased.map(({ body }) => body.seizure),
  );
  return erased.flatMap(({ at, agencyId, body: { seizure } }) => {
    const no = numbers[seizure];
    return no === undefined ? [] : [{ kind: "erased" as const, id: seizure, at, agencyId, seizure, no }];
  });
}

/** Days that the own agency was asked for or reminded of, and of which it has said nothing since. */
async function tallies(tx: Tx, about: Since, events: Events): Promise<Change[]> {
  const { agencyId } = about;
  const asked = ofType(events, "tally.asked").filter(({ body }) => body.agency === agencyId);
  const reminded = await remindedSince(tx, about);
  const days = [...asked.map(({ body }) => body.day), ...reminded.map(({ day }) => day)];
  const said = await daysOnRecord(tx, about, [...new Set(days)]);
  const isAsked = new Set(asked.map(({ body }) => body.day));
  const line = (kind: "tally_asked" | "tally_reminded", day: string, at: string): Change[] =>
    said.has(day) ? [] : [{ kind, id: day, agencyId, day, at }];
  return [
    ...asked.flatMap(({ body, at }) => line("tally_asked", body.day, at)),
    ...reminded.flatMap(({ day, at }) => (isAsked.has(day) ? [] : line("tally_reminded", day, at))),
  ];
}

/** One line each, however often they changed. */
function planAndPeople(events: Events): Change[] {
  const [moved] = ofType(events, "operation.moved");
  const plan = events.find(({ type }) => type === "operation.planned" || type === "operation.boundaries_approved");
  const people = events.filter(({ type }) => type.startsWith("member.") || type.startsWith("agency."));
  const whom = new Set(
    people.map(({ body }) => ("member" in body ? body.member : "agency" in body ? body.agency : "")),
  );
  const [newest] = people;
  return [
    ...(moved ? [{ kind: "moved" as const, id: "moved", at: moved.at, state: moved.body.to }] : []),
    ...(plan ? [{ kind: "plan" as const, id: "plan", at: plan.at }] : []),
    ...(newest ? [{ kind: "people" as const, id: "people", at: newest.at, n: whom.size }] : []),
  ];
}
