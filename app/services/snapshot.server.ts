import { visibleFactsInPages } from "#db/queries/facts.server.ts";
import type { SeizureFact } from "../domain/fact.ts";
import type { Id } from "../domain/id.ts";
import { followingOf, type Stream } from "./following.server.ts";
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

/** Facts come by the operation's stream, or by the own unit's for a reporter who reads no others; observers get none. */
function factsStreamOf(streams: readonly Stream[]): Id | null {
  const of = (kind: Stream["kind"]) => streams.find((stream) => stream.kind === kind)?.id;
  return of("operation") ?? of("unit") ?? null;
}
