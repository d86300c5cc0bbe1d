import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeWhatWaits } from "#app/check-risks.server.ts";
import type { UncheckedReport } from "#app/components/verification/verification-types.ts";
import type { Id } from "#app/domain/id.ts";
import { action, loader } from "#app/routes/operations.$operationId.checks.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { rankedChecks, unjudgedChecks } from "#db/queries/verification.server.ts";
import { aPlace, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { copyCases } from "#tests/support/copied-cases.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0 } });
afterAll(() => world.close());
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const home = `/operations/${world.operationId}/checks`;
const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId: world.operationId } });
type Queue = { reports: UncheckedReport[]; total: number; unjudged: number; page: number; from: number };
const queue = async (page = "") => (await visit(loader, `${home}${page}`, as(ocu))).data.page as Queue;
const verified = (id: Id) =>
  visit(action, home, { ...as(ocu), form: { intent: "verify", seizure: id, base: "1", command: uuid() } });

async function released(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput({
    place: aPlace({ country: "TH", placeId: "SGSIN", lat: 13.7, lon: 100.75, precision: "facility" }),
    concealmentPlaces: ["none"],
    items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })],
    ...over,
  });
  await submitReport(officer, aCommand(input));
  return input.id;
}

test("names the other message of a suspected pair, checked or not", async () => {
  const known = await released();
  await verified(known);
  const again = await released();
  const number = (await read(ocu, (tx) => findFact(tx, world.operationId, known)))?.messageNo;
  const { findings } = (await queue()).reports.find(({ id }) => id === again) ?? {};
  expect(number).toBeTruthy();
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: expect.stringMatching(/^duplicate/),
      values: expect.objectContaining({ no: number }),
    }),
  );
  await verified(again);
});

const tons = (commodity: string) => aSeizureItem({ commodity, quantity: "5000", unit: "kg" });
const RISKY = {
  items: ["D1.meth_crystal", "D2.heroin", "D5.ketamine"].map(tons),
  ...{ occurredOn: "2021-05-01", concealmentPlaces: [], route: [], datePrecision: "month" as const },
};

describe("a queue of seven hundred", () => {
  let planted: Id;
  let recent: Id;
  beforeAll(async () => {
    const first = await released();
    await copyCases(world, first, 700);
    planted = await released(RISKY);
    // Copies were released one second after the other before the first: three hundred and fifty wait longer than this.
    await world.owner`
      update seizure_facts set released_at = (
        select released_at from seizure_facts where message_no = 'COPY-350') + interval '500 milliseconds'
      where id = ${planted}`;
    recent = await released(RISKY);
  });

  test("shows the riskiest first, from its middle as from its end, and of two alike the one that waits longer", async () => {
    const { reports, total, unjudged } = await queue();
    expect({ total, unjudged }).toEqual({ total: 703, unjudged: 0 });
    expect(reports.slice(0, 2).map(({ id }) => id)).toEqual([planted, recent]);
    expect(reports[1]?.risk).toBeGreaterThan(reports[2]?.risk ?? 0);
  });

  test("its pages hold each report once, in one order", async () => {
    const pages = await Promise.all(Array.from({ length: 15 }, (_, n) => queue(`?page=${n + 1}`)));
    const all = pages.flatMap(({ reports }) => reports);
    expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([703, 703]);
    const risks = all.map(({ risk }) => risk);
    expect(risks).toEqual([...risks].sort((left, right) => right - left));
    expect(pages.map(({ from }) => from)).toEqual(Array.from({ length: 15 }, (_, n) => n * 50 + 1));
    expect(await queue("?page=99")).toMatchObject({ page: 15, from: 701 });
    for (const asked of ["?page=0", "?page=-1", "?page=x"]) expect(await queue(asked)).toMatchObject({ page: 1 });
  });

  test("what was checked is gone, and what waits for an answer stands last", async () => {
    await verified(planted);
    const question = { id: uuid(), field: "amount", question: "Is the unit right?" };
    const form = { intent: "ask", seizure: recent, command: uuid(), ...question };
    expect(await visit(action, home, { ...as(ocu), form })).toMatchObject({ data: { done: "ask" } });
    const { reports, total } = await queue();
    expect(total).toBe(702);
    expect(reports.map(({ id }) => id)).not.toContain(recent);
    expect((await queue("?page=15")).reports.at(-1)?.id).toBe(recent);
  });

  test("a page reads what waits, however much was checked before", async () => {
    await world.owner`update seizure_facts set state = 'verified' where message_no like 'COPY-%' and ended_by is null`;
    await queue();
    const few = await pagesRead();
    await world.owner`update seizures set national_case_no = 'BEFORE ' || id where national_case_no like 'COPY %'`;
    await copyCases(world, planted, 4_000);
    await world.owner`update seizure_facts set state = 'verified' where message_no like 'COPY-%' and ended_by is null`;
    await world.owner`vacuum analyze seizure_facts`;
    expect(await pagesRead()).toBeLessThan(few + 20);
  });
});

/** Blocks that the ranking of one page touches. */
async function pagesRead(): Promise<number> {
  return read(ocu, async (tx) => {
    const ask = sql`explain (analyze, buffers, format json) select * from ranked_checks('{}', 50, 0)`;
    await tx.execute(ask);
    const [row] = await tx.execute<{ "QUERY PLAN": [{ Plan: { "Shared Hit Blocks": number } }] }>(ask);
    return row?.["QUERY PLAN"][0].Plan["Shared Hit Blocks"] ?? 0;
  });
}

test("nobody but the coordination unit asks the functions behind it", async () => {
  const page = (who: Acting) => read(who, (tx) => rankedChecks(tx, {}, { limit: 5, offset: 0 }));
  expect((await page(ocu)).ids.length).toBeGreaterThan(0);
  for (const who of [officer, contact, lead]) {
    expect(await page(who)).toEqual({ ids: [], total: 0, unjudged: 0 });
    expect(await read(who, (tx) => unjudgedChecks(tx, "2999-01-01", 5))).toEqual([]);
    await judgeWhatWaits(who);
  }
});
