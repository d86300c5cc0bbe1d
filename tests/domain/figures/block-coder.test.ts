import fc from "fast-check";
import { expect, test } from "vitest";
import { fromMicro } from "#app/domain/exact-decimal.ts";
import { encodeFacts } from "#app/domain/fact-codec.ts";
import { BlockCoder } from "#app/domain/figures/block-coder.ts";
import { type CodedFact, codeFact, wholeAndMicro } from "#app/domain/figures/coded-fact.ts";
import { FactTable } from "#app/domain/figures/fact-table.ts";
import { Facts } from "./arbitrary-fact.ts";

/** With the places themselves: what is noted beside them is found when it is wanted. */
function plain({ routed, ...fact }: CodedFact) {
  return {
    ...fact,
    place: routed.place.of,
    route: routed.route.map(({ role, place }) => ({ role, place: place.of, end: place.end })),
  };
}

test("facts of a block are coded as the same facts are one by one", () => {
  fc.assert(
    fc.property(Facts(), (facts) => {
      const { names } = new FactTable();
      const coder = new BlockCoder(encodeFacts(facts), names);
      const inBlock = facts.map((_, row) => plain(coder.coded(row)));
      expect(inBlock).toEqual(facts.map((fact) => plain(codeFact(fact, names))));
    }),
    { numRuns: 80 },
  );
});

test("whole units and millionths are exact, however long a quantity is", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (micro) => {
      const { whole, micro: rest } = wholeAndMicro(fromMicro(micro));
      expect(whole).toBe(Number(micro / 1_000_000n));
      expect(BigInt(rest)).toBe(micro % 1_000_000n);
    }),
  );
  expect(wholeAndMicro(null)).toEqual({ whole: 0, micro: 0 });
  expect(wholeAndMicro("012.50")).toEqual({ whole: 12, micro: 500_000 });
  // What lies beyond six digits is cut off.
  expect(wholeAndMicro("0.12345678")).toEqual({ whole: 0, micro: 123_456 });
});
