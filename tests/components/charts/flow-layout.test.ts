import fc from "fast-check";
import { expect, test } from "vitest";
import { type FlowLayout, flowLayout, REST } from "#app/components/charts/flow-layout.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { FLOW_STAGES, isFlowKey } from "#app/domain/flow.ts";
import { Facts, TODAY } from "../../domain/figures/arbitrary-fact.ts";

const row = (flow: string, total: number) => ({ key: { flow }, total, confirmed: 0, provisional: total });
const laidOut = ({ nodes }: FlowLayout, stage: string) => nodes.filter((node) => node.stage === stage);

test("each column names most cases first, the rest as one and what is not known last; their counts add up", () => {
  const many = ["KE", "UG", "TZ", "NG", "CM"].map((code, at) => row(`o${code}`, 9 - at));
  const layout = flowLayout(
    [...many, row("oXX", 20), row("sVN", 10), row("oKE>sVN", 9), row("oNG>sVN", 6), row("oCM>sVN", 5)],
    3,
  );
  expect(laidOut(layout, "o").map(({ country, countries, count }) => [country, countries, count])).toEqual([
    ["KE", 1, 9],
    ["UG", 1, 8],
    ["TZ", 1, 7],
    [REST, 2, 11],
    ["XX", 1, 20],
  ]);
  expect(layout.ribbons.map(({ key, count }) => [key, count])).toEqual([
    ["oKE>sVN", 9],
    [`o${REST}>sVN`, 11],
  ]);
  // One country more than are named would be no shorter as 'another country'.
  expect(laidOut(flowLayout(many, 4), "o").map(({ country }) => country)).toEqual(["KE", "UG", "TZ", "NG", "CM"]);
});

test("whatever the facts, countries of a column do not overlap, ribbons stay inside both their ends, and only what lies beyond the seizure is intended", () => {
  fc.assert(
    fc.property(Facts(40), fc.integer({ min: 1, max: 4 }), (facts, most) => {
      const { flows, cases } = evaluateFigures(tableOf(facts), NO_FILTER, TODAY);
      expect(flows.every(({ key }) => isFlowKey(key.flow ?? ""))).toBe(true);
      const layout = flowLayout(flows, most);
      const near = 1e-9;
      for (const stage of FLOW_STAGES) {
        const column = laidOut(layout, stage);
        column.forEach(({ top, height }, at) => {
          expect(top + height).toBeLessThanOrEqual((column[at + 1]?.top ?? 1) + near);
        });
      }
      // Each case was seized somewhere, known or not.
      expect(laidOut(layout, "s").reduce((sum, { count }) => sum + count, 0)).toBe(cases.total);
      for (const { from, to, startTop, endTop, thickness, intended } of layout.ribbons) {
        expect(startTop + thickness).toBeLessThanOrEqual(from.top + from.height + near);
        expect(endTop + thickness).toBeLessThanOrEqual(to.top + to.height + near);
        expect(intended).toBe(to.stage === "d");
      }
    }),
    { numRuns: 80 },
  );
});
