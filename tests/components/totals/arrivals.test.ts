import { expect, test } from "vitest";
import { arrivals, startWith } from "#app/components/totals/arrivals.ts";

const start = startWith(["c", "b", "a"]);
const arrived = (newest: string[], busy = false, at = 10_000) => ({ type: "arrived", newest, at, busy }) as const;

test("what is there at the beginning is not new", () => {
  expect(start).toMatchObject({ shown: ["c", "b", "a"], waiting: [], lit: [] });
});

test("a new report is shown and lit until it fades", () => {
  const lit = arrivals(start, arrived(["d", "c", "b"]));
  expect(lit).toMatchObject({ shown: ["d", "c", "b"], lit: ["d"], waiting: [] });
  expect(arrivals(lit, { type: "faded", ids: ["d"] }).lit).toEqual([]);
});

test("while the reader scrolls or types nothing shifts: it waits, and is lit when it is let in", () => {
  const waiting = arrivals(arrivals(start, arrived(["d", "c", "b", "a"], true)), arrived(["e", "d", "c", "b"], true));
  expect(waiting).toMatchObject({ shown: ["c", "b"], waiting: ["e", "d"], lit: [] });
  const released = arrivals(waiting, { type: "released", newest: ["e", "d", "c", "b"] });
  expect(released).toMatchObject({ shown: ["e", "d", "c", "b"], waiting: [], lit: ["e", "d"] });
});

test("the next report after the reader looked up brings those that waited along", () => {
  const waiting = arrivals(start, arrived(["d", "c", "b", "a"], true));
  expect(arrivals(waiting, arrived(["e", "d", "c", "b"]))).toMatchObject({ waiting: [], lit: ["e", "d"] });
});

test("more than five in a second are one number without lights", () => {
  const first = arrivals(start, arrived(["d", "e", "f", "c"], false, 10_000));
  const burst = arrivals(first, arrived(["i", "h", "g", "d", "e", "f"], false, 10_600));
  expect(burst).toMatchObject({ shown: ["i", "h", "g", "d", "e", "f"], lit: [], burst: 6 });
});

test("five a second spread over longer are no burst", () => {
  const first = arrivals(start, arrived(["d", "e", "f"], false, 10_000));
  expect(arrivals(first, arrived(["i", "h", "g", "d", "e", "f"], false, 11_200)).burst).toBe(0);
});

test("a withdrawn report leaves without a word", () => {
  expect(arrivals(start, arrived(["c", "a"]))).toMatchObject({ shown: ["c", "a"], lit: [], waiting: [] });
});
