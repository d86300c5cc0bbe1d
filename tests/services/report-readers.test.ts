import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import { reportPage } from "#app/operation-report-page.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { freezeReport, reckonAnew, setAside } from "#app/services/operation-reports.server.ts";
import { changeAudience } from "#app/services/report-audience.server.ts";
import { askSignatures, refuseToSign, signFigures } from "#app/services/report-signing.server.ts";
import { read } from "#app/services/write.server.ts";
import { newestRequest, signedIn, waitingToSign } from "#db/queries/report-signing.server.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aHighlightStage, type Stage } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
});
afterAll(() => stage.world.close());

const change = (report: Id, from: ReportAudience, audience: ReportAudience, by = stage.analyst) =>
  changeAudience(by, aCommand({ report, from, audience }));
const thailand = () => agencyOf(stage.world, "TH-CUS").administrationId;
const ask = (report: Id) =>
  askSignatures(stage.lead, aCommand({ report, administrations: [thailand()], sections: [] }));

async function asked(report: Id) {
  const of = { operationId: stage.world.operationId, report, administration: thailand() };
  const found = await read(stage.thai, (tx) => newestRequest(tx, of));
  if (!found) throw new Error("nothing is asked");
  return { report, request: found.id, hash: found.hash };
}

async function sign(report: Id) {
  await ask(report);
  await signFigures(stage.thai, aCommand(await asked(report)));
}

const page = (report: Id, by: Acting = stage.analyst) =>
  read(by, (tx, self) => reportPage(tx, { house: by.house, self }, report));
const stands = async (report: Id) => {
  const { signings, highlights } = await page(report);
  return { signings: signings.lines.map(({ state }) => state), highlights: highlights.map(({ state }) => state) };
};

/** A report with a case that is cleared for its readers, and figures that are signed for them. */
async function signedAndCleared(audience: ReportAudience): Promise<Id> {
  const report = await stage.report(audience);
  const seizure = await stage.release();
  await reckonAnew(stage.analyst, aCommand({ report }));
  await stage.choose(report, seizure);
  await stage.clear(report, seizure);
  await sign(report);
  return report;
}

describe("other readers of a draft", () => {
  test("who are more: what was cleared and signed for fewer is asked anew, and is in no version until then", async () => {
    const report = await signedAndCleared("restricted");
    expect(await stands(report)).toEqual({ signings: ["signed"], highlights: ["cleared"] });
    expect((await page(report)).readers).toEqual([
      { audience: "restricted", signatures: 0, highlights: 0 },
      { audience: "participants", signatures: 1, highlights: 1 },
      { audience: "public", signatures: 1, highlights: 1 },
    ]);
    await change(report, "restricted", "participants");
    expect(await stands(report)).toEqual({ signings: ["earlier"], highlights: ["wider"] });
    const { signings } = await page(report, stage.lead);
    expect(signings.administrations.find(({ code }) => code === "TH")).toMatchObject({ due: true });

    const { reckoning } = await page(report);
    await freezeReport(stage.analyst, aCommand({ report, reckoning }));
    expect((await stage.edition(report))?.highlights).toEqual([]);
    const frozen = await read(stage.lead, (tx) => signedIn(tx, stage.world.operationId, report, 1));
    expect(frozen).toMatchObject({ asked: 1, unsigned: 1 });
    await sign(report);
    expect((await stands(report)).signings).toEqual(["signed"]);
  });

  test("who are fewer: everything holds, and again when it is widened to what it was asked for", async () => {
    const report = await signedAndCleared("participants");
    await change(report, "participants", "restricted");
    expect(await stands(report)).toEqual({ signings: ["signed"], highlights: ["cleared"] });
    expect((await page(report)).readers[1]).toEqual({ audience: "participants", signatures: 0, highlights: 0 });
    await change(report, "restricted", "participants");
    expect(await stands(report)).toEqual({ signings: ["signed"], highlights: ["cleared"] });
  });

  test("are changed by those who draft, of a draft that is open, and not over somebody else's choice", async () => {
    const report = await stage.report("restricted");
    await expect(change(report, "restricted", "public", stage.thai)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(change(report, "participants", "public")).rejects.toMatchObject({ kind: "stale" });
    await expect(change(report, "restricted", "restricted")).rejects.toMatchObject({ kind: "conflict" });
    await setAside(stage.analyst, aCommand({ report, aside: true }));
    await expect(change(report, "restricted", "public")).rejects.toMatchObject({ message: "operation_report.aside" });
  });
});

test("what waits to be signed is counted for the administration that is asked, until it has answered", async () => {
  const waiting = (by: Acting) => read(by, waitingToSign);
  const before = await waiting(stage.thai);
  const [first, second] = [await stage.report(), await stage.report()];
  await ask(first);
  await ask(second);
  expect(await waiting(stage.thai)).toBe(before + 2);
  expect(await waiting(stage.lao)).toBe(0);
  expect(await waiting(stage.analyst)).toBe(0);
  await signFigures(stage.thai, aCommand(await asked(first)));
  await refuseToSign(stage.thai, aCommand({ ...(await asked(second)), reason: "Not ours" }));
  expect(await waiting(stage.thai)).toBe(before);
  // Asked anew it waits again.
  await ask(second);
  expect(await waiting(stage.thai)).toBe(before + 1);
});
