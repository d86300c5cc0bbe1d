import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { ReportText } from "#app/domain/operation-report/report-text.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport, writeSection } from "#app/services/operation-reports.server.ts";
import { addErratum, withdrawErratum } from "#app/services/report-errata.server.ts";
import { memberOf, read, write } from "#app/services/write.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { errataOf } from "#db/queries/report-errata.server.ts";
import { operationReportErrata } from "#db/schema.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let lead: Acting;
let analyst: Acting;
let thai: Acting;
let observer: Acting;
beforeAll(async () => {
  world = await aWorld();
  [lead, analyst, thai, observer] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "observer", agency: agencyOf(world, "RILO") }),
  ]);
});
afterAll(() => world.close());

const SAID = { section: "summary", said: "12 cases", correct: "11 cases", reason: "One was counted twice" };

async function aVersion(published = true): Promise<{ report: Id; edition: number }> {
  const report = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(lead, aCommand({ id: report, ...said, from: null, to: null }));
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
  if (published) await publishReport(lead, aCommand({ report, edition: 1 }));
  return { report, edition: 1 };
}

const errata = (report: Id, by: Acting = lead) => read(by, (tx) => errataOf(tx, world.operationId, report, 1));

const CHIPPED: ReportText = {
  type: "doc",
  content: [
    { type: "paragraph", content: [{ type: "text", text: "First words" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Cases: " },
        { type: "figure", attrs: { line: "cases/total" } },
      ],
    },
  ],
};

describe("an erratum", () => {
  test("of a figure or a paragraph takes what was there from the version itself, and names it", async () => {
    const report = crypto.randomUUID();
    const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
    await beginReport(lead, aCommand({ id: report, ...said, from: null, to: null }));
    await writeSection(lead, aCommand({ report, section: "summary", base: 0, text: CHIPPED }));
    await freezeReport(lead, aCommand({ report, reckoning: 1 }));
    await publishReport(lead, aCommand({ report, edition: 1 }));
    const named = { report, edition: 1, section: "by_country", said: "", correct: "1", reason: "One came late" };
    await addErratum(lead, aCommand({ ...named, line: "cases/total", said: "what somebody made up" }));
    await addErratum(lead, aCommand({ ...named, line: "summary/¶2", correct: "Cases: 1" }));
    expect(await errata(report)).toMatchObject([
      { section: "by_country", line: "cases/total", said: "0", correct: "1" },
      { section: "summary", line: "summary/¶2", said: "Cases: 0", correct: "Cases: 1" },
    ]);
    for (const line of ["summary/¶3", "cases/none"]) {
      await expect(addErratum(lead, aCommand({ ...named, line }))).rejects.toMatchObject({
        detail: { fields: { line: ["operation_report.erratum.line.unknown"] } },
      });
    }
  });

  test("stands beside the version, which stays as it is, under the name of who wrote it", async () => {
    const named = await aVersion();
    const version = () => read(lead, (tx) => findEdition(tx, world.operationId, named.report, 1));
    const before = await version();
    await addErratum(analyst, aCommand({ ...named, ...SAID }));
    expect(await version()).toEqual(before);
    const [writer] = await world.owner<{ name: string }[]>`
      select p.name from persons p join members m on m.person_id = p.id join operation_report_errata e on e.author_id = m.id
      where e.report_id = ${named.report} and m.operation_id = ${world.operationId}`;
    expect(await errata(named.report, thai)).toMatchObject([{ ...SAID, author: writer?.name }]);
  });

  test("is read by those who read the version, and by nobody else", async () => {
    const { report } = await aVersion();
    await addErratum(lead, aCommand({ report, edition: 1, ...SAID }));
    expect(await errata(report, thai)).toHaveLength(1);
    expect(await errata(report, observer)).toEqual([]);
  });

  test("is written by those who write reports, of what is published alone", async () => {
    const named = await aVersion();
    await expect(addErratum(thai, aCommand({ ...named, ...SAID }))).rejects.toMatchObject({ kind: "forbidden" });
    const frozen = await aVersion(false);
    await expect(addErratum(lead, aCommand({ ...frozen, ...SAID }))).rejects.toMatchObject({ kind: "conflict" });
    const unknown = { ...named, ...SAID, section: "outlook" };
    await expect(addErratum(lead, aCommand(unknown))).rejects.toMatchObject({ kind: "not-found" });
  });

  test("is taken back once, by another line, and is changed by nobody", async () => {
    const named = await aVersion();
    const { erratum = "" } = await addErratum(lead, aCommand({ ...named, ...SAID }));
    const back = { ...named, erratum, reason: "It was right" };
    const { erratum: line = "" } = await withdrawErratum(analyst, aCommand(back));
    await expect(withdrawErratum(lead, aCommand(back))).rejects.toMatchObject({ kind: "conflict" });
    await expect(withdrawErratum(lead, aCommand({ ...back, erratum: line }))).rejects.toMatchObject({
      kind: "not-found",
    });
    expect((await errata(named.report)).map(({ withdraws }) => withdraws)).toEqual([null, erratum]);
    for (const statement of [
      sql`update operation_report_errata set said = ''`,
      sql`delete from operation_report_errata`,
    ]) {
      const change = write(lead, "operation_report.add_erratum", aCommand({}), async ({ tx }) => {
        await tx.execute(statement);
        return {};
      });
      await expect(change).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied/) } });
    }
  });

  test("is taken by PostgreSQL under the own name alone, and of no version that is not published", async () => {
    const { report } = await aVersion();
    const frozen = await aVersion(false);
    const insert = (by: Acting, over: Partial<typeof operationReportErrata.$inferInsert>) =>
      write(by, "operation_report.add_erratum", aCommand({}), async ({ tx, self }) => {
        const { operationId, id: authorId } = memberOf(self);
        const [own] = await tx.execute<{ name: string }>(sql`select name from persons where id = ${self.person.id}`);
        const row = { operationId, id: crypto.randomUUID(), reportId: report, edition: 1, ...SAID, authorId };
        await tx.insert(operationReportErrata).values({ ...row, author: String(own?.name), ...over });
        return {};
      });
    const refused = { cause: { message: expect.stringMatching(/row-level security/) } };
    await expect(insert(lead, { author: "Somebody else" })).rejects.toMatchObject(refused);
    await expect(insert(lead, { reportId: frozen.report })).rejects.toMatchObject(refused);
    await expect(insert(thai, {})).rejects.toMatchObject(refused);
    await insert(lead, {});
    expect(await errata(report)).toHaveLength(1);
  });

  test("is added when the operation is closed, too", async () => {
    const named = await aVersion();
    await world.owner`update operations set state = 'closed' where id = ${world.operationId}`;
    try {
      await addErratum(lead, aCommand({ ...named, ...SAID }));
      expect(await errata(named.report)).toHaveLength(1);
    } finally {
      await world.owner`update operations set state = 'active' where id = ${world.operationId}`;
    }
  });
});
