import { and, eq, isNull, sql } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { ownCase, takeMedia } from "#db/queries/media.server.ts";
import { mediaBlackouts, mediaKnown } from "#db/schema.ts";
import { instantAt } from "../domain/calendar.ts";
import type { Id } from "../domain/id.ts";
import type { KnownTakenBack, Lifted, MarkedOpen, SaidKnown } from "../domain/media.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Something about an own case is going on: until it is lifted, or over, nothing with it goes out. */
export async function markOpen(acting: Acting, command: Command<MarkedOpen>): Promise<Outcome> {
  return write(acting, "media.open.mark", command, async (change): Promise<Outcome> => {
    const { seizure: messageNo, until: minute, ...said } = command.input;
    const member = speaker(change);
    const until = minute && instantAt(member.operation.zone, minute.day, minute.time);
    if (until && until <= change.self.now)
      throw new Problem("invalid", "form.invalid", {}, { fields: { untilDay: ["media.time.past"] } });
    await takeMedia(change.tx, member.operationId);
    const seizureId = await mustOwn(change, messageNo);
    await change.tx.insert(mediaBlackouts).values({
      ...{ operationId: member.operationId, id: command.id, seizureId, agencyId: member.agencyId, openedBy: member.id },
      ...{ ...said, until, commands: [command.id] },
    });
    tell(change);
    return { blackout: command.id };
  });
}

export async function liftBlackout(acting: Acting, command: Command<Lifted>): Promise<Outcome> {
  return write(acting, "media.open.lift", command, async (change): Promise<Outcome> => {
    const { blackout } = command.input;
    const { operationId, agencyId, id: liftedBy } = speaker(change);
    await takeMedia(change.tx, operationId);
    const lifted = await change.tx
      .update(mediaBlackouts)
      .set({ liftedBy, liftedAt: sql`clock_timestamp()`, commands: withCommand(mediaBlackouts.commands, command.id) })
      .where(
        and(
          ...[eq(mediaBlackouts.operationId, operationId), eq(mediaBlackouts.agencyId, agencyId)],
          ...[eq(mediaBlackouts.id, blackout), isNull(mediaBlackouts.liftedAt)],
        ),
      )
      .returning({ id: mediaBlackouts.id });
    if (lifted.length === 0) throw new Problem("not-found", "media.open.unknown");
    tell(change);
    return { blackout };
  });
}

/** Of an own case: it was published in its country already, by whom and on which day. */
export async function sayKnown(acting: Acting, command: Command<SaidKnown>): Promise<Outcome> {
  return write(acting, "media.known.say", command, async (change): Promise<Outcome> => {
    const { seizure: messageNo, ...said } = command.input;
    const { operationId, agencyId, id: saidBy } = speaker(change);
    const seizureId = await mustOwn(change, messageNo);
    const keys = { operationId, id: command.id, seizureId, agencyId, saidBy, commands: [command.id] };
    await change.tx.insert(mediaKnown).values({ ...keys, ...said });
    tell(change);
    return { known: command.id };
  });
}

export async function takeKnownBack(acting: Acting, command: Command<KnownTakenBack>): Promise<Outcome> {
  return write(acting, "media.known.take_back", command, async (change): Promise<Outcome> => {
    const { known } = command.input;
    const { operationId, agencyId } = speaker(change);
    const taken = await change.tx
      .update(mediaKnown)
      .set({ takenBackAt: sql`clock_timestamp()`, commands: withCommand(mediaKnown.commands, command.id) })
      .where(
        and(
          ...[eq(mediaKnown.operationId, operationId), eq(mediaKnown.agencyId, agencyId)],
          ...[eq(mediaKnown.id, known), isNull(mediaKnown.takenBackAt)],
        ),
      )
      .returning({ id: mediaKnown.id });
    if (taken.length === 0) throw new Problem("not-found", "media.known.unknown");
    tell(change);
    return { known };
  });
}

const withCommand = (column: typeof mediaKnown.commands | typeof mediaBlackouts.commands, id: Id) =>
  sql`${column} || ${id}::uuid`;

function speaker({ self }: Change) {
  return mustBeAllowed(self, "media.speak", { agencyId: self.member?.agencyId });
}

async function mustOwn(change: Change, messageNo: string): Promise<Id> {
  const { operationId, agencyId } = speaker(change);
  const found = await ownCase(change.tx, operationId, agencyId, messageNo);
  if (!found) throw new Problem("invalid", "form.invalid", {}, { fields: { case: ["media.case.unknown"] } });
  return found.id;
}

const tell = (change: Change) => change.note(anEvent("media.changed", {}, "operation"));
