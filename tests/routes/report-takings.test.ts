import { afterAll, expect, test } from "vitest";
import { editionPage } from "#app/operation-report-page.server.ts";
import { loader } from "#app/routes/operations.$operationId.reports.$reportId.versions.$number.$file.ts";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { takingsOf } from "#db/queries/report-takings.server.ts";
import { closingReport } from "#tests/support/closing-world.ts";
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
  const answers = [
    await take(contact, "report.csv"),
    await take(analyst, "report.xlsx"),
    await take(lead, "report.exe"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
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
