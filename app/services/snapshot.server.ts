import { visibleFactsInPages } from "#db/queries/facts.server.ts";
import type { SeizureFact } from "../domain/fact.ts";
import { factsStreamOf } from "../domain/facts-stream.ts";
import { followingOf } from "./following.server.ts";
import type { Acting } from "./house.server.ts";
import { memberOf, read } from "./write.server.ts";

/** The facts that the bearer may see and the numbers of the streams they stand at, of one moment. */
export async function snapshotFor(acting: Acting, { withFacts }: { withFacts: boolean }) {
  return read(acting, async (tx, self) => {
    const member = memberOf(self);
    const { readers, streams } = await followingOf(tx, member);
    const factsStream = factsStreamOf(streams);
    const facts: SeizureFact[] = [];
    if (withFacts && factsStream) {
      for await (const page of visibleFactsInPages(tx, member.operationId)) facts.push(...page);
    }
    return {
      operationId: member.operationId,
      readers,
      streams: streams.map(({ id, kind, head }) => ({ id, kind, seq: head })),
      factsStream,
      facts,
    };
  });
}
