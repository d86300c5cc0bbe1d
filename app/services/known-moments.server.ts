import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { factsKnown, type Missing, missingSince } from "#db/queries/known-moments.server.ts";
import { encodeFacts } from "../domain/fact-codec.ts";
import type { EvaluatedFigures } from "../domain/figures/result.ts";
import { readKnown } from "../domain/known-moment.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting, House } from "./house.server.ts";
import { figuresFor } from "./kept-figures.server.ts";
import { mustReadFacts, operationDay } from "./reading.server.ts";
import { read } from "./write.server.ts";

/**
 * A moment in the past, the operational day that ran then, the figures of the whole operation as everybody had them, and
 * what of it can be told no more.
 */
export type KnownMoment = {
  at: string;
  today: { from: string; to: string };
  figures: EvaluatedFigures;
  missing: Missing;
};

type Asked = { house: House; self: Self; params: URLSearchParams };

/** For a page that is asked as of a moment; null where it is asked as of now. */
export async function knownMomentFor(tx: Tx, { house, self, params }: Asked): Promise<KnownMoment | null> {
  const at = readKnown(params, self.now);
  if (!at) return null;
  const member = mustReadAll(self);
  const { from, to } = operationDay(member, at);
  const figures = await figuresFor(tx, { house, self, known: at });
  const missing = await missingSince(tx, member.operationId, at);
  return { at: at.toISOString(), today: { from: from.toISOString(), to: to.toISOString() }, figures, missing };
}

/** The facts as they stood at a moment that all saw then and see now, in blocks, as JSON: the same for all who read facts. */
export async function knownFactsFor(acting: Acting, at: Date): Promise<string> {
  return read(acting, async (tx, self) => {
    const { operationId } = mustReadAll(self);
    const blocks: string[] = [];
    for await (const facts of factsKnown(tx, operationId, at)) blocks.push(JSON.stringify(encodeFacts(facts)));
    return `{"operationId":${JSON.stringify(operationId)},"at":${JSON.stringify(at.toISOString())},"facts":[${blocks.join()}]}`;
  });
}

/** A reporter who sees the own unit alone has no figures of all, and so none of a moment. */
function mustReadAll(self: Self) {
  const member = mustReadFacts(self);
  if (!member.readsFacts) throw new Problem("forbidden", "facts.refused");
  return member;
}
