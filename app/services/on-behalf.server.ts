import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { receiptToldFor } from "#db/queries/on-behalf.server.ts";
import { addUnitStreams, unitsFollowing, unitsOf } from "#db/queries/participants.server.ts";
import { onBehalf } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { receiptFrom } from "../domain/receipt.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import type { Behalf } from "../domain/seizure-form/behalf.ts";
import type { Acting } from "./house.server.ts";
import { sendReport } from "./reports.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Sends a report that a contact point enters for a post of the agency. It belongs to the post, whose officers confirm it
 * later; the informant is told the receipt number at once, before any clearance, and the release keeps it.
 */
export async function enterOnBehalf(
  acting: Acting,
  command: Command<{ seizure: SeizureInput; behalf: Behalf }>,
): Promise<Outcome> {
  return write(acting, "report.enter", command, async (change): Promise<Outcome> => {
    const { seizure, behalf } = command.input;
    const { tx, self } = change;
    const member = mustBeAllowed(self, "report.enter", { agencyId: self.member?.agencyId });
    const { operationId, agencyId } = member;
    if (!(await unitsOf(tx, agencyId)).some(({ id }) => id === behalf.unitId)) {
      throw new Problem("invalid", "body.invalid", {}, { fields: { "behalf.unitId": ["behalf.post.missing"] } });
    }
    // A post that came after its agency took part has no stream yet.
    const following = await unitsFollowing(tx, operationId, agencyId);
    if (!following.includes(behalf.unitId)) await addUnitStreams(tx, operationId, agencyId, [behalf.unitId]);
    const told = await receiptToldFor(tx, operationId, seizure.id);
    const receipt = told ?? receiptFrom(randomBytes(6));
    const outcome = await sendReport(change, seizure, { post: { unitId: behalf.unitId, receipt } });
    if (told === undefined) {
      const entry = { ...behalf, cameAt: new Date(behalf.cameAt), enteredBy: member.id, receipt };
      await tx.insert(onBehalf).values({ operationId, seizureId: seizure.id, agencyId, ...entry });
      change.note(anEvent("report.entered", { seizure: seizure.id }, "unit", behalf.unitId));
    }
    return { ...outcome, receipt };
  });
}

/** An officer of the post says that a report which was entered for it is right. */
export async function confirmEntry(acting: Acting, command: Command<{ seizure: Id }>): Promise<Outcome> {
  return write(acting, "report.confirm", command, async (change): Promise<Outcome> => {
    const { entry, mine } = await confirmable(change, command.input.seizure);
    await change.tx
      .update(onBehalf)
      .set({ confirmedBy: change.self.member?.id, confirmedAt: change.self.now })
      .where(mine);
    change.note(anEvent("report.confirmed", { seizure: entry.seizureId }, "unit", entry.unitId));
    return { seizure: entry.seizureId, confirmed: "true" };
  });
}

/** An officer of the post says what is wrong with it: a note to the contact points, who correct it or ask. */
export async function objectToEntry(
  acting: Acting,
  command: Command<{ seizure: Id; objection: string }>,
): Promise<Outcome> {
  return write(acting, "report.object", command, async (change): Promise<Outcome> => {
    const { seizure, objection } = command.input;
    const { entry, mine } = await confirmable(change, seizure);
    if (objection === "") {
      throw new Problem("invalid", "body.invalid", {}, { fields: { objection: ["behalf.objection.missing"] } });
    }
    const said = { objection, objectedBy: change.self.member?.id, objectedAt: change.self.now };
    await change.tx.update(onBehalf).set(said).where(mine);
    change.note(anEvent("report.objected", { seizure: entry.seizureId }, "unit", entry.unitId));
    return { seizure: entry.seizureId, confirmed: "false" };
  });
}

/** The entry, if this member may say whether it is right; after a confirmation nobody says it again. */
async function confirmable({ tx, self }: Change, seizure: Id) {
  const mine = and(eq(onBehalf.operationId, self.member?.operationId ?? seizure), eq(onBehalf.seizureId, seizure));
  const [entry] = await tx.select().from(onBehalf).where(mine);
  if (!entry) throw new Problem("not-found", "report.unknown");
  mustBeAllowed(self, "report.confirm", entry);
  const [open] = await tx.select().from(onBehalf).where(mine).for("update");
  if (!open || open.confirmedAt !== null) throw new Problem("conflict", "behalf.confirmed");
  return { entry, mine };
}
