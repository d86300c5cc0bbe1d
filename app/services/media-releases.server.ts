import { and, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import {
  caseNamedIn,
  findRelease,
  type MediaRelease,
  releaseDue,
  standingPictures,
  takeMedia,
} from "#db/queries/media.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { mediaCorrections, mediaReleases } from "#db/schema.ts";
import { instantAt } from "../domain/calendar.ts";
import type { Id } from "../domain/id.ts";
import type { CancelledRelease, CorrectedRelease, MovedRelease, NamedOrder, PlannedRelease } from "../domain/media.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting, House } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** Says what goes out, and in which minute by the clock of the operation. Participants read it from now on. */
export async function planRelease(acting: Acting, command: Command<PlannedRelease>): Promise<Outcome> {
  return write(acting, "media.release.plan", command, async (change): Promise<Outcome> => {
    const { id, title, words, edition, pictures, ...minute } = command.input;
    const { operationId, id: madeBy } = mustBeAllowed(change.self, "media.release");
    const releaseAt = minuteToCome(change, minute);
    await takeMedia(change.tx, operationId);
    const named = await caseNamedIn(change.tx, `${title} ${words}`);
    if (named) throw fieldProblem("words", "media.words.case");
    if (edition) await mustBePublic(change, edition);
    await mustBeCleared(change, pictures);
    const added = await change.tx
      .insert(mediaReleases)
      .values({
        ...{ operationId, id, title, words, pictures, releaseAt, madeBy, state: "embargoed" as const },
        ...{ reportId: edition?.report ?? null, edition: edition?.number ?? null },
      })
      .onConflictDoNothing()
      .returning({ id: mediaReleases.id });
    if (added.length === 0) throw new Problem("conflict", "command.reused");
    tell(change);
    return { release: id };
  });
}

/** Another minute, as long as the one that was said has not come, or for one that waits. */
export async function moveRelease(acting: Acting, command: Command<MovedRelease>): Promise<Outcome> {
  return write(acting, "media.release.move", command, async (change): Promise<Outcome> => {
    const { release, ...minute } = command.input;
    const found = await openRelease(change, release);
    const releaseAt = minuteToCome(change, minute);
    if (found.releaseAt.getTime() === releaseAt.getTime()) throw fieldProblem("time", "media.time.same");
    await setRelease(change, release, { releaseAt });
    return { release };
  });
}

/** Nothing goes out of it. */
export async function cancelRelease(acting: Acting, command: Command<CancelledRelease>): Promise<Outcome> {
  return write(acting, "media.release.cancel", command, async (change): Promise<Outcome> => {
    const { release, why } = command.input;
    await openRelease(change, release);
    await setRelease(change, release, { state: "cancelled", why });
    return { release };
  });
}

/** In which order administrations are named; an empty one is alphabetical. */
export async function orderNames(acting: Acting, command: Command<NamedOrder>): Promise<Outcome> {
  return write(acting, "media.release.name", command, async (change): Promise<Outcome> => {
    const { release, names } = command.input;
    await openRelease(change, release);
    await setRelease(change, release, { names: names.length > 0 ? [...new Set(names)] : null });
    return { release };
  });
}

/** Of what is out, what was wrong; or that it does not hold. What was said stays beside it. */
export async function correctRelease(acting: Acting, command: Command<CorrectedRelease>): Promise<Outcome> {
  return write(acting, "media.release.correct", command, async (change): Promise<Outcome> => {
    const { release, kind, words } = command.input;
    const { operationId, id: saidBy } = mustBeAllowed(change.self, "media.release");
    const found = await findRelease(change.tx, operationId, release);
    if (!found) throw new Problem("not-found", "media.release.unknown");
    if (found.state !== "released") throw new Problem("conflict", "media.release.not_out");
    if (await caseNamedIn(change.tx, words)) throw fieldProblem("words", "media.words.case");
    await change.tx
      .insert(mediaCorrections)
      .values({ operationId, id: command.id, releaseId: release, kind, words, saidBy });
    tell(change);
    return { release };
  });
}

/** What is due goes out; by the clock, once over all processes. Answers how many streams were told. */
export async function releaseDueMedia({ db, poke }: Pick<House, "db" | "poke">): Promise<number> {
  const streams = await releaseDue(db);
  if (streams.length > 0) poke([...new Set(streams)]);
  return streams.length;
}

function minuteToCome({ self }: Change, { day, time }: { day: string; time: string }): Date {
  const at = instantAt(memberOf(self).operation.zone, day, time);
  if (at <= self.now) throw fieldProblem("time", "media.time.past");
  return at;
}

/** A release that a lead may still change. What is due and has not been looked at yet is not. */
async function openRelease({ tx, self }: Change, id: Id): Promise<MediaRelease> {
  const { operationId } = mustBeAllowed(self, "media.release");
  await takeMedia(tx, operationId);
  const found = await findRelease(tx, operationId, id);
  if (!found) throw new Problem("not-found", "media.release.unknown");
  if (found.state === "cancelled") throw new Problem("conflict", "media.release.cancelled");
  if (found.state === "released" || (!found.waitingSince && found.releaseAt <= self.now))
    throw new Problem("conflict", "media.release.out");
  return found;
}

async function setRelease(change: Change, id: Id, set: Partial<MediaRelease>): Promise<void> {
  const { operationId } = memberOf(change.self);
  await change.tx
    .update(mediaReleases)
    .set(set)
    .where(and(eq(mediaReleases.operationId, operationId), eq(mediaReleases.id, id)));
  tell(change);
}

async function mustBePublic({ tx, self }: Change, { report, number }: { report: Id; number: number }): Promise<void> {
  const found = await findEdition(tx, memberOf(self).operationId, report, number);
  if (found?.audience !== "public") throw new Problem("not-found", "operation_report.edition.unknown");
}

async function mustBeCleared({ tx }: Change, pictures: readonly Id[]): Promise<void> {
  const standing = await standingPictures(tx, pictures);
  if (pictures.some((id) => !standing.includes(id))) throw new Problem("conflict", "media.picture.not_cleared");
}

const fieldProblem = (field: string, key: string) =>
  new Problem("invalid", "form.invalid", {}, { fields: { [field]: [key] } });

const tell = (change: Change) => change.note(anEvent("media.changed", {}, "operation"));
