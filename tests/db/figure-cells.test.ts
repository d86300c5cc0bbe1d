import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, NO_FILTER } from "#app/domain/fact-filter.ts";
import { openDatabase } from "#db/client.server.ts";
import { currentFigures } from "#db/queries/current-figures.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { ALL_FIGURES, evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { Facts, Filter, TODAY } from "../domain/figures/arbitrary-fact.ts";
import { cellsIn, cellsMadeAnew } from "./cells-of.ts";
import { storeFacts, storeZone } from "./store-facts.ts";

const fresh = await freshDatabase();
/** Policies are not what is tried here: the rows are read and written past them. */
const { db, sql, end } = openDatabase(fresh.superUrl, { max: 2 });
afterAll(end);

/** Filters of which cells know every field, and now and then one that they do not. */
const InCells = fc
  .record({ filter: Filter, asks: fc.constantFrom("reporters", "seizedIn", "modes", "slots", "groups", "nothing") })
  .map(({ filter, asks }): FactFilter => {
    const { from, to, reporters, seizedIn, modes, slots, groups } = filter;
    const some = { reporters, seizedIn: seizedIn.filter((place) => place.length === 2), modes, slots, groups };
    return { ...NO_FILTER, from, to, ...(asks === "nothing" ? {} : { [asks]: some[asks as keyof typeof some] }) };
  });

async function expectSame(operationId: string, filters: readonly FactFilter[]) {
  for (const filter of [NO_FILTER, ...filters]) {
    const asked = { operationId, filter, today: TODAY };
    const counted = await db.transaction((tx) => evaluateFiguresInSql(tx, asked));
    expect(await db.transaction((tx) => currentFigures(tx, asked, ALL_FIGURES))).toEqual(counted);
  }
}

type Deed = { kind: "correct" | "hold" | "withdraw" | "erase" | "fold" | "half-fold"; at: number; fact: SeizureFact };

const Deeds = fc.array(
  fc.record({
    kind: fc.constantFrom<Deed["kind"]>("correct", "hold", "withdraw", "erase", "fold", "half-fold"),
    at: fc.nat(),
    fact: Facts(3)
      .filter((facts) => facts.length > 0)
      .map(([fact]) => fact as SeizureFact),
  }),
  { minLength: 4, maxLength: 10 },
);

async function done(operationId: string, facts: SeizureFact[], { kind, at, fact }: Deed) {
  const [old] = facts.slice(at % Math.max(facts.length, 1));
  if (kind === "fold") await foldFigures(db, operationId, 1_000);
  if (kind === "half-fold") await foldFigures(db, operationId, 3);
  if (!old) return;
  const where = sql`operation_id = ${operationId} and id = ${old.id}`;
  if (kind === "hold") await sql`update seizure_facts set shared = not shared where ${where}`;
  if (kind === "withdraw" || kind === "correct") {
    await sql`update seizure_facts set ended_by = ${randomUUID()} where ${where} and ended_by is null`;
    const [last] = await sql<{ version: number }[]>`select max(version) as version from seizure_facts where ${where}`;
    const state = kind === "withdraw" ? "withdrawn" : fact.state;
    await storeFacts(sql, operationId, [{ ...fact, id: old.id, revision: (last?.version ?? 0) + 1, state }]);
  }
  if (kind === "erase") {
    const parts = ["seizure_fact_items", "seizure_fact_nodes", "seizure_fact_codes"];
    for (const part of parts)
      await sql`delete from ${sql(part)} where operation_id = ${operationId} and seizure_id = ${old.id}`;
    await sql`delete from seizure_facts where ${where}`;
  }
}

test("cells, with what has changed since, give what is counted from the tables, folded or not", async () => {
  const Filters = fc.array(InCells, { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(Facts(30), Deeds, Filters, async (facts, deeds, filters) => {
      const operationId = randomUUID();
      await storeZone(sql, operationId, TODAY.zone);
      await storeFacts(sql, operationId, facts);
      await expectSame(operationId, filters);
      for (const deed of deeds) await done(operationId, facts, deed);
      await expectSame(operationId, filters);
      while ((await foldFigures(db, operationId, 7)) > 0);
      await expectSame(operationId, filters);
      const cells = await cellsIn(sql, operationId);
      expect(await cellsMadeAnew(sql, operationId)).toEqual(cells);
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
