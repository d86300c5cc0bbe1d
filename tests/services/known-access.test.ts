import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { knownFactsFor, knownMomentFor } from "#app/services/known-moments.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { KnownAnswer } from "#realtime/protocol.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { analyst, lao, observer, openWorld, standing, thai, told, world } from "./joint-world.ts";

beforeEach(openWorld);

const moment = async () => {
  const [row] = await world.owner<{ at: Date }[]>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as at`;
  if (!row) throw new Error("no clock");
  return row.at;
};

/** What a page and a browser are told of a moment. */
async function known(reader: Acting, at: Date) {
  const params = new URLSearchParams({ known: at.toISOString() });
  const moment = await read(reader, (tx, self) => knownMomentFor(tx, { house: world.house, self, params }));
  if (!moment) throw new Error("the present");
  const answer = KnownAnswer.parse(JSON.parse(await knownFactsFor(reader, params)));
  const facts = answer.facts.flatMap((block) => {
    const reading = new FactReader(block);
    return Array.from({ length: reading.count }, (_, row) => reading.fact(row));
  });
  return { ...moment, facts };
}

describe("what has been taken back", () => {
  test("counts in the figures of a moment, and is shown to nobody one by one, its owner included", async () => {
    const [held, gone, kept] = [await told(thai), await told(thai), await told(lao)];
    const at = await moment();
    await holdSeizure(thai, await standing(held, "Prosecutor"));
    await withdrawSeizure(thai, await standing(gone, "Not ours"));
    for (const reader of [analyst, thai, lao]) {
      const then = await known(reader, at);
      expect(then.figures.cases.total).toBe(3);
      expect(then.figures.byReporter.map(({ key, total }) => [key.reporter, total])).toEqual([
        ["LA", 1],
        ["TH", 2],
      ]);
      expect(then.facts.map(({ id }) => id)).toEqual([kept]);
      expect(then.missing).toEqual({ takenBack: 2, erased: 0 });
    }
  });

  test("counts in no sum that a filter could draw around it", async () => {
    const held = await told(thai);
    await told(lao);
    const at = await moment();
    await holdSeizure(thai, await standing(held, "Prosecutor"));
    const cases = (filter: Partial<typeof NO_FILTER>) =>
      read(
        analyst,
        async (tx, self) =>
          (await figuresFor(tx, { house: world.house, self, known: at, filter: { ...NO_FILTER, ...filter } })).cases
            .total,
      );
    expect(await cases({})).toBe(2);
    expect(await cases({ reporters: ["TH"] })).toBe(0);
    expect(await cases({ modes: ["sea_container"] })).toBe(1);
    expect(await cases({ from: "2021-05-17", to: "2021-05-17" })).toBe(1);
    expect(await cases({ corridors: ["NG>VN"] })).toBe(1);
  });

  test("leaves PostgreSQL without number, place, owner or id", async () => {
    const held = await told(thai);
    const at = await moment();
    await holdSeizure(thai, await standing(held, "Prosecutor"));
    const [row] = await read(analyst, (tx) =>
      tx.execute<{ doc: unknown }>(sql`select taken_back_since(${at.toISOString()}) as doc`),
    );
    const said = JSON.stringify(row?.doc);
    expect(said).toContain("sea_container");
    for (const secret of [held, agencyOf(world, "TH-CUS").id, "OMD-", "port:VNHPH", "2021-05-17T"])
      expect(said).not.toContain(secret);
  });
});

test("what was erased counts nowhere, and is said to be missing of the moments before", async () => {
  const id = await told(thai);
  const at = await moment();
  const order = { reference: "12/2021", approver: "Director" };
  const kase = await world.owner<{ no: string }[]>`select national_case_no as no from seizures where id = ${id}`;
  await eraseSeizure(thai, aCommand({ seizure: id, base: 1, reason: "Law", order }), kase[0]?.no ?? "");
  const then = await known(analyst, at);
  expect([then.figures.cases.total, then.facts.length, then.missing]).toEqual([0, 0, { takenBack: 0, erased: 1 }]);
  const after = await moment();
  await told(lao);
  expect((await known(analyst, after)).missing.erased).toBe(0);
});

test("moments are answered to those who read facts alone, and never from another operation", async () => {
  await told(thai);
  const at = await moment();
  const reporter = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  for (const nobody of [observer, reporter]) {
    await expect(knownFactsFor(nobody, new URLSearchParams({ known: at.toISOString() }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    const seen = await read(nobody, (tx) =>
      tx.execute(sql`select id from versions_known(${at.toISOString()}) union all
        select id from versions_known(null) union all select null from taken_back_since(${at.toISOString()})`),
    );
    expect([...seen]).toEqual([]);
  }
  const elsewhere = await (await world.another()).join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  expect((await known(elsewhere, at)).figures.cases.total).toBe(0);
});

test("the facts of a moment give a browser the figures of that moment, under every version it was told of then", async () => {
  const id = await told(thai);
  const before = await moment();
  await told(lao);
  const then = await known(analyst, before);
  expect(then.facts.map((fact) => [fact.id, fact.revision])).toEqual([[id, 1]]);
  // How late a report is goes by days of the operation: its zone has another one for some hours of ours.
  const today = { from: new Date(0), to: new Date(1), zone: "Asia/Ho_Chi_Minh" };
  expect(evaluateFigures(tableOf(then.facts), NO_FILTER, today)).toEqual({
    ...then.figures,
    coverage: [{ reporter: "TH", cases: 1, today: 0 }],
  });
});
