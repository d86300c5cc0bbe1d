import { expect, test } from "vitest";
import { sumOf } from "#tests/bench/duplicates/figures.ts";
import { measured } from "#tests/bench/duplicates/measured.ts";

/** What is promised of the labelled set: of what is put before the unit so much is right, and so much is found. */
const PROMISED = 0.95;

test("of the labelled set's part that no weight was set on, precision and recall are 0.95 or more", () => {
  const { figures, floor } = measured("held-out", 5);
  const { pairs, precision, recall } = sumOf(figures);
  expect(pairs, "true pairs in the set").toBeGreaterThan(1500);
  expect(precision).toBeGreaterThanOrEqual(PROMISED);
  expect(recall).toBeGreaterThanOrEqual(PROMISED);
  // The set asks for more than equal numbers: the bare rule is far from it.
  expect(floor.found / pairs, "recall of the bare rule").toBeLessThan(0.2);
});
