import fc from "fast-check";
import { expect, test } from "vitest";
import { SeizureFact } from "#app/domain/fact.ts";
import { FactBlock } from "#app/domain/fact-block.ts";
import { encodeFacts } from "#app/domain/fact-codec.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import { Facts } from "./figures/arbitrary-fact.ts";

function passedOn(facts: SeizureFact[]): SeizureFact[] {
  const reader = new FactReader(FactBlock.parse(JSON.parse(JSON.stringify(encodeFacts(facts)))));
  return Array.from({ length: reader.count }, (_, row) => reader.fact(row));
}

test("facts come out of a block as they went in", () => {
  fc.assert(
    fc.property(Facts(), (facts) => {
      const received = passedOn(facts);
      expect(received).toEqual(facts);
      for (const fact of received) SeizureFact.parse(fact);
    }),
    { numRuns: 80 },
  );
});

test("no fact, and facts without goods or with a number of their own, pass too", () => {
  expect(passedOn([])).toEqual([]);
  const [fact] =
    fc.sample(
      Facts(20).filter((facts) => facts.length > 0),
      { numRuns: 1, seed: 7 },
    )[0] ?? [];
  if (!fact) throw new Error("no fact");
  const bare = { ...fact, items: [], route: [], messageNo: "without", releasedAt: "2026-08-14T14:02:00.123456Z" };
  expect(passedOn([bare])).toEqual([bare]);
});

test("a block with a column too short, a place in no dictionary or a broken id is refused", () => {
  const [facts] = fc.sample(
    Facts(20).filter((some) => some.length > 2),
    { numRuns: 1, seed: 3 },
  );
  const block = encodeFacts(facts ?? []);
  const broken: unknown[] = [
    { ...block, facts: { ...block.facts, revision: [1] } },
    { ...block, facts: { ...block.facts, mode: block.codes.length } },
    { ...block, facts: { ...block.facts, eventKind: -1 } },
    { ...block, codes: [] },
    { ...block, ids: block.ids.slice(4) },
    { ...block, ids: `!${block.ids.slice(1)}` },
    { ...block, quantity: "12,5" },
    { ...block, lat: Number.NaN },
    { ...block, count: block.count + 1 },
    { ...block, itemCount: block.itemCount + 1 },
    { ...block, joints: [] },
    { ...block, v: 1 },
  ];
  expect(FactBlock.safeParse(block).success).toBe(true);
  for (const wrong of broken) expect(FactBlock.safeParse(wrong).success).toBe(false);
});
