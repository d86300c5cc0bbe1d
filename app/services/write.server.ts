import { createHash } from "node:crypto";
import { DrizzleQueryError } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { beginAs, beginCommand, type Membership, type Self } from "#db/queries/acting.server.ts";
import { answerTo } from "#db/queries/commands.server.ts";
import { addDelivery } from "#db/queries/deliveries.server.ts";
import { finishCommand, type Noted } from "#db/queries/events.server.ts";
import { type Action, may, type Subject } from "../domain/access.ts";
import { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { inputProblemOf } from "./input-problem.server.ts";

export type Outcome = Record<string, string>;
export type Command<T> = { id: Id; input: T };

/** A change in the making: its transaction, who makes it, and the events it will be known by. */
export type Change = {
  tx: Tx;
  self: Self;
  commandId: Id;
  note: (event: Noted) => Id;
  /** Statements whose answers nothing waits for: they travel with those that finish the change. */
  send: (writing: PromiseLike<unknown>) => void;
};

/** Reads in one repeatable-read transaction as the bearer. Throws `unauthenticated` when the token opens nothing. */
export async function read<T>(acting: Acting, work: (tx: Tx, self: Self) => Promise<T>): Promise<T> {
  const { db } = acting.house;
  const asBearer = async (tx: Tx) =>
    work(tx, withinKey(acting, orRefuse(await beginAs(tx, acting.token, acting.operationId))));
  return db.transaction(asBearer, { isolationLevel: "repeatable read", accessMode: "read only" });
}

/** A key is taken where calls of machines are, and for what it was made. */
export function withinKey({ needs }: Acting, self: Self): Self {
  if (self.scopes === null || needs === "any") return self;
  if (!needs) throw new Problem("forbidden", "key.not_here");
  if (!self.scopes.includes(needs)) throw new Problem("forbidden", "key.scope", { scope: needs });
  return self;
}

export function orRefuse<T>(begun: T | null): T {
  if (begun === null) throw new Problem("unauthenticated", "session.ended");
  return begun;
}

/**
 * Opens a transaction as the bearer, does the work once per command, saves its events unnumbered, and pokes the sealer
 * after the commit. A repeated command gives its first outcome; the same id with other content is refused (409).
 */
export async function write<T>(
  acting: Acting,
  kind: string,
  command: Command<T>,
  work: (change: Change) => Promise<Outcome>,
): Promise<Outcome> {
  const requestHash = hashOf(kind, acting.operationId, command.input);
  const touched = new Set<Id>();
  const change = async (tx: Tx): Promise<Outcome> => {
    const asked = { id: command.id, kind, requestHash };
    const { self, fresh } = orRefuse(await beginCommand(tx, acting.token, acting.operationId, asked));
    withinKey(acting, self);
    if (!fresh) return answerTo(tx, { ...asked, agencyId: self.person.agencyId });
    const noted: Noted[] = [];
    const note = (event: Noted) => {
      noted.push(event);
      return event.id;
    };
    const sent: Promise<unknown>[] = [];
    const send = (writing: PromiseLike<unknown>) => {
      // A statement of Drizzle is run by whoever waits for it, each time: here once.
      const going = Promise.resolve(writing);
      // Whoever fails first ends the change; what is asked after it fails as its echo.
      going.catch(() => {});
      sent.push(going);
    };
    const answer = await work({ tx, self, commandId: command.id, note, send }).catch(async (thrown: unknown) => {
      throw await firstFailure(sent, thrown);
    });
    noteDelivery(acting, { tx, self, commandId: command.id, send }, noted);
    const [streams] = await Promise.all([finishCommand(tx, self, command.id, { noted, outcome: answer }), ...sent]);
    for (const stream of streams) touched.add(stream);
    return answer;
  };
  const outcome = await acting.house.db.transaction(change).catch((thrown) => inWords(acting, kind, thrown));
  if (touched.size > 0) acting.house.poke([...touched]);
  return inOrder(outcome);
}

/** Where a device had kept it: when by its clock, beside ours. */
function noteDelivery({ device, operationId }: Acting, change: Omit<Change, "note">, noted: readonly Noted[]): void {
  if (!device || !operationId) return;
  const { tx, self, commandId, send } = change;
  const seizureId = Id.safeParse(noted.flatMap(({ body }) => ("seizure" in body ? body.seizure : []))[0]).data ?? null;
  send(addDelivery(tx, self, { operationId, commandId, seizureId, device }));
}

/** PostgreSQL looks at what a key was made for before anything is written. */
function keyProblemOf({ needs }: Acting, thrown: unknown): Problem | null {
  const cause = thrown instanceof DrizzleQueryError ? thrown.cause : thrown;
  if (!(cause instanceof Error) || !cause.message.includes('policy "key_scope"')) return null;
  return needs && needs !== "any"
    ? new Problem("forbidden", "key.scope", { scope: needs })
    : new Problem("forbidden", "key.not_here");
}

/** Throws what the database refused as a problem with words, and everything else as it is. */
export function inWords(acting: Acting, kind: string, thrown: unknown): never {
  const problem = inputProblemOf(thrown) ?? keyProblemOf(acting, thrown);
  if (!problem) throw thrown;
  // Nobody can correct this at a field, so it may be a fault of ours: whoever runs the installation is told of it.
  if (!problem.detail.fields && problem.kind === "invalid") {
    acting.house.log.error({ err: thrown, kind }, "the database refused what was said, at no field that we know");
  }
  throw problem;
}

/** Why a change ended: of what was sent before, the first that failed, else what was thrown. */
async function firstFailure(sent: readonly PromiseLike<unknown>[], thrown: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === "rejected");
  return failed ? failed.reason : thrown;
}

/** The first answer and every later one are the same bytes. */
export function inOrder(outcome: Outcome): Outcome {
  return Object.fromEntries(Object.entries(outcome).sort(([left], [right]) => (left < right ? -1 : 1)));
}

export function hashOf(kind: string, operationId: Id | null, input: unknown): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([kind, operationId, input]))
    .digest();
}

/** The member who acts; an operation of which one is no member does not exist for one. */
export function memberOf(self: Self): Membership {
  if (!self.member) throw new Problem("not-found", "operation.unknown");
  return self.member;
}

/** Refuses unless the table of access says yes. */
export function mustBeAllowed(self: Self, action: Action, subject: Subject = {}): Membership {
  const member = memberOf(self);
  if (!may(member, action, member.operation.state, subject)) {
    throw new Problem("forbidden", "access.refused", { action, role: member.role, state: member.operation.state });
  }
  return member;
}
