import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { readAmount } from "#app/domain/figures/amounts.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { canCross, countPivot, PIVOT_KEYS } from "#app/domain/figures/pivot.ts";
import { select } from "#app/domain/figures/select.ts";
import { openDatabase } from "#db/client.server.ts";
import { evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { pivotInSql } from "#db/queries/pivot.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { Facts, Filter, TODAY } from "../domain/figures/arbitrary-fact.ts";
import { storeFacts } from "./store-facts.ts";

const fresh = await freshDatabase();
/** Policies are not what is tried here: the rows are read and written past them. */
const { db, sql, end } = openDatabase(fresh.superUrl, { max: 2 });
afterAll(end);

const figuresIn = (operationId: string, filter = NO_FILTER) =>
  db.transaction((tx) => evaluateFiguresInSql(tx, { operationId, filter, today: TODAY }));

test("SQL gives the same figures as the columns of a browser", async () => {
  await fc.assert(
    fc.asyncProperty(Facts(40), fc.array(Filter, { minLength: 2, maxLength: 2 }), async (facts, filters) => {
      const operationId = randomUUID();
      await storeFacts(sql, operationId, facts);
      const columns = tableOf(facts);
      for (const filter of [NO_FILTER, ...filters])
        expect(await figuresIn(operationId, filter)).toEqual(evaluateFigures(columns, filter, TODAY));
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test("versions of the past, facts held back and other operations count nowhere", async () => {
  const [facts = []] = fc.sample(
    Facts(40).filter((some) => some.length > 10),
    { numRuns: 1, seed: 11 },
  );
  const [mine, elsewhere] = [randomUUID(), randomUUID()];
  const fresh = (fact: SeizureFact) => ({ ...fact, id: randomUUID() });
  await storeFacts(sql, mine, facts);
  await storeFacts(sql, mine, facts.slice(0, 5).map(fresh), { shared: false });
  await storeFacts(sql, mine, facts.slice(5, 9).map(fresh), { ended: true });
  await storeFacts(sql, elsewhere, facts.map(fresh));
  expect(await figuresIn(mine)).toEqual(evaluateFigures(tableOf(facts), NO_FILTER, TODAY));
});

test("an operation without seizures has figures of nothing", async () => {
  expect(await figuresIn(randomUUID())).toEqual(evaluateFigures(tableOf([]), NO_FILTER, TODAY));
});

test("cases crossed by two keys are the same from the tables and from the columns", async () => {
  const pairs = PIVOT_KEYS.flatMap((rows) =>
    [null, ...PIVOT_KEYS].flatMap((columns) =>
      columns === null || canCross(rows, columns) ? [{ rows, columns }] : [],
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      Facts(30),
      Filter,
      fc.shuffledSubarray(pairs, { minLength: 12, maxLength: 12 }),
      fc.constantFrom(
        "",
        "persons",
        "quantity:F2.raw_ivory:kg",
        "quantity:D2:animals",
        "quantity:O1.cigarettes:sticks",
      ),
      async (facts, filter, some, measure) => {
        const operationId = randomUUID();
        await storeFacts(sql, operationId, facts);
        const columns = tableOf(facts);
        for (const pair of some) {
          const pivot = { ...pair, measure: "total", amount: readAmount(measure) } as const;
          const inSql = await db.transaction((tx) => pivotInSql(tx, { operationId, filter }, pivot));
          expect(inSql).toEqual(countPivot(columns, select(columns, filter), pivot));
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});
