import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { ReportText } from "#app/domain/operation-report/report-text.ts";
import { signingPage } from "#app/report-signing-page.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import {
  beginReport,
  freezeReport,
  publishReport,
  reckonAnew,
  writeSection,
} from "#app/services/operation-reports.server.ts";
import {
  askSignatures,
  hashOfSigned,
  refuseToSign,
  signableNow,
  signFigures,
} from "#app/services/report-signing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { memberOf, read, write } from "#app/services/write.server.ts";
import { lastReckoning, textsOf } from "#db/queries/operation-reports.server.ts";
import { newestRequest, signingsOf } from "#db/queries/report-signing.server.ts";
import { operationReportSignatures } from "#db/schema.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let lead: Acting;
let analyst: Acting;
let thai: Acting;
let thaiOfficer: Acting;
let vietnamese: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  const [vn, th] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
  [lead, analyst, thai, thaiOfficer, vietnamese] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "RILO") }),
    world.join({ role: "analyst", agency: vn }),
    world.join({ role: "ncp", agency: th }),
    world.join({ role: "reporter", agency: th }),
    world.join({ role: "ncp", agency: vn }),
  ]);
  await submitReport(thai, aCommand(aSeizureInput()));
});
afterAll(() => world.close());

const administration = (code: string): Id => agencyOf(world, code).administrationId;
const chipped = (words: string, line: string): ReportText => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: words },
        { type: "figure", attrs: { line } },
      ],
    },
  ],
});

/** A report with a summary that names a figure of all. */
async function aDraft(): Promise<Id> {
  const id = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(lead, aCommand({ id, ...said, from: null, to: null }));
  await writeSection(
    lead,
    aCommand({ report: id, section: "summary", base: 0, text: chipped("Cases: ", "cases/total") }),
  );
  return id;
}

const ask = (report: Id, codes = ["TH-CUS"], sections = ["summary"], by = lead) =>
  askSignatures(by, aCommand({ report, administrations: codes.map(administration), sections }));

async function asked(report: Id, code = "TH-CUS", by: Acting = thai) {
  const of = { operationId: world.operationId, report, administration: administration(code) };
  const found = await read(by, (tx) => newestRequest(tx, of));
  if (!found) throw new Error("nothing is asked");
  return { report, request: found.id, hash: found.hash, found };
}

async function sign(report: Id, by = thai, code = "TH-CUS") {
  const { request, hash } = await asked(report, code, by);
  return signFigures(by, aCommand({ report, request, hash }));
}

const stands = (report: Id, by: Acting = lead) =>
  read(by, async (tx) => {
    const figures = await lastReckoning(tx, world.operationId, report);
    if (!figures) throw new Error("not counted");
    return signingsOf(tx, report, signableNow(figures.results, await textsOf(tx, world.operationId, report)));
  });
const statesOf = async (report: Id, by: Acting = lead) =>
  (await stands(report, by)).map(({ code, state }) => `${code ?? "?"} ${state}`);

const freeze = async (report: Id, reckoning = 1) => freezeReport(analyst, aCommand({ report, reckoning }));
const frozen = (report: Id, by: Acting, edition = 1) =>
  read(by, (tx) =>
    tx.execute<{ code: string; state: string; signer: string | null }>(sql`
      select code, state, signer from operation_report_edition_signatures
      where report_id = ${report} and edition = ${edition} order by code`),
  );

describe("what an administration signs", () => {
  test("is its own figures and the chosen words, each exactly", async () => {
    const report = await aDraft();
    await ask(report, ["TH-CUS", "VN-CUS"]);
    const { found } = await asked(report);
    expect(found.lines.length).toBeGreaterThan(0);
    for (const { line } of found.lines) expect(line).toMatch(/^byReporter\/[^/]+\/TH\//);
    const total = found.sections[0]?.named.find(({ line }) => line === "cases/total");
    expect(Number(total?.value)).toBeGreaterThan(0);
    expect(hashOfSigned(found.lines, found.sections)).toBe(found.hash);
    const page = await read(thai, (tx, self) => signingPage(tx, self, report));
    expect(page?.asked?.audience).toBe("participants");
    const { found: none } = await asked(report, "VN-CUS", vietnamese);
    expect(none.lines).toEqual([]);
    expect(none.hash).not.toBe(found.hash);
  });

  test("is signed by its contact points alone, once, and by nobody of another administration", async () => {
    const report = await aDraft();
    await ask(report);
    const { request, hash } = await asked(report);
    const given = { report, request, hash };
    for (const other of [lead, analyst, thaiOfficer])
      await expect(signFigures(other, aCommand(given))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(signFigures(vietnamese, aCommand(given))).rejects.toMatchObject({ kind: "not-found" });
    await signFigures(thai, aCommand(given));
    expect(await statesOf(report)).toEqual(["TH signed"]);
    await expect(signFigures(thai, aCommand(given))).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is taken by PostgreSQL under the own name, hash and administration alone", async () => {
    const report = await aDraft();
    await ask(report, ["TH-CUS", "VN-CUS"]);
    const { request, hash } = await asked(report);
    const other = await asked(report, "VN-CUS", vietnamese);
    const insert = (by: Acting, over: Partial<typeof operationReportSignatures.$inferInsert>) =>
      write(by, "operation_report.sign", aCommand({}), async ({ tx, self }) => {
        const { operationId, id: signedBy, administrationId } = memberOf(self);
        const [own] = await tx.execute<{ name: string; agency: string }>(sql`
          select p.name, a.name as agency from persons p join agencies a on a.id = p.agency_id where p.id = ${self.person.id}`);
        const of = { operationId, requestId: request, reportId: report, administrationId, hash };
        const names = { signedBy, signer: String(own?.name), agency: String(own?.agency) };
        await tx.insert(operationReportSignatures).values({ ...of, ...names, answer: "signed", ...over });
        return {};
      });
    const refused = { cause: { message: expect.stringMatching(/row-level security|foreign key/) } };
    await expect(insert(thai, { signer: "Somebody else" })).rejects.toMatchObject(refused);
    await expect(insert(thai, { hash: "0".repeat(64) })).rejects.toMatchObject(refused);
    await expect(insert(thai, { requestId: other.request, hash: other.hash })).rejects.toMatchObject(refused);
    await expect(insert(vietnamese, { administrationId: administration("TH-CUS") })).rejects.toMatchObject(refused);
    await expect(insert(lead, { administrationId: administration("TH-CUS") })).rejects.toMatchObject(refused);
    await insert(thai, {});
    expect(await statesOf(report)).toEqual(["TH signed", "VN open"]);
  });
});

describe("when figures or words move", () => {
  test("a signature is one of an earlier state, and is asked anew", async () => {
    const report = await aDraft();
    await ask(report);
    await sign(report);
    await submitReport(thai, aCommand(aSeizureInput()));
    // Not yet in the report.
    expect(await statesOf(report)).toEqual(["TH signed"]);
    await reckonAnew(lead, aCommand({ report }));
    expect(await stands(report)).toMatchObject([{ code: "TH", state: "earlier", moved: true, anew: false }]);
    const before = await asked(report);
    await ask(report);
    expect(await stands(report)).toMatchObject([{ code: "TH", state: "earlier", moved: false, anew: true }]);
    await expect(signFigures(thai, aCommand(before))).rejects.toMatchObject({ kind: "stale" });
    await sign(report);
    expect(await statesOf(report)).toEqual(["TH signed"]);
    const text = chipped("All cases: ", "cases/total");
    await writeSection(analyst, aCommand({ report, section: "summary", base: 1, text }));
    expect(await statesOf(report)).toEqual(["TH earlier"]);
  });

  test("words that were not chosen, and figures of others, leave it as it is", async () => {
    const report = await aDraft();
    await ask(report, ["VN-CUS"], []);
    await sign(report, vietnamese, "VN-CUS");
    const text = chipped("Other: ", "cases/total");
    await writeSection(lead, aCommand({ report, section: "lessons", base: 0, text }));
    await submitReport(thai, aCommand(aSeizureInput()));
    await reckonAnew(lead, aCommand({ report }));
    expect(await statesOf(report)).toEqual(["VN signed"]);
  });

  test("a figure in signed words that says something else makes it one of an earlier state", async () => {
    const report = await aDraft();
    await ask(report, ["VN-CUS"]);
    await sign(report, vietnamese, "VN-CUS");
    await submitReport(thai, aCommand(aSeizureInput()));
    await reckonAnew(lead, aCommand({ report }));
    expect(await statesOf(report)).toEqual(["VN earlier"]);
  });
});

test("who refuses says why; that is for leads and the coordination unit, and open again when asked anew", async () => {
  const report = await aDraft();
  await ask(report);
  const { request, hash } = await asked(report);
  await refuseToSign(thai, aCommand({ report, request, hash, reason: "One case is not ours" }));
  expect(await stands(report)).toMatchObject([{ code: "TH", state: "refused", reason: "One case is not ours" }]);
  expect(await stands(report, analyst)).toMatchObject([{ code: null, state: "refused", reason: null, signer: null }]);
  const none = { lines: {}, none: "", sections: {} };
  expect(await read(vietnamese, (tx) => signingsOf(tx, report, none))).toEqual([]);
  await ask(report, ["TH-CUS"], [], analyst);
  expect(await statesOf(report)).toEqual(["TH open"]);
});

describe("a frozen version", () => {
  test("keeps who signed what and when, whatever is signed later, and tells names of others to few", async () => {
    const report = await aDraft();
    await ask(report, ["TH-CUS", "VN-CUS"]);
    await sign(report);
    await freeze(report);
    await publishReport(lead, aCommand({ report, edition: 1 }));
    const [signer] = await world.owner<{ name: string }[]>`
      select p.name from persons p join members m on m.person_id = p.id where m.operation_id = ${world.operationId}
        and m.id in (select signed_by from operation_report_signatures where report_id = ${report})`;
    const all = [
      { code: "TH", state: "signed", signer: signer?.name },
      { code: "VN", state: "open", signer: null },
    ];
    expect([...(await frozen(report, lead))]).toEqual(all);
    for (const other of [analyst, thai, thaiOfficer]) expect([...(await frozen(report, other))]).toEqual([all[0]]);
    // What is open at oneself is no secret.
    expect([...(await frozen(report, vietnamese))]).toEqual(all);
    await sign(report, vietnamese, "VN-CUS");
    expect([...(await frozen(report, lead))]).toEqual(all);
    await freeze(report);
    expect((await frozen(report, lead, 2)).map(({ state }) => state)).toEqual(["signed", "signed"]);
  });

  test("tells how many have not signed to those who read it, and to nobody else", async () => {
    const report = await aDraft();
    await ask(report, ["TH-CUS", "VN-CUS"]);
    await sign(report);
    await freeze(report);
    const unsigned = async (by: Acting) =>
      (await read(by, (tx) => tx.execute(sql`select * from unsigned_in(${report}, 1)`)))[0];
    expect(await unsigned(analyst)).toEqual({ asked: 2, unsigned: 1 });
    expect(await unsigned(thai)).toEqual({ asked: 0, unsigned: 0 });
    await publishReport(lead, aCommand({ report, edition: 1 }));
    expect(await unsigned(thai)).toEqual({ asked: 2, unsigned: 1 });
  });

  test("takes no signature in after it was frozen", async () => {
    const report = await aDraft();
    await freeze(report);
    await ask(report);
    await sign(report);
    const later = write(analyst, "operation_report.freeze", aCommand({}), async ({ tx }) => {
      await tx.execute(sql`select freeze_signatures(${report}, 1, '{}')`);
      return {};
    });
    await expect(later).rejects.toMatchObject({ cause: { message: expect.stringMatching(/never after/) } });
    expect([...(await frozen(report, lead))]).toEqual([]);
    const change = write(lead, "operation_report.freeze", aCommand({}), async ({ tx }) => {
      await tx.execute(sql`update operation_report_edition_signatures set state = 'open'`);
      return {};
    });
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied/) } });
  });
});
