import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { factsOfSpans, missingSince, spansKnown } from "#db/queries/known-moments.server.ts";
import { encodeFacts } from "../domain/fact-codec.ts";
import { EVER, KNOWN, type KnownMoment, readKnown } from "../domain/known-moment.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting, House } from "./house.server.ts";
import { figuresFor } from "./kept-figures.server.ts";
import { mustReadFacts } from "./reading.server.ts";
import { read } from "./write.server.ts";

type Asked = { house: House; self: Self; params: URLSearchParams };

/** For a page that is asked as of a moment; null where it is asked as of now. */
export async function knownMomentFor(tx: Tx, { house, self, params }: Asked): Promise<KnownMoment | null> {
  if (!params.has(KNOWN)) return null;
  const { operationId, operation } = mustReadAll(self);
  const at = readKnown(params, { now: self.now, zone: operation.zone });
  if (!at) return null;
  const figures = await figuresFor(tx, { house, self, known: at });
  const { cases: now } = await figuresFor(tx, { house, self }, ["cases"]);
  return { at: at.toISOString(), figures, missing: await missingSince(tx, operationId, at), now };
}

/**
 * For `?known=`, the facts as they stood at a moment that all saw then and see now; for `?known=ever` every version of
 * them with the times in which it was current and seen. In blocks, as JSON: the same for all who read facts.
 */
export async function knownFactsFor(acting: Acting, asked: URLSearchParams): Promise<string> {
  return read(acting, async (tx, self) => {
    const { operationId, operation } = mustReadAll(self);
    const at =
      asked.get(KNOWN) === EVER ? null : (readKnown(asked, { now: self.now, zone: operation.zone }) ?? self.now);
    const spans = await spansKnown(tx, at);
    const blocks: string[] = [];
    for await (const facts of factsOfSpans(tx, operationId, spans)) blocks.push(JSON.stringify(encodeFacts(facts)));
    const [begun, ended] = at ? [[], []] : [spans.map((span) => span.begun), spans.map((span) => span.ended)];
    return `${JSON.stringify({ operationId, begun, ended }).slice(0, -1)},"facts":[${blocks.join()}]}`;
  });
}

/** A reporter who sees the own unit alone has no figures of all, and so none of a moment. */
function mustReadAll(self: Self) {
  const member = mustReadFacts(self);
  if (!member.readsFacts) throw new Problem("forbidden", "facts.refused");
  return member;
}
