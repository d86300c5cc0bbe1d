import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { and, eq, isNull, sql } from "drizzle-orm";
import { findAttachment } from "#db/queries/attachments.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { findPicture, standingPictures, takeMedia } from "#db/queries/media.server.ts";
import { mediaPictures } from "#db/schema.ts";
import { type MaskedImage, maskImage } from "../attachments/mask-image.server.ts";
import { newKey } from "../attachments/store.server.ts";
import type { ClearedPicture, MaskedPicture, WithdrawnPicture } from "../domain/media.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, read, write } from "./write.server.ts";

/**
 * Proposes an own picture for the press: the copy that is shown is drawn anew with the masks burnt in. Files first, then
 * the row: what a crash leaves between is swept.
 */
export async function maskPicture(acting: Acting, command: Command<MaskedPicture>): Promise<Outcome> {
  const made = await drawMasked(acting, command.input);
  return write(acting, "media.picture.mask", command, async (change): Promise<Outcome> => {
    const { id, attachment, caption, masks } = command.input;
    const { operationId, agencyId, id: maskedBy } = speaker(change);
    // Asked again after it was done: `write` has answered by now.
    if (!made) throw new Problem("not-found", "attachment.unknown");
    const { seizureId, keys, image } = made;
    const { width, height } = image;
    const { view, thumb } = keys;
    const of = { attachmentId: attachment, seizureId, agencyId, caption, masks, maskedBy, commands: [command.id] };
    const file = { viewKey: view, thumbKey: thumb, sha256: hashOf(image), bytes: image.view.length, width, height };
    const added = await change.tx
      .insert(mediaPictures)
      .values({ operationId, id, ...of, ...file })
      .onConflictDoNothing()
      .returning({ id: mediaPictures.id });
    if (added.length === 0) throw new Problem("conflict", "command.reused");
    tell(change);
    return { picture: id };
  });
}

/** Its owner has looked at the masked copy: nothing else points at a person. */
export async function clearPicture(acting: Acting, command: Command<ClearedPicture>): Promise<Outcome> {
  return write(acting, "media.picture.clear", command, async (change): Promise<Outcome> => {
    const { picture, note } = command.input;
    const { id: clearedBy } = await ownPicture(change, picture);
    const cleared = { clearedBy, clearedAt: sql`clock_timestamp()`, note, commands: withCommand(command.id) };
    const done = await change.tx
      .update(mediaPictures)
      .set(cleared)
      .where(and(eq(mediaPictures.id, picture), isNull(mediaPictures.clearedAt), isNull(mediaPictures.withdrawnAt)))
      .returning({ id: mediaPictures.id });
    if (done.length === 0) throw new Problem("conflict", "media.picture.said");
    if ((await standingPictures(change.tx, [picture])).length === 0)
      throw new Problem("conflict", "media.picture.barred");
    tell(change);
    return { picture };
  });
}

/** Takes it out: from what is to come, and from what is out here. */
export async function withdrawPicture(acting: Acting, command: Command<WithdrawnPicture>): Promise<Outcome> {
  return write(acting, "media.picture.withdraw", command, async (change): Promise<Outcome> => {
    const { picture } = command.input;
    await ownPicture(change, picture);
    const done = await change.tx
      .update(mediaPictures)
      .set({ withdrawnAt: sql`clock_timestamp()`, commands: withCommand(command.id) })
      .where(and(eq(mediaPictures.id, picture), isNull(mediaPictures.withdrawnAt)))
      .returning({ id: mediaPictures.id });
    if (done.length === 0) throw new Problem("conflict", "media.picture.said");
    tell(change);
    return { picture };
  });
}

/** Null where there is no such picture of the own agency's. */
async function drawMasked(acting: Acting, { attachment: id, masks }: MaskedPicture) {
  const found = await read(acting, async (tx, self) => {
    const { operationId, agencyId } = mustBeAllowed(self, "media.speak", { agencyId: self.member?.agencyId });
    const row = await findAttachment(tx, operationId, id);
    return row?.attachment.agencyId === agencyId ? row.attachment : null;
  });
  if (!found?.viewType.startsWith("image/")) return null;
  const { files } = acting.house;
  const stored = await files.read(found.viewKey);
  if (!stored) throw new Problem("not-found", "attachment.unknown");
  const image = await maskImage(await buffer(stored.stream), masks);
  const keys = { view: newKey(), thumb: newKey() };
  await Promise.all([files.put(keys.view, image.view), files.put(keys.thumb, image.thumb)]);
  return { seizureId: found.seizureId, keys, image };
}

const hashOf = ({ view }: MaskedImage) => createHash("sha256").update(view).digest("hex");

const withCommand = (id: string) => sql`${mediaPictures.commands} || ${id}::uuid`;

function speaker({ self }: Change) {
  return mustBeAllowed(self, "media.speak", { agencyId: self.member?.agencyId });
}

async function ownPicture(change: Change, id: string) {
  const member = speaker(change);
  await takeMedia(change.tx, member.operationId);
  const found = await findPicture(change.tx, memberOf(change.self).operationId, id);
  if (found?.agencyId !== member.agencyId) throw new Problem("not-found", "media.picture.unknown");
  return member;
}

const tell = (change: Change) => change.note(anEvent("media.changed", {}, "operation"));
