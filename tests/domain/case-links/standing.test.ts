import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likelyPairs } from "#app/domain/case-links/likely.ts";
import { groupsOf, pairKey, standingOf } from "#app/domain/case-links/standing.ts";
import { looksToldTwice } from "#app/domain/case-links/told-twice.ts";
import { common } from "./linkables.ts";

describe("where a pair stands", () => {
  test("a dismissed one comes back for a reason that nobody weighed, and for no other change", () => {
    const apart = { answer: "apart" as const, reasons: ["a", "b"] };
    expect(standingOf(apart, ["a"])).toEqual({ state: "apart", fresh: false });
    expect(standingOf(apart, [])).toEqual({ state: "apart", fresh: false });
    expect(standingOf(apart, ["a", "c"])).toEqual({ state: "open", fresh: true });
  });

  test("a linked one stays, and one whose answer was taken back is open", () => {
    expect(standingOf({ answer: "linked", reasons: [] }, ["a"]).state).toBe("linked");
    expect(standingOf({ answer: "open", reasons: ["a"] }, ["a"])).toEqual({ state: "open", fresh: false });
    expect(standingOf(undefined, [])).toEqual({ state: "open", fresh: false });
  });
});

test("groups are what hangs together, in whatever order pairs come", () => {
  const Pair = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.constantFrom("a", "b", "c", "d", "e", "f"));
  expect(
    groupsOf([
      ["d", "e"],
      ["a", "b"],
      ["c", "b"],
    ]),
  ).toEqual([
    ["a", "b", "c"],
    ["d", "e"],
  ]);
  fc.assert(
    fc.property(
      fc.array(
        Pair.filter(([one, other]) => one !== other),
        { maxLength: 8 },
      ),
      (pairs) => {
        const groups = groupsOf(pairs);
        expect(groupsOf([...pairs].reverse().map(([one, other]) => [other, one]))).toEqual(groups);
        for (const [one, other] of pairs)
          expect(groups.filter((ids) => ids.includes(one) && ids.includes(other))).toHaveLength(1);
        expect(groups.flat().length).toBe(new Set(groups.flat()).size);
      },
    ),
  );
});

describe("the likeliest pairs", () => {
  const ids = ["a", "b", "c", "d"];
  const days = new Map(ids.map((id, at) => [id, 18_000 + at]));
  const group = (kind: string, value: string, ...of: string[]) => ({ kind, value, n: of.length, ids: of });

  test("are those with most in common, and none of cases that do not count", () => {
    const groups = [group("mark", "redstar", "a", "b", "x"), group("container", "msku1234565", "b", "c")];
    const pairs = likelyPairs(groups, days, common(), 10).map((pair) => pairKey(...pair));
    expect(pairs).toEqual([pairKey("b", "c"), pairKey("a", "b")]);
    expect(likelyPairs(groups, days, common(), 1)).toEqual([["b", "c"]]);
  });

  test("by a way alone are near in time, and the way is rare", () => {
    const way = "concealment_method:substituted concealment_place:reefer F2.raw_ivory KE>VN";
    const rare = common({ "hidden concealment_method:substituted": 4, "hidden concealment_place:reefer": 4 });
    const far = new Map([
      ["a", 18_000],
      ["b", 18_100],
      ["c", 18_001],
    ] as const);
    expect(likelyPairs([group("way", way, "a", "b", "c")], far, rare, 10)).toEqual([["a", "c"]]);
    const usual = common({ "hidden concealment_method:substituted": 90, "hidden concealment_place:reefer": 90 });
    expect(likelyPairs([group("way", way, "a", "b", "c")], far, usual, 10)).toEqual([]);
  });
});

test("what looks told twice has the same goods in the same amount within a day", () => {
  const told = (occurredOn: string, quantity: string | null, unit: string | null = "kg") => ({
    occurredOn,
    items: [{ commodity: "F2.raw_ivory", quantity, unit }],
  });
  expect(looksToldTwice(told("2021-05-17", "12.5"), told("2021-05-18", "12.5"))).toBe(true);
  expect(looksToldTwice(told("2021-05-17", "12.5"), told("2021-05-19", "12.5"))).toBe(false);
  expect(looksToldTwice(told("2021-05-17", "12.5"), told("2021-05-17", "12"))).toBe(false);
  expect(looksToldTwice(told("2021-05-17", null, null), told("2021-05-17", null, null))).toBe(false);
});
