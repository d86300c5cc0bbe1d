import fc from "fast-check";
import { expect, test } from "vitest";
import { countsAsCase } from "#app/domain/fact.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { CONFIRMED_STATE, COUNTED_KINDS, CURRENT_STATES, standingOf } from "#app/domain/figures/case-rule.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { SEIZURE_STATES } from "#app/domain/seizure.ts";
import { Facts, Filter, TODAY } from "./arbitrary-fact.ts";
import { recount } from "./recount.ts";

test("columns give the same figures as a recount by the words of the rules", () => {
  fc.assert(
    fc.property(Facts(), Filter, (facts, filter) => {
      expect(evaluateFigures(tableOf(facts), filter, TODAY)).toEqual(recount(facts, filter, TODAY));
    }),
    { numRuns: 120 },
  );
});

test("rows that were replaced and taken out leave no trace in the figures", () => {
  fc.assert(
    fc.property(Facts(), Facts(40), fc.array(fc.nat(), { maxLength: 50 }), (facts, others, picks) => {
      // They are put in more than once, and one message has no two places in a joint case.
      const single = others.map((fact) => ({ ...fact, joint: null }));
      const table = tableOf(facts);
      const kept = [...facts];
      picks.forEach((pick, at) => {
        if (kept.length === 0) return;
        const row = pick % kept.length;
        const other = single[at % Math.max(1, single.length)];
        if (other && at % 2 === 0) {
          table.put(other, row);
          kept[row] = other;
          return;
        }
        const moved = table.remove(row);
        const last = kept.pop();
        if (moved >= 0 && last) kept[row] = last;
      });
      // The same fact may now stand in several rows: the recount gets ids of its own.
      const told = kept.map((fact, at) => ({ ...fact, id: String(at) }));
      expect(evaluateFigures(table, NO_FILTER, TODAY)).toEqual(recount(told, NO_FILTER, TODAY));
    }),
    { numRuns: 80 },
  );
});

test("the words of the case rule for SQL say what the rule for one fact says", () => {
  for (const eventKind of ["seizure", "detention", "abandoned", "controlled_delivery_takedown", "refused_entry"])
    for (const state of SEIZURE_STATES)
      for (const outsideWindow of [true, false]) {
        const fact = { eventKind, state, outsideWindow };
        const inWords =
          COUNTED_KINDS.some((kind) => kind === eventKind) &&
          CURRENT_STATES.some((current) => current === state) &&
          !outsideWindow;
        expect(inWords).toBe(countsAsCase(fact));
        expect(standingOf(fact) === "counted").toBe(inWords);
      }
  expect(CONFIRMED_STATE).toBe("verified");
});
