import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loader as boundaries } from "#app/routes/operations.$operationId.boundaries.ts";
import { action as approve, loader as plan } from "#app/routes/operations.$operationId.plan.tsx";
import type { Acting } from "#app/services/house.server.ts";
import {
  aCurrentPlan,
  anInstallation,
  anOpenOperation,
  type Installation,
  type Office,
} from "#tests/support/installation.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";
import { visit } from "#tests/support/visit.ts";

let here: Installation;
let vietnam: Office;
let lead: Acting;
let stranger: Acting;
let folder: OwnFolder;
let codes = 0;

beforeAll(async () => {
  here = await anInstallation();
  vietnam = await here.office("VN");
  stranger = await here.person(await here.office("TH"), { mayOpen: true });
});
afterAll(() => here.close());

beforeEach(async () => {
  folder = await ownFolder("boundaries");
  const opener = await here.person(vietnam, { mayOpen: true });
  codes += 1;
  const [code, national] = [`BORDER${codes}`, aCurrentPlan({ boundaryProfile: "national" })];
  lead = await anOpenOperation(opener, { code, plan: national });
  return () => folder.remove();
});

/** A file with one border and the place of a label. */
function lay(path: string, label: [number, number] = [105, 21]): void {
  const feature = (geometry: object, properties: object = {}) => ({ type: "Feature", geometry, properties });
  const line = [
    [102, 22],
    [103, 23],
  ];
  const features = [
    feature({ type: "LineString", coordinates: line }),
    feature({ type: "Point", coordinates: label }, { iso2: "VN" }),
  ];
  write(path, JSON.stringify({ type: "FeatureCollection", features }));
}

function write(path: string, text: string): void {
  const whole = join(folder.path, path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, text);
}

const params = () => ({ operationId: lead.operationId ?? "" });
const as = ({ token }: Acting) => ({ house: here.house, token, params: params(), boundariesFolder: folder.path });
const address = () => `/operations/${lead.operationId}/boundaries`;
const approval = () => ({ intent: "approve", command: uuid(), profile: "national" });

test("files laid beside the data are drawn for members, and for nobody else", async () => {
  lay("all.geojson");
  const answer = await visit(boundaries, address(), as(lead));
  expect(answer.data).toEqual({
    borders: [
      [
        [102, 22],
        [103, 23],
      ],
    ],
    countries: [],
    labels: { VN: [105, 21] },
  });
  expect((await visit(boundaries, address(), as(stranger))).status).toBe(404);
});

test("a folder of the operation's code comes before what lies there for all", async () => {
  lay("all.geojson");
  lay(`BORDER${codes}/own.json`, [106, 16]);
  expect((await visit(boundaries, address(), as(lead))).data).toMatchObject({ labels: { VN: [106, 16] } });
});

test("a file that was changed is read again", async () => {
  lay("all.geojson");
  await visit(boundaries, address(), as(lead));
  write("all.geojson", "no map");
  const answer = await visit(plan, `/operations/${lead.operationId}/plan`, as(lead));
  expect(answer.data).toMatchObject({
    boundaryFiles: { files: ["all.geojson"], fault: { file: "all.geojson", message: "boundary.file", feature: 0 } },
  });
  expect((await visit(boundaries, address(), as(lead))).status).toBe(404);
});

test("without files that can be drawn nothing is approved", async () => {
  const asked = async () => visit(approve, `/operations/${lead.operationId}/plan`, { ...as(lead), form: approval() });
  expect((await asked()).data).toMatchObject({ refused: { problem: "operation.boundaries.files" } });
  lay("all.geojson");
  expect((await asked()).data).toMatchObject({ done: "approve" });
});

test("under the profile that draws no disputed land there is nothing to serve", async () => {
  const opener = await here.person(vietnam, { mayOpen: true });
  lay("all.geojson");
  lead = await anOpenOperation(opener, { code: `PLAIN${codes}` });
  expect((await visit(boundaries, address(), as(lead))).status).toBe(404);
});
