import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Behind } from "#app/domain/figures/behind.ts";
import { delaysOf } from "#app/domain/figures/delays.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { openDatabase } from "#db/client.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { Facts, Filter, TODAY } from "../domain/figures/arbitrary-fact.ts";
import { storeFacts } from "./store-facts.ts";

const fresh = await freshDatabase();
/** Policies are not what is tried here: the rows are read and written past them. */
const { db, sql, end } = openDatabase(fresh.superUrl, { max: 2 });
afterAll(end);

test("the list behind a number of delays or flows has as many reports as the number says", async () => {
  await fc.assert(
    fc.asyncProperty(Facts(25), Filter, async (drawn, filter) => {
      // A list shows each message of a joint case.
      const facts = drawn.map((fact) => ({ ...fact, joint: null }));
      const operationId = randomUUID();
      await storeFacts(sql, operationId, facts);
      const states = filter.states.filter((state) => state !== "withdrawn" && state !== "merged");
      const asked = { ...filter, states };
      const { byDelay, flows } = evaluateFigures(tableOf(facts), asked, TODAY);
      const numbers: [Behind, number][] = [
        ...delaysOf(byDelay).bands.map(({ band, total }): [Behind, number] => [{ kind: "delay", band }, total]),
        ...flows.map(({ key, total }): [Behind, number] => [{ kind: "flow", flow: key.flow ?? "" }, total]),
      ];
      for (const [behind, total] of numbers) {
        const wanted = { filter: asked, search: "", sort: "newest" as const, cursor: null, limit: 1, counted: true };
        const listed = await db.transaction((tx) =>
          listSeizures(tx, operationId, { ...wanted, behind: { ...behind, zone: TODAY.zone } }),
        );
        expect(listed.total, JSON.stringify(behind)).toBe(total);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
