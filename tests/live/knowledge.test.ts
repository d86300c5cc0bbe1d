import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { encodeFacts } from "#app/domain/fact-codec.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { Knowledge } from "#app/live/knowledge.ts";
import { Facts, TODAY } from "../domain/figures/arbitrary-fact.ts";

type Version = { fact: SeizureFact; begun: number; ended: number | null };

/** Versions of some facts, one after the other, some with a time in between in which nobody saw them. */
const Versions = fc
  .tuple(
    Facts(12),
    fc.array(fc.record({ begun: fc.nat(20), pause: fc.nat(2), over: fc.boolean() }), { minLength: 24, maxLength: 24 }),
  )
  .map(([facts, times]): Version[] =>
    facts.flatMap((fact, at) => {
      const { begun, pause, over } = times[at] ?? { begun: 0, pause: 0, over: false };
      const again = begun + 3 + pause;
      return [
        { fact: { ...fact, revision: 1 }, begun, ended: begun + 3 },
        { fact: { ...fact, revision: 2, mode: "rail" }, begun: again, ended: over ? again + 4 : null },
      ];
    }),
  );

const knowledgeOf = (versions: readonly Version[]) =>
  new Knowledge({
    facts: [versions.slice(0, 5), versions.slice(5)].map((some) => encodeFacts(some.map(({ fact }) => fact))),
    begun: versions.map(({ begun }) => begun),
    ended: versions.map(({ ended }) => ended),
  });

const standing = (versions: readonly Version[], at: number) =>
  versions.filter(({ begun, ended }) => begun <= at && (ended === null || ended > at)).map(({ fact }) => fact);

describe("what was known, played", () => {
  test("is at every moment what stood then, forward and back", () => {
    fc.assert(
      fc.property(Versions, fc.array(fc.nat(32), { minLength: 2, maxLength: 8 }), (versions, moments) => {
        const knowledge = knowledgeOf(versions);
        for (const at of moments) {
          const stood = standing(versions, at);
          expect(knowledge.playTo(at).figures(NO_FILTER, TODAY)).toEqual(
            evaluateFigures(tableOf(stood), NO_FILTER, TODAY),
          );
        }
      }),
    );
  });

  test("moves one snapshot on as news would, and shows what was taken back at no moment", () => {
    const [versions = []] = fc.sample(
      Versions.filter((some) => some.length > 6),
      { numRuns: 1, seed: 4 },
    );
    const knowledge = knowledgeOf(versions);
    const first = knowledge.playTo(0);
    expect(knowledge.playTo(40)).toBe(first);
    const [gone] = standing(versions, 40);
    if (!gone) throw new Error("nothing stood");
    expect(first.has(gone.id)).toBe(true);
    knowledge.drop([gone.id]);
    expect(first.has(gone.id)).toBe(false);
    for (const at of [50, 5, 12]) expect(knowledge.playTo(at).has(gone.id)).toBe(false);
  });
});
