import { afterAll, expect, test } from "vitest";
import { editionPage } from "#app/operation-report-page.server.ts";
import { loader } from "#app/routes/operations.$operationId.reports.$reportId.versions.$number.$file.ts";
import { loader as pickUp } from "#app/routes/operations.$operationId.reports.$reportId.versions.$number.files.$fileId.ts";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { takingsOf } from "#db/queries/report-takings.server.ts";
import { closingReport } from "#tests/support/closing-world.ts";
import { askForFile, workOnFiles } from "#tests/support/report-file-world.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());

test("whoever takes a version away is written down by name and form, for leads and the coordination unit to read", async () => {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  const report = await closingReport(lead);
  const named = { report, number: 1 };
  const address = (file: string) => `/operations/${world.operationId}/reports/${report}/versions/1/${file}`;
  const take = ({ house, token }: Acting, file: string) =>
    visit(loader, address(file), {
      ...{ house, token, params: { operationId: world.operationId, reportId: report, number: "1", file } },
    });
  const fileId = await askForFile(analyst, report, "xlsx");
  const pick = (who: Acting) =>
    visit(pickUp, address(`files/${fileId}`), {
      ...{ house: world.house, token: who.token },
      params: { operationId: world.operationId, reportId: report, number: "1", fileId },
    });
  const answers = [await take(contact, "report.csv"), await pick(analyst)];
  await workOnFiles(world.house);
  answers.push(await pick(analyst), await pick(lead), await take(lead, "report.exe"), await take(lead, "report.xlsx"));
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 404, 404, 404]);
  const seen = async (who: Acting) => (await read(who, (tx, self) => editionPage(tx, self, named))).takings;
  const told = [
    { form: "xlsx", agency: "Agency VN-CUS" },
    { form: "csv", agency: "Agency TH-CUS" },
  ];
  for (const who of [lead, ocu]) expect(await seen(who)).toMatchObject(told);
  for (const who of [analyst, contact]) {
    expect(await seen(who)).toBeNull();
    expect(await read(who, (tx) => takingsOf(tx, named))).toEqual([]);
  }
});

test("access is asked again when a file is taken: whoever has no place in the operation any more gets nothing", async () => {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  const report = await closingReport(lead, false);
  const fileId = await askForFile(analyst, report);
  await workOnFiles(world.house);
  const pick = async () => {
    const params = { operationId: world.operationId, reportId: report, number: "1", fileId };
    const at = `/operations/${world.operationId}/reports/${report}/versions/1/files/${fileId}`;
    return (await visit(pickUp, at, { house: world.house, token: analyst.token, params })).status;
  };
  expect(await pick()).toBe(200);
  // What nobody published is for those who write it.
  await world.owner`update members set role = 'ncp' where id = ${analyst.memberId}`;
  expect(await pick()).toBe(404);
});
