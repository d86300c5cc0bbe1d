import { expect, test } from "vitest";
import type { FactItem, SeizureFact } from "#app/domain/fact.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { STRIP_LENGTH } from "#app/domain/figures/strips.ts";
import { TODAY } from "./arbitrary-fact.ts";

const goods = (commodity: string, item: Partial<FactItem> = {}): FactItem => ({
  commodity,
  quantity: null,
  unit: null,
  qualifier: "exact",
  secondQuantity: null,
  secondUnit: null,
  normalised: null,
  dimension: null,
  rule: null,
  taxonId: null,
  appendix: null,
  live: null,
  ...item,
});

const kg = (commodity: string, amount: string, item: Partial<FactItem> = {}) =>
  goods(commodity, { quantity: amount, normalised: amount, unit: "kg", dimension: "mass", rule: "mass", ...item });

const counted = (commodity: string, amount: string, unit: string, item: Partial<FactItem> = {}) =>
  goods(commodity, { quantity: amount, normalised: amount, unit, dimension: "count", rule: "count", ...item });

let made = 0;
function aCase(items: FactItem[], fact: Partial<SeizureFact> = {}): SeizureFact {
  made += 1;
  return {
    id: `0190a000-0000-7000-8000-${String(made).padStart(12, "0")}`,
    revision: 1,
    messageNo: `EXERCISE-CN-${made}`,
    agencyId: "0190a000-0000-7000-8000-0000000000aa",
    reporter: "CN",
    state: "submitted",
    eventKind: "seizure",
    occurredOn: "2021-05-17",
    occurredTo: null,
    datePrecision: "day",
    operationalDay: "2021-05-17",
    outsideWindow: false,
    late: false,
    releasedAt: "2021-05-17T08:00:00.000Z",
    place: { country: "CN", placeId: null, lat: null, lon: null, precision: "country" },
    placeKind: "airport",
    direction: "import",
    mode: "post",
    items,
    route: [],
    detections: [],
    controlReasons: [],
    concealmentPlaces: [],
    concealmentMethods: [],
    offences: [],
    arrested: null,
    joint: null,
    ...fact,
  };
}

const figuresOf = (facts: SeizureFact[]) => evaluateFigures(tableOf(facts), NO_FILTER, TODAY);
const times = (count: number, make: () => SeizureFact) => Array.from({ length: count }, make);
const share = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);

test("OMD III: 756 drugs and 112 wildlife and timber are 868 cases, 87.1 and 12.9 per cent", () => {
  const facts = [
    ...times(756, () => aCase([kg("D1.meth_crystal", "1.5")])),
    ...times(80, () => aCase([kg("F2.raw_ivory", "2")])),
    ...times(32, () => aCase([kg("L1.rosewood", "900")])),
  ];
  const { cases, byFamily } = figuresOf(facts);
  const of = (family: string) => byFamily.find((row) => row.key.family === family)?.total ?? 0;
  expect(cases.total).toBe(868);
  expect(of("drugs")).toBe(756);
  expect(of("wildlife") + of("timber")).toBe(112);
  expect(share(of("wildlife") + of("timber"), cases.total)).toBe("12.9");
  expect(share(of("drugs"), cases.total)).toBe("87.1");
});

test("a case with drugs and wildlife counts once in the total and once in each group", () => {
  const figures = figuresOf([aCase([kg("D2.heroin", "3"), kg("F2.raw_ivory", "7"), kg("F2.raw_ivory", "1")])]);
  expect(figures.cases.total).toBe(1);
  expect(figures.byGroup.map(({ key, total }) => [key.group, total])).toEqual([
    ["D2", 1],
    ["F2", 1],
  ]);
  expect(figures.byReporter).toEqual([
    { key: { reporter: "CN", kind: "mixed" }, total: 1, confirmed: 0, provisional: 1 },
  ]);
});

test("33 kg of ivory and 1,221 pieces of plants are two lines in two units, never one", () => {
  const { quantityBySlot } = figuresOf([aCase([kg("F2.raw_ivory", "33"), counted("L3.orchids", "1221", "pcs")])]);
  expect(quantityBySlot.rows.map(({ key, measure, total, cases }) => [key, measure, total, cases])).toEqual([
    ["I", "kg", "33", 1],
    ["L", "pcs", "1221", 1],
  ]);
});

test("OMD II: kilograms, pieces and live animals of wildlife stay apart, and so do tonnes and cubic metres of wood", () => {
  const { quantityBySlot, liveAnimals } = figuresOf([
    aCase([kg("F5", "1892")]),
    aCase([counted("F5", "1567", "pcs")]),
    aCase([counted("F5.turtles_live", "82", "animals", { live: true })]),
    aCase([kg("L1", "145000", { quantity: "145", unit: "t" })]),
    aCase([goods("L1", { quantity: "999", normalised: "999", unit: "m3", dimension: "timber_volume" })]),
  ]);
  expect(quantityBySlot.rows.map(({ key, measure, total }) => [key, measure, total])).toEqual([
    ["L", "kg", "145000"],
    ["L", "m3", "999"],
    ["T", "animals", "82"],
    ["T", "kg", "1892"],
    ["T", "pcs", "1567"],
  ]);
  expect(liveAnimals.rows.map(({ measure, total, cases }) => [measure, total, cases])).toEqual([["animals", "82", 1]]);
});

test("an estimate of 180 kg stands apart from the 1,983 kg that were measured", () => {
  const { quantityBySlot } = figuresOf([
    aCase([kg("D1.meth_crystal", "1983")], { state: "verified" }),
    aCase([kg("D1.meth_tablets", "180", { qualifier: "approx" })]),
    aCase([goods("D1.meth_crystal")]),
  ]);
  expect(quantityBySlot).toEqual({
    rows: [
      {
        key: "D",
        measure: "kg",
        total: "1983",
        confirmed: "1983",
        cases: 1,
        atLeast: 0,
        estimated: "180",
        estimatedCases: 1,
      },
    ],
    without: [{ key: "D", cases: 1 }],
  });
});

test("detentions and seizures outside the window are no cases and are named", () => {
  const { cases, excluded } = figuresOf([
    aCase([kg("D2", "1")]),
    aCase([kg("D2", "1")], { eventKind: "detention" }),
    aCase([kg("D2", "1")], { outsideWindow: true }),
    aCase([kg("D2", "1")], { state: "withdrawn" }),
  ]);
  expect(cases.total).toBe(1);
  expect(excluded).toEqual({ notASeizure: 1, outsideWindow: 1, undated: 0 });
});

test("cases that say nothing of arrests are not cases without arrests", () => {
  const items = [kg("D2", "1")];
  const { persons } = figuresOf([
    aCase(items, { arrested: 4, state: "verified" }),
    aCase(items, { arrested: 0 }),
    aCase(items),
  ]);
  expect(persons).toEqual({ persons: 4, confirmed: 4, provisional: 0, stating: 2, silent: 1 });
});

test("a case of which only the month is known counts, on no day", () => {
  const { cases, byDay } = figuresOf([aCase([kg("F3", "1")], { datePrecision: "month", operationalDay: null })]);
  expect(cases.total).toBe(1);
  expect(byDay).toEqual([{ key: { day: null, kind: "R" }, total: 1, confirmed: 0, provisional: 1 }]);
});

test("a strip holds the largest cases, and sums stay exact beyond what a float can hold", () => {
  const large = "900000000000000.000001";
  const facts = times(STRIP_LENGTH * 6, () => aCase([kg("P1", String(made + 1))]));
  const { strips, quantityBySlot } = figuresOf([...facts, ...times(12, () => aCase([kg("O2.gold", large)]))]);
  const [gold, precursors] = strips;
  expect(gold?.bars.map((bar) => bar.quantity)).toEqual(Array.from({ length: 12 }, () => large));
  expect(precursors?.bars).toHaveLength(STRIP_LENGTH);
  expect(Number(precursors?.bars[0]?.quantity)).toBeGreaterThan(Number(precursors?.bars.at(-1)?.quantity));
  expect(quantityBySlot.rows.find((row) => row.key === "O")?.total).toBe("10800000000000000.000012");
});

/** Two countries' messages about one consignment: the sender's, and the receiver's that stands for the case. */
function aJointCase(sender: Partial<SeizureFact>, receiver: Partial<SeizureFact>): SeizureFact[] {
  const head = aCase([kg("F2.raw_ivory", "12.5")], { reporter: "VN", arrested: 2, ...receiver });
  const other = aCase([kg("F2.raw_ivory", "12.45")], { reporter: "TH", arrested: 1, ...sender });
  return [
    { ...other, joint: { head: head.id, place: 1 } },
    { ...head, joint: { head: head.id, place: 0 } },
  ];
}
const byReporter = ({ byReporter }: ReturnType<typeof figuresOf>) =>
  byReporter.map(({ key, total }) => `${key.reporter} ${total}`);

test("a joint case is one in the total, as its head tells it, and one in the table of each country that told of it", () => {
  const figures = figuresOf([...aJointCase({ mode: "air_cargo" }, {}), aCase([kg("F2.raw_ivory", "1")])]);
  expect(figures.cases.total).toBe(2);
  expect(byReporter(figures)).toEqual(["CN 1", "TH 1", "VN 1"]);
  expect(figures.joint).toEqual({ cases: 1, messages: 2 });
  expect(figures.quantityBySlot.rows).toMatchObject([{ total: "13.5", cases: 2 }]);
  expect(figures.persons).toMatchObject({ persons: 2, stating: 1 });
  expect(figures.byMode.map(({ key }) => key.mode)).toEqual(["post"]);
});

test("where the head is withdrawn or does not fit the filter, the next message stands for the case", () => {
  const withdrawn = figuresOf(aJointCase({}, { state: "withdrawn" }));
  expect(withdrawn).toMatchObject({ cases: { total: 1 }, joint: { cases: 0 } });
  expect(byReporter(withdrawn)).toEqual(["TH 1"]);
  const thai = evaluateFigures(tableOf(aJointCase({}, {})), { ...NO_FILTER, reporters: ["TH"] }, TODAY);
  expect(thai.quantityBySlot.rows).toMatchObject([{ total: "12.45", cases: 1 }]);
  expect(thai).toMatchObject({ cases: { total: 1 }, joint: { cases: 0 } });
});

test("a joint case is confirmed when the message that stands for it is", () => {
  expect(figuresOf(aJointCase({ state: "verified" }, {})).cases).toEqual({ total: 1, confirmed: 0, provisional: 1 });
  expect(figuresOf(aJointCase({}, { state: "verified" })).cases).toEqual({ total: 1, confirmed: 1, provisional: 0 });
});

test("what is no case by itself does not become one by being joined", () => {
  const figures = figuresOf(aJointCase({ eventKind: "detention" }, {}));
  expect(byReporter(figures)).toEqual(["VN 1"]);
  expect(figures).toMatchObject({ cases: { total: 1 }, joint: { cases: 0 }, excluded: { notASeizure: 1 } });
});
