import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { refuseHighlight } from "#app/services/highlights.server.ts";
import { freezeReport, publishReport, setAside } from "#app/services/operation-reports.server.ts";
import { askSignatures, signFigures } from "#app/services/report-signing.server.ts";
import { read } from "#app/services/write.server.ts";
import { newestRequest } from "#db/queries/report-signing.server.ts";
import { countsFor } from "#tests/support/closing-world.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aHighlightStage, type Stage, WORDS } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
});
afterAll(() => stage.world.close());

const open = async () => {
  const { highlights, signatures } = await countsFor(stage.lead);
  return { highlights, signatures };
};

test("chosen cases are open until their owners clear or refuse them, or the report is put aside", async () => {
  const { report, release, choose, clear, lead, thai } = stage;
  const id = await report();
  const [cleared, refused, left] = [await release(), await release(), await release()];
  for (const seizure of [cleared, refused, left]) await choose(id, seizure);
  expect(await open()).toMatchObject({ highlights: 3 });
  await clear(id, cleared);
  await refuseHighlight(thai, aCommand({ report: id, seizure: refused, version: 1, reason: "It goes to court" }));
  expect(await open()).toMatchObject({ highlights: 1 });
  await choose(id, cleared, `${WORDS}, more of it`, 1);
  expect(await open()).toMatchObject({ highlights: 2 });
  await setAside(lead, aCommand({ report: id, aside: true }));
  expect(await open()).toMatchObject({ highlights: 0 });
});

test("who was asked to sign and did not is open in the version that was published last", async () => {
  const { world, report, lead, thai } = stage;
  const id = await report();
  const administrations = ["TH-CUS", "LA-CUS"].map((code): Id => agencyOf(world, code).administrationId);
  await askSignatures(lead, aCommand({ report: id, administrations, sections: [] }));
  const publish = async (edition: number) => {
    await freezeReport(lead, aCommand({ report: id, reckoning: 1 }));
    await publishReport(lead, aCommand({ report: id, edition }));
  };
  expect(await open()).toMatchObject({ signatures: 0 });
  await publish(1);
  expect(await open()).toMatchObject({ signatures: 2 });
  const of = { operationId: world.operationId, report: id, administration: administrations[0] ?? "" };
  const asked = await read(thai, (tx) => newestRequest(tx, of));
  if (!asked) throw new Error("nothing is asked");
  await signFigures(thai, aCommand({ report: id, request: asked.id, hash: asked.hash }));
  expect(await open()).toMatchObject({ signatures: 2 });
  await publish(2);
  expect(await open()).toMatchObject({ signatures: 1 });
});
