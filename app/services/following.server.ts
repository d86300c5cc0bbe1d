import type { Tx } from "#db/client.server.ts";
import { beginAs, type Membership } from "#db/queries/acting.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { presenceOf } from "#db/queries/presence.server.ts";
import { type Action, may, type Subject } from "../domain/access.ts";
import type { StreamKind } from "../domain/event.ts";
import type { Id } from "../domain/id.ts";

export type Stream = { id: Id; kind: StreamKind; head: number };

type Following = { agencyId: Id; readers: string; streams: Stream[] };

/**
 * What a token may follow in an operation now. `readers`: the class of those who see the same facts. `presence`: sees
 * which agencies are here, and is one of those by whom they are.
 */
export type Rights = Following & { presence: boolean };

/** Reading a stream of this kind is this action. */
const READING: Record<StreamKind, Action> = {
  operation: "facts.read",
  notices: "operation.read",
  unit: "report.read",
  desk: "question.read",
  watch: "tally.read",
};

/** Those who own nothing in the operation's stream: what is shared is all they see. */
export const SHARED_ALONE = "shared";

/** Begins the transaction as the bearer. A string says why there is nothing to follow. */
export async function rightsOf(
  tx: Tx,
  token: string,
  operationId: Id,
): Promise<Rights | "session.ended" | "operation.unknown"> {
  const [self, streams] = await Promise.all([beginAs(tx, token, operationId), followableStreams(tx)]);
  if (!self) return "session.ended";
  if (!self.member) return "operation.unknown";
  return { ...followingAmong(streams, self.member), presence: await takesPart(tx, self.member) };
}

/** Who does not see who is here is not shown as being here: by role, by the plan, or by the own choice. */
async function takesPart(tx: Tx, member: Membership): Promise<boolean> {
  const { operationId, agencyId, id: memberId, operation } = member;
  if (!may(member, "presence.take_part", operation.state)) return false;
  const { plan, machine, hidden } = await presenceOf(tx, { operationId, agencyId, memberId });
  return plan && !machine && !hidden.agency && !hidden.me;
}

/** The same inside a transaction that has begun. */
export async function followingOf(tx: Tx, member: Membership): Promise<Following> {
  return followingAmong(await followableStreams(tx), member);
}

type Followable = Awaited<ReturnType<typeof followableStreams>>[number];

/** What machines are told from: the operation's stream, or for those who read no facts its notices. */
export async function feedStream(tx: Tx) {
  const streams = await followableStreams(tx);
  for (const kind of ["operation", "notices"] as const) {
    const found = streams.find((stream) => stream.kind === kind);
    if (found) return { id: found.id, head: found.head, kind };
  }
  return null;
}

function followingAmong(streams: Followable[], member: Membership): Following {
  const { state } = member.operation;
  return {
    agencyId: member.agencyId,
    readers: readersOf(member),
    streams: streams
      .filter((stream) => may(member, READING[stream.kind], state, ownerOf(stream)))
      .map(({ id, kind, head }) => ({ id, kind, head })),
  };
}

function ownerOf({ agencyId, unitId }: { agencyId: Id | null; unitId: Id | null }): Subject {
  return { agencyId: agencyId ?? undefined, unitId: unitId ?? undefined };
}

function readersOf({ role, agencyId, unitId }: Membership): string {
  if (role === "reporter") return `unit ${unitId}`;
  return role === "partner" || role === "observer" ? SHARED_ALONE : `agency ${agencyId}`;
}

/** Whether somebody with these rights has lost nothing of the earlier ones, and gained nothing or streams alone. */
export function compareRights(now: Following, before: Following): "same" | "more" | "other" {
  const had = new Set(before.streams.map((stream) => stream.id));
  const kept = now.streams.filter((stream) => had.has(stream.id)).length;
  if (now.readers !== before.readers || now.agencyId !== before.agencyId || kept < had.size) return "other";
  return now.streams.length === had.size ? "same" : "more";
}
