import { type Action, may, type Subject } from "#app/domain/access.ts";
import type { StreamKind } from "#app/domain/event.ts";
import type { Id } from "#app/domain/id.ts";
import type { Tx } from "#db/client.server.ts";
import { beginAs, type Membership } from "#db/queries/acting.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";

export type Stream = { id: Id; kind: StreamKind; head: number };

/** What a token may follow in an operation now. `readers`: the class of those who see the same facts. */
export type Rights = { agencyId: Id; readers: string; streams: Stream[] };

/** Reading a stream of this kind is this action. */
const READING: Record<StreamKind, Action> = {
  operation: "facts.read",
  notices: "operation.read",
  unit: "report.read",
  desk: "question.read",
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
  const { member } = self;
  if (!member) return "operation.unknown";
  const followed = streams.filter((stream) =>
    may(member, READING[stream.kind], member.operation.state, ownerOf(stream)),
  );
  return {
    agencyId: member.agencyId,
    readers: readersOf(member),
    streams: followed.map(({ id, kind, head }) => ({ id, kind, head })),
  };
}

function ownerOf({ agencyId, unitId }: { agencyId: Id | null; unitId: Id | null }): Subject {
  return { agencyId: agencyId ?? undefined, unitId: unitId ?? undefined };
}

function readersOf({ role, agencyId, unitId }: Membership): string {
  if (role === "reporter") return `unit ${unitId}`;
  return role === "partner" || role === "observer" ? SHARED_ALONE : `agency ${agencyId}`;
}

/** Same class, same streams: nothing to be done. */
export function sameRights(one: Rights, other: Rights): boolean {
  const ids = (rights: Rights) =>
    rights.streams
      .map((stream) => stream.id)
      .sort()
      .join();
  return one.readers === other.readers && ids(one) === ids(other);
}
