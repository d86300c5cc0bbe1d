import { expect, test } from "vitest";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { routeKnowledge } from "#app/domain/figures/route-knowledge.ts";
import { select } from "#app/domain/figures/select.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { legsOf } from "#app/domain/route.ts";
import { countryTallies, outflowsOf } from "#app/domain/route-tally.ts";
import { factAt, node, placeIn } from "./route-facts.ts";

/** The worked example: one tonne of raw ivory seized in Singapore. */
const IVORY = {
  place: placeIn("SG"),
  route: [
    node("origin", "UG", { sharePercent: "20" }),
    node("origin", "KE", { sharePercent: "80" }),
    node("departure", "KE"),
    node("transit", "AE", { opportunity: true }),
    node("transit", "MY", { opportunity: false }),
    node("discovery", "SG"),
    node("destination", "CN"),
  ],
};

function drawn(fact: Parameters<typeof legsOf>[0]): string[] {
  return legsOf(fact).map(({ from, to, kind }) => `${from.country}-${to.country} ${kind}`);
}

function tally(view: "enforcement" | "trade_flow") {
  const tallies = countryTallies([IVORY], view, () => "1000");
  return Object.fromEntries(
    tallies.map((one) => [one.country, [one.seizuresIn, one.seizuresOut, one.weightIn, one.weightOut]]),
  );
}

test("several origins are parallel, the rest is a row, and beyond the discovery it is only intended", () => {
  expect(drawn(IVORY)).toEqual([
    "UG-KE travelled",
    "KE-KE travelled",
    "KE-AE travelled",
    "AE-MY travelled",
    "MY-SG travelled",
    "SG-CN intended",
  ]);
});

test("the enforcement view counts out whoever had the goods in hand before the discovery", () => {
  expect(tally("enforcement")).toEqual({
    SG: [1, 0, "1000", "0"],
    UG: [0, 1, "0", "200"],
    KE: [0, 1, "0", "1000"],
    AE: [0, 1, "0", "1000"],
  });
});

test("the trade-flow view counts the intended destination too, and still not a country only passed by", () => {
  expect(tally("trade_flow")).toEqual({
    SG: [1, 0, "1000", "0"],
    UG: [0, 1, "0", "200"],
    KE: [0, 1, "0", "1000"],
    AE: [0, 1, "0", "1000"],
    CN: [0, 1, "0", "1000"],
  });
});

test("several origins without shares leave the case in the counts and out of the weights", () => {
  const fact = { place: placeIn("SG"), route: [node("origin", "UG"), node("origin", "KE")] };
  expect(outflowsOf(fact, "enforcement")).toEqual([
    { country: "UG", sharePercent: null },
    { country: "KE", sharePercent: null },
  ]);
  const [ke] = countryTallies([fact], "enforcement", () => "1000");
  expect(ke).toMatchObject({ country: "KE", seizuresOut: 1, weightOut: "0", withoutWeight: 1 });
});

test("regional codes and unknown ends are neither drawn nor counted by country, and Namibia is a country", () => {
  const fact = {
    place: placeIn("TH"),
    route: [
      node("origin", "XF"),
      node("transit", "XX"),
      node("transit", "NA", { opportunity: true }),
      node("destination", "XX"),
    ],
  };
  expect(drawn(fact)).toEqual(["NA-TH travelled"]);
  expect(outflowsOf(fact, "trade_flow").map((outflow) => outflow.country)).toEqual(["NA"]);
});

test("without a node of discovery, what lies behind the country of seizure is intended", () => {
  const route = [
    node("origin", "KE"),
    node("transit", "ET"),
    node("transit", "AE"),
    node("transit", "TH"),
    node("destination", "CN"),
  ];
  expect(drawn({ place: placeIn("AE"), route })).toEqual([
    "KE-ET travelled",
    "ET-AE travelled",
    "AE-AE travelled",
    "AE-TH intended",
    "TH-CN intended",
  ]);
  expect(drawn({ place: placeIn("KE"), route })).toEqual([
    "KE-KE travelled",
    "KE-ET intended",
    "ET-AE intended",
    "AE-TH intended",
    "TH-CN intended",
  ]);
  expect(drawn({ place: placeIn("MY"), route })).toEqual([
    "KE-ET travelled",
    "ET-AE travelled",
    "AE-TH travelled",
    "TH-MY travelled",
    "MY-CN intended",
  ]);
});

test("cases that lack an end are counted by what they lack", () => {
  const routes = [
    [node("origin", "KE"), node("destination", "CN")],
    [node("departure", "KE"), node("destination", "TH")],
    [node("origin", "XX"), node("destination", "CN")],
    [node("origin", "KE")],
    [node("origin", "XF"), node("destination", "XX")],
    [],
  ];
  const table = tableOf(routes.map((route) => factAt(placeIn("TH"), { route })));
  const knowledge = routeKnowledge(table, select(table, NO_FILTER).cases);
  expect(knowledge).toEqual({ total: 6, known: 2, lackOrigin: 1, lackDestination: 1, lackBoth: 2 });
});
