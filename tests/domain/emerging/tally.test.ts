import { expect, test } from "vitest";
import { cellsOf } from "#app/domain/emerging/cell.ts";
import { casesFrom, dayNumber, tallyOfFacts } from "#app/domain/emerging/tally.ts";
import { factAt, itemOf, node, placeIn } from "../route-facts.ts";

const THAILAND = placeIn("TH");
const FROM_KENYA = { route: [node("origin", "KE"), node("destination", "CN")] };
const HEAD = "0190a000-0000-7000-8000-000000000110";

test("a case lies in each corridor it took with each group of its goods, once", () => {
  const items = [itemOf("F2.raw_ivory"), itemOf("F2.worked_ivory"), itemOf("F3.horn")];
  expect(cellsOf(factAt(THAILAND, { ...FROM_KENYA, items })).map(({ key }) => key)).toEqual([
    "KE>TH>travelled>F2",
    "KE>TH>travelled>F3",
    "TH>CN>intended>F2",
    "TH>CN>intended>F3",
  ]);
  expect(cellsOf(factAt(THAILAND, { route: [node("origin", "TH"), node("origin", "XF")] }))).toEqual([]);
});

test("only cases count, a joint one once; those without a day or a corridor are left out and counted", () => {
  const facts = [
    factAt(THAILAND, FROM_KENYA),
    factAt(THAILAND, { ...FROM_KENYA, state: "withdrawn" }),
    factAt(THAILAND, { ...FROM_KENYA, eventKind: "detention" }),
    factAt(THAILAND, { ...FROM_KENYA, outsideWindow: true }),
    factAt(THAILAND, { ...FROM_KENYA, joint: { head: HEAD, place: 0 } }),
    factAt(placeIn("CN"), { ...FROM_KENYA, joint: { head: HEAD, place: 1 } }),
    factAt(THAILAND, { ...FROM_KENYA, operationalDay: null, datePrecision: "month" }),
    factAt(THAILAND),
  ];
  const tally = tallyOfFacts(facts);
  const day = dayNumber("2026-08-14");
  expect([tally.days, casesFrom(tally, day, day)]).toEqual([[day], 2]);
  expect(tally.cells.get("KE>TH>travelled>F2")?.days).toEqual([{ day, cases: 2 }]);
  expect(tally.leftOut).toEqual({ undated: 1, unrouted: 1 });
});
