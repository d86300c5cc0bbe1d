import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, NO_FILTER } from "#app/domain/fact-filter.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { read } from "#app/services/write.server.ts";
import { evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { factsOfSpans, missingSince, spansKnown } from "#db/queries/known-moments.server.ts";
import { analyst, openWorld, world } from "./joint-world.ts";
import { ACTS, takeStep } from "./known-steps.ts";

beforeEach(openWorld);

const today = { from: new Date(0), to: new Date("2100-01-01"), zone: "Asia/Ho_Chi_Minh" };

/** By the statement that every page is counted with; of a moment where one is named. */
const figures = (known: Date | null, filter: FactFilter = NO_FILTER): Promise<EvaluatedFigures> =>
  read(analyst, (tx) => evaluateFiguresInSql(tx, { operationId: world.operationId, filter, today, known }));

/** The present by the clock of events, told as exactly as addresses tell it: everything that is committed lies before. */
async function now(): Promise<Date> {
  const [row] = await world.owner<{ at: Date }[]>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as at`;
  if (!row) throw new Error("no clock");
  return row.at;
}

const OF_SOME = { ...NO_FILTER, reporters: ["TH", "LA"], through: ["NG"], from: "2021-05-17", to: "2021-05-30" };

/** What a browser is given of a moment. */
const factsAt = (at: Date): Promise<SeizureFact[]> =>
  read(analyst, async (tx) => {
    const all: SeizureFact[] = [];
    for await (const page of factsOfSpans(tx, world.operationId, await spansKnown(tx, at))) all.push(...page);
    return all;
  });

describe("figures as they were known at a moment", () => {
  test("are those that were shown then, whatever was reported, corrected, checked, joined, held or withdrawn since", async () => {
    const steps = fc.array(fc.record({ act: fc.constantFrom(...ACTS), pick: fc.nat(1000) }), {
      minLength: 12,
      maxLength: 24,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const shown: { at: Date; figures: EvaluatedFigures; filtered: EvaluatedFigures }[] = [];
        for (const step of sequence) {
          await takeStep(step);
          shown.push({ at: await now(), figures: await figures(null), filtered: await figures(null, OF_SOME) });
        }
        for (const then of shown) {
          expect(await figures(then.at)).toEqual(then.figures);
          const some = await figures(then.at, OF_SOME);
          const facts = await factsAt(then.at);
          expect(evaluateFigures(tableOf(facts), OF_SOME, today)).toEqual(some);
          const { takenBack } = await read(analyst, (tx) => missingSince(tx, world.operationId, then.at));
          if (takenBack === 0) expect(some).toEqual(then.filtered);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 240_000);
});
