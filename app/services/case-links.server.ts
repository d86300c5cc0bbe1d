import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { casesNumbered } from "#db/queries/case-links.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { caseLinks, seizures } from "#db/schema.ts";
import { type Answered, type LinkAnswer, pairOf, standingOf } from "../domain/case-links/standing.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { digestOf, reasonsOfPair } from "./linking.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** What somebody says of two cases; `base` is the newest answer that stood before them, 0 where there was none. */
export type LinkSaid = { pair: readonly [Id, Id]; answer: LinkAnswer; base: number; note: string };
/** A case that belongs to `seizure`, by a number, and why. */
export type LinkNamed = { seizure: Id; number: string; note: string };

/**
 * Says that two cases belong together or do not, or takes back what was said last, under the own name. Nothing is
 * overwritten: each answer is a version after the one that its author saw.
 */
export async function answerLink(acting: Acting, command: Command<LinkSaid>): Promise<Outcome> {
  return write(acting, "link.answer", command, (change) => say(acting, change, command.input));
}

/** Says that a case belongs to another one that no rule suggests; `number` is its message number, or its owner's own. */
export async function linkByNumber(acting: Acting, command: Command<LinkNamed>): Promise<Outcome> {
  return write(acting, "link.answer", command, async (change): Promise<Outcome> => {
    const { seizure, number, note } = command.input;
    const { operationId } = mustBeAllowed(change.self, "link.answer");
    const found = await casesNumbered(change.tx, operationId, number);
    const [other] = found;
    if (!other) throw atNumber("links.number.unknown");
    if (found.length > 1) throw atNumber("links.number.several");
    if (other === seizure) throw atNumber("links.number.itself");
    return say(acting, change, { pair: [seizure, other], answer: "linked", base: 0, note });
  });
}

const atNumber = (key: string) => new Problem("invalid", "form.invalid", {}, { fields: { number: [key] } });

async function say({ house }: Acting, change: Change, { pair, answer, base, note }: LinkSaid): Promise<Outcome> {
  const { tx, self, commandId } = change;
  const { operationId, id: authorId } = mustBeAllowed(self, "link.answer");
  const [one, other] = pairOf(...pair);
  await mustReadBoth(change, one, other);
  const last = await lastAnswer(change, one, other);
  if ((last?.version ?? 0) !== base) throw new Problem("stale", "link.stale");
  const found = await reasonsOfPair(tx, { house, self }, one, other);
  const reasons = found.map((reason) => digestOf(operationId, [one, other], reason));
  mustSaySomething(answer, last, reasons);
  const version = base + 1;
  const written = await tx
    .insert(caseLinks)
    .values({
      ...{ operationId, one, other, version, answer, note, reasons, authorId, commandId },
    })
    .onConflictDoNothing()
    .returning();
  if (written.length === 0) throw new Problem("stale", "link.stale");
  // Which cases, and what was said of them, is told to those alone who read both: they ask for it.
  change.note(anEvent("link.answered", { link: commandId }, "desk"));
  for (const id of [one, other]) change.note(anEvent("case.touched", { case: id, own: false }, "operation"));
  return { answer, version: String(version) };
}

/** What stands is not said again, unless there is something that nobody had weighed. */
function mustSaySomething(answer: LinkAnswer, last: Answered | undefined, reasons: readonly string[]): void {
  const { fresh } = standingOf(last, reasons);
  if (answer === (last?.answer ?? "open") && !fresh) throw new Problem("conflict", "link.said");
}

/** What one may not read does not exist: neither the case nor that something was said of it. */
async function mustReadBoth({ tx, self }: Change, one: Id, other: Id): Promise<void> {
  const { operationId } = memberOf(self);
  const rows = await tx
    .select({ id: seizures.id })
    .from(seizures)
    .where(and(eq(seizures.operationId, operationId), inArray(seizures.id, [one, other]), isNull(seizures.endedBy)));
  if (rows.length !== 2) throw new Problem("not-found", "seizure.unknown");
}

async function lastAnswer({ tx, self }: Change, one: Id, other: Id) {
  const { operationId } = memberOf(self);
  const { version, answer, reasons } = caseLinks;
  const mine = and(eq(caseLinks.operationId, operationId), eq(caseLinks.one, one), eq(caseLinks.other, other));
  const [last] = await tx
    .select({ version, answer, reasons })
    .from(caseLinks)
    .where(mine)
    .orderBy(desc(version))
    .limit(1);
  return last;
}
