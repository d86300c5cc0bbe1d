import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { measuresInForce } from "#db/queries/judging.server.ts";
import { findParticipant } from "#db/queries/participants.server.ts";
import { listCommodities } from "#db/queries/reference.server.ts";
import { addPromise, addTally, endTally, listTallies, lockTally, tallyCalendar } from "#db/queries/tallies.server.ts";
import type { Id } from "../domain/id.ts";
import { addDays, type LocalDate, localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import type { Measures } from "../domain/quantity.ts";
import type { Implausible } from "../domain/tally/bands.ts";
import { normalisedQuantities } from "../domain/tally/normalised.ts";
import type { TallyPromise } from "../domain/tally/rhythm.ts";
import { sameTally, type TallyInput } from "../domain/tally/tally.ts";
import type { Acting } from "./house.server.ts";
import { mustBePlausible } from "./tally-bands.server.ts";
import { tellAgency } from "./tell-agency.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Puts the tallies of the actor's own agency on record, all days or none. A day that was said already gets a new version;
 * one that says the same again stays as it is; a stale one is refused, with what stands now.
 */
export async function postTallies(acting: Acting, command: Command<{ tallies: TallyInput[] }>): Promise<Outcome> {
  return write(acting, "tally.post", command, async (change): Promise<Outcome> => {
    const agencyId = change.self.member?.agencyId;
    const member = mustBeAllowed(change.self, "tally.write", { agencyId });
    const { tallies } = command.input;
    await mustBeInWindow(change, member, tallies);
    const measures = await mustBeListed(change.tx, tallies);
    const asked = await mustBePlausible(change.tx, member, tallies, measures);
    // In the order of days, so that two who send a week at once cannot wait for each other in a circle.
    const inOrder = [...tallies.keys()].sort((left, right) => (dayAt(tallies, left) < dayAt(tallies, right) ? -1 : 1));
    const versions: Outcome = {};
    for (const at of inOrder) {
      const input = tallies[at];
      if (input)
        versions[input.day] = String(await postDay(change, member, { input, at, measures, asked: asked[at] ?? [] }));
    }
    return versions;
  });
}

const dayAt = (tallies: TallyInput[], at: number) => tallies[at]?.day ?? "";

function fault(path: string, key: string, values = {}): Problem {
  return new Problem("invalid", "body.invalid", values, { fields: { [path]: [key] } });
}

/** Days of the operational phase since the agency joined, up to today. */
async function mustBeInWindow({ tx, self }: Change, member: Membership, tallies: TallyInput[]) {
  const { operation, operationId, agencyId } = member;
  const today = localDateIn(operation.zone, self.now);
  const joinedOn = (await findParticipant(tx, operationId, agencyId))?.joinedOn ?? operation.startsOn;
  for (const [at, { day }] of tallies.entries()) {
    if (day > today) throw fault(`tallies.${at}.day`, "tally.day.future");
    if (day < operation.startsOn || day > operation.endsOn) throw fault(`tallies.${at}.day`, "tally.day.outside");
    if (day < joinedOn) throw fault(`tallies.${at}.day`, "tally.day.before_joining");
  }
}

/** Refuses groups and units that no list has; answers the measures in force. */
async function mustBeListed(tx: Tx, tallies: TallyInput[]): Promise<Measures> {
  const [commodities, measures] = await Promise.all([listCommodities(tx), measuresInForce(tx)]);
  const groups = new Set(commodities.map(({ group }) => group));
  const units = new Set(measures.units.map(({ code }) => code));
  for (const [at, tally] of tallies.entries()) {
    for (const [row, { group, quantities }] of tally.groups.entries()) {
      const path = `tallies.${at}.groups.${row}`;
      if (!groups.has(group)) throw fault(`${path}.group`, "commodity.unknown");
      for (const [line, { unit }] of quantities.entries()) {
        if (!units.has(unit)) throw fault(`${path}.quantities.${line}.unit`, "code.unknown");
      }
    }
  }
  return measures;
}

type Posting = { input: TallyInput; at: number; measures: Measures; asked: readonly Implausible[] };

/** Answers the version that stands now. */
async function postDay(change: Change, member: Membership, posting: Posting): Promise<number> {
  const { tx } = change;
  const { input, at } = posting;
  const { operationId, agencyId } = member;
  const { day } = input;
  const before = await lockTally(tx, { operationId, agencyId, day });
  if (before > 0) {
    const current = (await listTallies(tx, operationId, { agencyId, from: day, to: day })).find(({ stands }) => stands);
    if (current && sameTally(current, input)) return before;
    if (input.baseVersion !== before) throw new Problem("stale", "tally.stale", {}, { current, yours: input });
  } else if (input.baseVersion !== 0) throw fault(`tallies.${at}.day`, "tally.stale");
  const version = before + 1;
  const body = { agency: agencyId, day, version };
  const begunBy = await tellAgency(change, agencyId, (...to) => anEvent("tally.posted", body, ...to));
  if (before > 0) await endTally(tx, { operationId, agencyId, day }, begunBy);
  await addRows(tx, member, posting, { operationId, agencyId, day, version, begunBy });
  return version;
}

type Keys = { operationId: Id; agencyId: Id; day: LocalDate; version: number; begunBy: Id };

async function addRows(tx: Tx, member: Membership, { input, measures, asked }: Posting, { begunBy, ...keys }: Keys) {
  const { nil, arrested, controls, remark, groups } = input;
  const row = { ...keys, begunBy, nil, arrested, ...controls, remark, authorId: member.id };
  const groupRows = groups.map(({ group, cases }, position) => ({ ...keys, group, position, cases }));
  const quantityRows = normalisedQuantities(groups, measures).map((line) => {
    const about = asked.find((one) => groups[one.row]?.group === line.group && one.line === line.line);
    return { ...keys, ...line, askedBeyond: about?.beyond ?? null, bandVersion: about?.bandVersion ?? null };
  });
  await addTally(tx, row, groupRows, quantityRows);
}

/** What an agency promises of its tallies, from a day on. Its own contact point promises for days to come alone. */
export async function promiseTallies(
  acting: Acting,
  command: Command<{ id: Id; agencyId: Id; promise: TallyPromise }>,
): Promise<Outcome> {
  return write(acting, "tally.promise", command, async (change): Promise<Outcome> => {
    const { id, agencyId, promise } = command.input;
    const member = mustBeAllowed(change.self, "tally.promise", { agencyId });
    const participant = await findParticipant(change.tx, member.operationId, agencyId);
    if (!participant || participant.leftAt !== null) throw new Problem("not-found", "agency.unknown");
    if (member.role !== "lead" && promise.fromDay < (await firstUndue(change, member))) {
      throw fault("fromDay", "tally.promise.past");
    }
    const begunBy = await tellAgency(change, agencyId, (...to) =>
      anEvent("tally.promised", { agency: agencyId, rhythm: promise.rhythm }, ...to),
    );
    const { operationId } = member;
    await addPromise(change.tx, { operationId, id, agencyId, ...promise, madeBy: member.id, begunBy });
    return { promise: id };
  });
}

/** Today, or once its deadline has passed, tomorrow: what is due already no promise takes away. */
async function firstUndue({ tx, self }: Change, { operation, agencyId }: Membership): Promise<LocalDate> {
  const today = localDateIn(operation.zone, self.now);
  const marks = await tallyCalendar(tx, { from: today, to: today, at: self.now });
  const due = marks.find((mark) => mark.agencyId === agencyId)?.dueAt;
  return due !== undefined && self.now > new Date(due) ? addDays(today, 1) : today;
}

/** Asks those whose tally of a day is missing now; one that came in the meantime is not asked. */
export async function askForTallies(acting: Acting, command: Command<{ day: LocalDate; agencyIds: Id[] }>) {
  return write(acting, "tally.ask", command, async (change): Promise<Outcome> => {
    mustBeAllowed(change.self, "tally.ask");
    const { day, agencyIds } = command.input;
    const marks = await tallyCalendar(change.tx, { from: day, to: day, at: change.self.now });
    const missing = marks.filter(({ agencyId, mark }) => mark === "missing" && agencyIds.includes(agencyId));
    for (const { agencyId } of missing) {
      await tellAgency(change, agencyId, (...to) => anEvent("tally.asked", { agency: agencyId, day }, ...to));
    }
    return { asked: String(missing.length) };
  });
}
