import { anEvent } from "#db/queries/events.server.ts";
import { listMembers } from "#db/queries/operations.server.ts";
import { addEntry, addShift, findEntry, findShift, strikeShift } from "#db/queries/watch.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { EntryInput } from "../domain/watch/entry.ts";
import type { ShiftInput } from "../domain/watch/shift.ts";
import type { Acting } from "./house.server.ts";
import { tellAgency } from "./tell-agency.server.ts";
import { tellOwnWatch } from "./tell-watch.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Enters somebody of the own agency into its roster. */
export async function putOnRoster(acting: Acting, command: Command<ShiftInput>): Promise<Outcome> {
  return write(acting, "watch.roster", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { agencyId } = memberOf(self);
    const { id: madeBy, operationId } = mustBeAllowed(self, "roster.write", { agencyId });
    const shift = command.input;
    const people = await listMembers(tx, operationId);
    const there = people.find(({ id }) => id === shift.memberId);
    const mayServe = there?.agencyId === agencyId && there.state === "active" && !there.machine;
    if (!mayServe) throw fault("memberId", "watch.member.elsewhere");
    await addShift(tx, { operationId, agencyId }, shift, madeBy);
    const body = { agency: agencyId, shift: shift.id };
    await tellAgency(change, agencyId, (...to) => anEvent("watch.rostered", body, ...to));
    return { shift: shift.id };
  });
}

/** Takes a wrong entry off the roster; it stays on record as struck. */
export async function strikeFromRoster(acting: Acting, command: Command<{ shift: Id }>): Promise<Outcome> {
  return write(acting, "watch.strike", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { operationId } = memberOf(self);
    const shift = await findShift(tx, operationId, command.input.shift);
    if (!shift) throw new Problem("not-found", "watch.shift.unknown");
    const { id: struckBy } = mustBeAllowed(self, "roster.write", { agencyId: shift.agencyId });
    if (!(await strikeShift(tx, operationId, shift.id, struckBy))) throw new Problem("conflict", "watch.shift.struck");
    const body = { agency: shift.agencyId, shift: shift.id };
    await tellAgency(change, shift.agencyId, (...to) => anEvent("watch.struck", body, ...to));
    return { shift: shift.id };
  });
}

/** Writes into the log of the own watch. Nothing there is changed: a correction is an entry about an earlier one. */
export async function noteInLog(acting: Acting, command: Command<EntryInput>): Promise<Outcome> {
  return write(acting, "watch.note", command, async (change): Promise<Outcome> => {
    const { agencyId } = memberOf(change.self);
    const { id: authorId, operationId } = mustBeAllowed(change.self, "log.write", { agencyId });
    const entry = command.input;
    if (entry.about !== null) await mustStand(change, entry, { operationId, agencyId });
    await addEntry(change.tx, { operationId, agencyId }, entry, authorId);
    await tellOwnWatch(change, (...to) => anEvent("watch.noted", { agency: agencyId, entry: entry.id }, ...to));
    return { entry: entry.id };
  });
}

/** What an entry is about is a note or a promise of the same log; only a promise can be kept. */
async function mustStand({ tx }: Change, { kind, about }: EntryInput, keys: { operationId: Id; agencyId: Id }) {
  const earlier = about === null ? undefined : await findEntry(tx, keys, about);
  if (!earlier || earlier.about !== null) throw new Problem("not-found", "watch.entry.unknown");
  if (kind === "kept" && earlier.kind !== "promise") throw new Problem("conflict", "watch.entry.no_promise");
}

function fault(path: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [path]: [key] } });
}
