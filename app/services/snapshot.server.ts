import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { factsOfUnit, ownUnsharedFacts } from "#db/queries/facts.server.ts";
import type { SeizureFact } from "../domain/fact.ts";
import { encodeFacts } from "../domain/fact-codec.ts";
import { factsStreamOf } from "../domain/facts-stream.ts";
import { followingOf, type Stream } from "./following.server.ts";
import type { Acting, House } from "./house.server.ts";
import { BEGUN, type SharedBlocks, sharedBlocks } from "./shared-blocks.server.ts";
import { endedWith } from "./small-beginning.server.ts";
import { memberOf, read } from "./write.server.ts";

/** JSON that may be had in two ways. */
export type Written = {
  text: () => string;
  /** A Brotli stream of it, most of which was written before; null where it is as well made small on its way. */
  small: () => Promise<Buffer<ArrayBuffer> | null>;
};

/** Own facts beside the shared ones are few; where they are many, all of it is made small together. */
const MOST_AS_IT_IS = 100_000;

/** The numbers of the streams that the bearer may follow and the facts at them, of one moment, as JSON. */
export async function snapshotFor(acting: Acting, { withFacts }: { withFacts: boolean }): Promise<Written> {
  const { facts, ...numbers } = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const { readers, streams } = await followingOf(tx, member);
    const factsStream = factsStreamOf(streams);
    const stream = streams.find(({ id }) => id === factsStream);
    return {
      operationId: member.operationId,
      readers,
      streams: streams.map(({ id, kind, head }) => ({ id, kind, seq: head })),
      factsStream,
      facts: withFacts && stream ? await factsFor(tx, { house: acting.house, self, member, stream }) : NO_FACTS,
    };
  });
  return written(facts, `],${JSON.stringify(numbers).slice(1)}`);
}

function written({ shared, own }: Facts, end: string): Written {
  const blocks = shared?.blocks ?? [];
  const rest = own.map((block) => (blocks.length > 0 ? `,${block}` : block)).join("") + end;
  return {
    text: () => BEGUN + blocks.join() + rest,
    small: async () => (shared && rest.length <= MOST_AS_IT_IS ? endedWith(await shared.small(), rest) : null),
  };
}

type Asked = { house: House; self: Self; member: Membership; stream: Stream };
/** Blocks that all who read facts see, written once for all of them, and one that is written for this reader. */
type Facts = { shared: SharedBlocks | null; own: string[] };
const NO_FACTS: Facts = { shared: null, own: [] };

async function factsFor(tx: Tx, { house, self, member, stream }: Asked): Promise<Facts> {
  const { operationId, unitId } = member;
  if (stream.kind !== "operation") return { shared: null, own: [blockOf(await factsOfUnit(tx, operationId, unitId))] };
  const shared = await sharedBlocks(tx, { house, operationId, stream, now: self.now });
  return { shared, own: [blockOf(await ownUnsharedFacts(tx, operationId))] };
}

function blockOf(facts: readonly SeizureFact[]): string {
  return JSON.stringify(encodeFacts(facts));
}
