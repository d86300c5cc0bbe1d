import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { ownUnsharedIds } from "#db/queries/facts.server.ts";
import type { Earlier } from "../domain/emerging/earlier.ts";
import { type Emerging, findEmerging } from "../domain/emerging/emerging.ts";
import { type CorridorTally, dayNumber, tallyOfFacts } from "../domain/emerging/tally.ts";
import type { SeizureFact } from "../domain/fact.ts";
import { FactBlock } from "../domain/fact-block.ts";
import { FactReader } from "../domain/fact-reader.ts";
import type { Id } from "../domain/id.ts";
import { localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import { earlierFor } from "./earlier.server.ts";
import { followingOf } from "./following.server.ts";
import type { House } from "./house.server.ts";
import { mustReadFacts } from "./reading.server.ts";
import { sharedBlocks } from "./shared-blocks.server.ts";

export type EmergingFor = {
  emerging: Emerging;
  earlier: Earlier;
  /** Of the facts that the reader's browser holds those which nobody else sees: the watch is the same for all. */
  unshared: Id[];
  /** The number of the operation's stream up to which was looked at. */
  seq: number;
  asOf: string;
};

type Asked = { house: House; self: Self };

/** What is new in the operation today, for whoever reads its facts. */
export async function emergingFor(tx: Tx, { house, self }: Asked): Promise<EmergingFor> {
  const member = mustReadFacts(self);
  const { operationId } = member;
  const stream = (await followingOf(tx, member)).streams.find(({ kind }) => kind === "operation");
  if (!member.readsFacts || !stream) throw new Problem("forbidden", "facts.refused");
  const { blocks } = await sharedBlocks(tx, { house, operationId, stream, now: self.now });
  const tally = tallyOfBlocks(house, operationId, blocks);
  const today = localDateIn(member.operation.zone, self.now);
  const earlier = await earlierFor(tx, { house, now: self.now });
  return {
    emerging: findEmerging(tally, dayNumber(today), earlier),
    earlier,
    unshared: await ownUnsharedIds(tx, operationId),
    seq: stream.head,
    asOf: self.now.toISOString(),
  };
}

/** Made of what is the same for all readers, and kept while that stays as it is. */
type Kept = { blocks: readonly string[]; tally: CorridorTally };
const shelves = new WeakMap<House, Map<Id, Kept>>();
const MOST_OPERATIONS = 20;

function tallyOfBlocks(house: House, operationId: Id, blocks: readonly string[]): CorridorTally {
  const shelf = shelves.get(house) ?? new Map<Id, Kept>();
  shelves.set(house, shelf);
  const known = shelf.get(operationId);
  const isSame = known?.blocks.length === blocks.length && known.blocks.every((block, at) => block === blocks[at]);
  const kept = known && isSame ? known : { blocks, tally: tallyOfFacts(factsIn(blocks)) };
  shelf.delete(operationId);
  shelf.set(operationId, kept);
  for (const oldest of shelf.keys()) {
    if (shelf.size <= MOST_OPERATIONS) break;
    shelf.delete(oldest);
  }
  return kept.tally;
}

function* factsIn(blocks: readonly string[]): Generator<SeizureFact> {
  for (const block of blocks) {
    const reader = new FactReader(FactBlock.parse(JSON.parse(block)));
    for (let row = 0; row < reader.count; row++) yield reader.fact(row);
  }
}
