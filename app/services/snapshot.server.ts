import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { factsOfUnit, ownUnsharedFacts } from "#db/queries/facts.server.ts";
import { encodeFacts } from "../domain/fact-codec.ts";
import { factsStreamOf } from "../domain/facts-stream.ts";
import { followingOf, type Stream } from "./following.server.ts";
import type { Acting, House } from "./house.server.ts";
import { sharedBlocks } from "./shared-blocks.server.ts";
import { memberOf, read } from "./write.server.ts";

/** The numbers of the streams that the bearer may follow and the facts at them, of one moment, as JSON. */
export async function snapshotFor(acting: Acting, { withFacts }: { withFacts: boolean }): Promise<string> {
  const { blocks, ...rest } = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const { readers, streams } = await followingOf(tx, member);
    const factsStream = factsStreamOf(streams);
    const stream = streams.find(({ id }) => id === factsStream);
    return {
      operationId: member.operationId,
      readers,
      streams: streams.map(({ id, kind, head }) => ({ id, kind, seq: head })),
      factsStream,
      blocks: withFacts && stream ? await blocksOf(tx, { house: acting.house, self, member, stream }) : [],
    };
  });
  return `${JSON.stringify(rest).slice(0, -1)},"facts":[${blocks.join()}]}`;
}

type Asked = { house: House; self: Self; member: Membership; stream: Stream };

/** What all who read facts see, written once for all of them, and what this reader sees beside it, written each time. */
async function blocksOf(tx: Tx, { house, self, member, stream }: Asked): Promise<string[]> {
  const { operationId, unitId } = member;
  if (stream.kind !== "operation") return [JSON.stringify(encodeFacts(await factsOfUnit(tx, operationId, unitId)))];
  const shared = await sharedBlocks(tx, { house, operationId, stream, now: self.now });
  return [...shared, JSON.stringify(encodeFacts(await ownUnsharedFacts(tx, operationId)))];
}
