import { anEvent } from "#db/queries/events.server.ts";
import { addHandover, findHandover, finishHandover } from "#db/queries/handovers.server.ts";
import type { EventType } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { HandoverInput } from "../domain/watch/sheet.ts";
import { digestOf, draftSheet } from "./handover-sheet.server.ts";
import type { Acting } from "./house.server.ts";
import { tellOwnWatch } from "./tell-watch.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** The outgoing officer signs the sheet as it is now, if it still says what was seen: a copy of it is kept for ever. */
export async function signHandover(acting: Acting, command: Command<HandoverInput>): Promise<Outcome> {
  return write(acting, "watch.sign", command, async (change): Promise<Outcome> => {
    const { tx, self } = change;
    const { agencyId } = memberOf(self);
    const member = mustBeAllowed(self, "watch.hand_over", { agencyId });
    const { id, seen, remark } = command.input;
    const sheet = await draftSheet(tx, member, self.now);
    if (digestOf(sheet) !== seen) throw new Problem("stale", "watch.sheet.stale");
    const { operationId, role: duty } = member;
    const row = { operationId, id, agencyId, duty, sheet, remark, signedBy: member.id };
    if (!(await addHandover(tx, row))) throw new Problem("conflict", "watch.handover.waiting");
    await tell(change, "watch.signed", id);
    return { handover: id };
  });
}

/** The incoming officer takes the watch: another person than the one who signed. */
export async function acceptHandover(acting: Acting, command: Command<{ handover: Id }>): Promise<Outcome> {
  return write(acting, "watch.accept", command, async (change): Promise<Outcome> => {
    const { member, handover } = await waiting(change, command.input.handover);
    if (handover.signedBy === member.id) throw new Problem("conflict", "watch.handover.own");
    await finish(change, handover.id, member.id);
    await tell(change, "watch.accepted", handover.id);
    return { handover: handover.id };
  });
}

/** Signed too early, or with a wrong remark: the signer has the watch again. */
export async function takeBackHandover(acting: Acting, command: Command<{ handover: Id }>): Promise<Outcome> {
  return write(acting, "watch.take_back", command, async (change): Promise<Outcome> => {
    const { member, handover } = await waiting(change, command.input.handover);
    if (handover.signedBy !== member.id) throw new Problem("conflict", "watch.handover.not_own");
    await finish(change, handover.id, null);
    await tell(change, "watch.taken_back", handover.id);
    return { handover: handover.id };
  });
}

async function waiting({ tx, self }: Change, id: Id) {
  const handover = await findHandover(tx, memberOf(self).operationId, id);
  if (!handover) throw new Problem("not-found", "watch.handover.unknown");
  return { handover, member: mustBeAllowed(self, "watch.hand_over", { agencyId: handover.agencyId }) };
}

async function finish({ tx, self }: Change, id: Id, acceptedBy: Id | null) {
  const done = await finishHandover(tx, memberOf(self).operationId, id, acceptedBy);
  if (!done) throw new Problem("conflict", "watch.handover.over");
}

type HandoverEvent = Extract<EventType, "watch.signed" | "watch.accepted" | "watch.taken_back">;

function tell(change: Change, type: HandoverEvent, handover: Id) {
  const { agencyId } = memberOf(change.self);
  return tellOwnWatch(change, (...to) => anEvent(type, { agency: agencyId, handover }, ...to));
}
