import { expect, test } from "vitest";
import { findEmerging } from "#app/domain/emerging/emerging.ts";
import { tallyOf } from "#app/domain/emerging/tally.ts";
import { around, caseOn, ONWARD, steady, TO_THAILAND, TO_VIET_NAM } from "./traffic.ts";

const findings = (cases: Parameters<typeof tallyOf>[0], today: number) => findEmerging(tallyOf(cases), today).findings;

test("a corridor that had a case in twenty days and has one every second day is rising, with its numbers", () => {
  const cases = [...around(1, 100), ...steady(5, 65, 20, TO_THAILAND), ...steady(91, 99, 2, TO_THAILAND)];
  const [finding, ...others] = findings(cases, 100);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: "rising", cell: TO_THAILAND, from: 91, pastFrom: 1, shift: null, also: [] });
  expect(finding?.seen).toEqual({ cases: 5, among: 25 });
  expect(finding?.past).toEqual({ cases: 4, among: 184 });
});

test("what was never seen before is new from its third case on, and not at the second", () => {
  const cases = [...around(1, 100), ...steady(95, 99, 2, TO_THAILAND)];
  expect(findings(cases, 97)).toEqual([]);
  expect(findings(cases, 99)).toMatchObject([{ kind: "new", cell: TO_THAILAND, past: { cases: 0 } }]);
});

test("a corridor that takes over what another one with the same beginning loses is shifted, and from where is said", () => {
  const cases = [...around(1, 110), ...steady(1, 89, 4, TO_THAILAND), ...steady(92, 109, 3, TO_VIET_NAM)];
  const [finding] = findings(cases, 110);
  expect(finding).toMatchObject({ kind: "shifted", cell: TO_VIET_NAM });
  expect(finding?.shift).toMatchObject({ cell: TO_THAILAND, seen: { cases: 0 }, past: { cases: 23 } });
  expect(finding?.shift?.expected).toBeGreaterThan(3);
});

test("where the other corridor goes on as before nothing is shifted", () => {
  const cases = [...around(1, 110), ...steady(1, 110, 4, TO_THAILAND), ...steady(92, 109, 3, TO_VIET_NAM)];
  expect(findings(cases, 110)).toMatchObject([{ kind: "new", cell: TO_VIET_NAM, shift: null }]);
});

test("two legs of the same consignments are one finding that names both", () => {
  const cases = [...around(1, 100), ...steady(93, 99, 2, TO_THAILAND, ONWARD)];
  const [finding, ...others] = findings(cases, 100);
  expect(others).toEqual([]);
  expect([finding?.cell, finding?.also[0]?.cell]).toEqual(expect.arrayContaining([TO_THAILAND, ONWARD]));
});

test("cases that all came on one day say nothing", () => {
  const cases = [...around(1, 100), ...Array.from({ length: 6 }, () => caseOn(99, TO_THAILAND))];
  expect(findings(cases, 100)).toEqual([]);
});

test("when all corridors have three times as many cases since a day, none of them rises", () => {
  const once = (from: number, to: number) => [...around(from, to), ...steady(from, to, 5, TO_THAILAND)];
  const cases = [...once(1, 120), ...once(91, 120), ...once(91, 120)];
  for (let today = 91; today <= 120; today++) expect(findings(cases, today)).toEqual([]);
  const alone = [...once(1, 120), ...steady(91, 120, 5, TO_THAILAND), ...steady(93, 120, 5, TO_THAILAND)];
  expect(findings(alone, 120)).toMatchObject([{ cell: TO_THAILAND }]);
});

test("days still to come are left out and counted", () => {
  const cases = [...around(1, 100), ...steady(91, 99, 2, TO_THAILAND)];
  const early = findEmerging(tallyOf(cases), 90);
  expect(early.findings).toEqual([]);
  expect(early.leftOut.ahead).toBe(25);
});

test("in its first weeks an operation says nothing", () => {
  const cases = [...around(1, 13), ...steady(7, 13, 2, TO_THAILAND)];
  expect(findings(cases, 13)).toEqual([]);
});

test("earlier operations can say that a corridor is usual, and never that one is not", () => {
  const cases = [...around(1, 100), ...steady(95, 99, 2, TO_THAILAND)];
  const tally = tallyOf(cases);
  const earlier = (own: number, among: number) => ({
    operations: 1,
    days: 150,
    among,
    cells: { [TO_THAILAND.key]: own },
  });
  const known = (own: number, among: number) => findEmerging(tally, 99, earlier(own, among)).findings;
  const evidence = (all: ReturnType<typeof known>) => all.map((finding) => finding.evidence);
  expect(evidence(known(0, 4000))).toEqual(evidence(findings(cases, 99)));
  expect(known(60, 400)).toEqual([]);
});
