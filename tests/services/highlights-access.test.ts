import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import { refuseHighlight, takeBackClearance } from "#app/services/highlights.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { publishReport } from "#app/services/operation-reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read, write } from "#app/services/write.server.ts";
import { lastReckoning } from "#db/queries/operation-reports.server.ts";
import { operationReportEditions, operationReportHighlightAnswers, operationReportHighlights } from "#db/schema.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aHighlightStage, type Stage, WORDS } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
});
afterAll(() => stage.world.close());

async function chosen() {
  const [report, seizure] = [await stage.report(), await stage.release()];
  await stage.choose(report, seizure);
  return { report, seizure };
}

/** As PostgreSQL answers a statement of the application in this member's name. */
function byPlainSql(by: Acting, work: Parameters<typeof write>[3]) {
  return write(by, "operation_report.freeze", aCommand({}), work);
}
const REFUSED = { cause: { code: "42501" } };

describe("nobody but its owner's contact points clears a case", () => {
  test("through the services", async () => {
    const { report, seizure } = await chosen();
    const thais = await Promise.all(
      (["analyst", "reporter", "partner", "lead"] as const).map((role) =>
        stage.world.join({ role, agency: agencyOf(stage.world, "TH-CUS") }),
      ),
    );
    await expect(stage.clear(report, seizure, { by: stage.lao })).rejects.toMatchObject({ kind: "not-found" });
    for (const by of [...thais, stage.ocu, stage.analyst, stage.lead]) {
      await expect(stage.clear(report, seizure, { by })).rejects.toMatchObject({ kind: "forbidden" });
    }
    const no = aCommand({ report, seizure, version: 1, reason: "No" });
    await expect(refuseHighlight(stage.lao, no)).rejects.toMatchObject({ kind: "not-found" });
    await expect(takeBackClearance(stage.lao, no)).rejects.toMatchObject({ kind: "not-found" });
  });

  test.each([
    ["another agency's contact point", "lao", "LA-CUS"],
    ["one in the owner's name", "lao", "TH-CUS"],
    ["the analyst", "analyst", "TH-CUS"],
    ["the coordination unit", "ocu", "RILO"],
  ] as const)("by plain SQL: %s", async (_who, by, agency) => {
    const { report, seizure } = await chosen();
    const answered = byPlainSql(stage[by], async ({ tx, self, commandId }) => {
      const { operationId, id: memberId } = memberOf(self);
      const of = { operationId, reportId: report, seizureId: seizure, version: 1, number: 1 };
      const agencyId = agencyOf(stage.world, agency).id;
      await tx
        .insert(operationReportHighlightAnswers)
        .values({ ...of, agencyId, answer: "cleared", memberId, commandId });
      return {};
    });
    await expect(answered).rejects.toMatchObject(REFUSED);
  });

  test("nor puts words in its place", async () => {
    const { report, seizure } = await chosen();
    for (const by of [
      stage.lao,
      await stage.world.join({ role: "partner", agency: agencyOf(stage.world, "TH-CUS") }),
    ]) {
      const added = byPlainSql(by, async ({ tx, self, commandId }) => {
        const { operationId, id: authorId } = memberOf(self);
        const of = { operationId, reportId: report, seizureId: seizure, version: 2 };
        await tx
          .insert(operationReportHighlights)
          .values({ ...of, words: "Mine", audience: "public", authorId, commandId });
        return {};
      });
      await expect(added).rejects.toMatchObject(REFUSED);
    }
  });
});

test("PostgreSQL puts into a frozen version what is cleared, whatever the application says", async () => {
  const { report, seizure } = await chosen();
  const open = { seizure, version: 1, caseNo: "X", reporter: "TH", day: "2021-05-17", words: WORDS, handling: "H0" };
  const cleared = await stage.release();
  await stage.choose(report, cleared, "Cleared words");
  await stage.clear(report, cleared, { words: "Cleared words" });
  await byPlainSql(stage.analyst, async ({ tx, self }) => {
    const { operationId, id: frozenBy } = memberOf(self);
    const reckoning = await lastReckoning(tx, operationId, report);
    if (!reckoning) throw new Error("not counted");
    const { results, hash, rules, seq, asOf } = reckoning;
    const kept = { results, hash, rules, seq, asOf, texts: {}, title: "Forged", frozenBy };
    const of = {
      operationId,
      reportId: report,
      number: 1,
      kind: "end_of_operation",
      audience: "participants",
    } as const;
    await tx.insert(operationReportEditions).values({ ...of, ...kept, highlights: [{ ...open, cleared: [] }] });
    return {};
  });
  expect((await stage.edition(report))?.highlights.map(({ words }) => words)).toEqual(["Cleared words"]);
});

test("words of a case that is held back are read by its owner alone", async () => {
  const { report, seizure } = await chosen();
  const seen = (by: Acting) =>
    read(
      by,
      async (tx) =>
        (await tx.execute(sql`select 1 from operation_report_highlights where seizure_id = ${seizure}`)).length,
    );
  expect(await Promise.all([stage.analyst, stage.ocu, stage.thai, stage.lao].map(seen))).toEqual([1, 1, 1, 0]);
  await holdSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "" }));
  expect(await Promise.all([stage.analyst, stage.ocu, stage.thai, stage.lao].map(seen))).toEqual([0, 0, 1, 0]);
  expect(await stage.chosen(report, stage.ocu)).toEqual([]);
});

describe("a public report", () => {
  test("takes no case that is handled so that it stays inside, and says which", async () => {
    const report = await stage.report("public");
    const seizure = await stage.release({ handling: "H2" });
    await expect(stage.choose(report, seizure)).rejects.toMatchObject({
      kind: "conflict",
      message: "operation_report.highlight.barred",
      values: { case: expect.stringMatching(/^OMD-TH-/), handling: "H2" },
    });
    const other = await stage.report("participants");
    await stage.choose(other, seizure);
    await stage.clear(other, seizure);
    await stage.freeze(other);
    expect((await stage.edition(other))?.highlights).toMatchObject([{ handling: "H2" }]);
    await stage.setAudience(other, "public");
    await stage.freeze(other);
    expect((await stage.edition(other, 2))?.highlights).toEqual([]);
  });
});

test("a case that is erased leaves no word in drafts and in versions that are not out", async () => {
  const words = "Quillmarkwords";
  const [open, out] = [await stage.report(), await stage.report()];
  const nationalCaseNo = "ERASE-HIGH-1";
  const seizure = await stage.release({ nationalCaseNo });
  for (const report of [open, out]) {
    await stage.choose(report, seizure, words);
    await stage.clear(report, seizure, { words });
    await stage.freeze(report);
  }
  await publishReport(stage.lead, aCommand({ report: out, edition: 1 }));
  const hashes = await commandsOf(seizure);
  expect(hashes).toHaveLength(4);
  const order = { reference: "Court 1", approver: "Judge" };
  await eraseSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "Order of a court", order }), nationalCaseNo);
  expect(await stage.chosen(open)).toEqual([]);
  expect((await stage.edition(open))?.highlights).toEqual([]);
  expect((await stage.edition(out))?.highlights.map((one) => one.words)).toEqual([words]);
  const rows = await stage.world.owner<{ n: number }[]>`select
    (select count(*)::int from operation_report_highlights where seizure_id = ${seizure})
    + (select count(*)::int from operation_report_highlight_answers where seizure_id = ${seizure}) as n`;
  expect(rows[0]?.n).toBe(0);
  const after = await stage.world.owner<{ hash: string }[]>`select encode(request_hash, 'hex') as hash from commands`;
  for (const hash of hashes) expect(after.map((row) => row.hash)).not.toContain(hash);
});

async function commandsOf(seizure: Id): Promise<string[]> {
  const rows = await stage.world.owner<{ hash: string }[]>`
    select encode(c.request_hash, 'hex') as hash from commands c where c.id in (
      select command_id from operation_report_highlights where seizure_id = ${seizure}
      union select command_id from operation_report_highlight_answers where seizure_id = ${seizure})`;
  return rows.map(({ hash }) => hash);
}

test("who takes back and who publishes at once: one of them is refused", async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const { report, seizure } = await chosen();
    await stage.clear(report, seizure);
    await stage.freeze(report);
    const ended = await Promise.allSettled([
      takeBackClearance(stage.thai, aCommand({ report, seizure, version: 1, reason: "" })),
      publishReport(stage.lead, aCommand({ report, edition: 1 })),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const one of ended) if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "conflict" });
  }
});
