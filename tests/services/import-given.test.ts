import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import { countRefusedAsReports } from "#app/domain/import/progress.ts";
import { action, loader } from "#app/routes/operations.$operationId.import.$importId._index.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { receivePart, startImport } from "#app/services/imports.server.ts";
import { findImport, rowsAfter } from "#db/queries/imports.server.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

/** Seizures of May 2021 that were cleared on paper then, and are imported years later. */
const world = await aWorld({ steps: { "TH-CUS": 0, "VN-CUS": 1 } });
afterAll(() => world.close());
const { operationId } = world;
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const vietnamese = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });

const work = () => workOnImports(world.house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });
const HEADINGS = "Case no;Date;Place;Commodity;Quantity;Handling";

/** A file of cases, by number and day, that was read and waits. */
async function aFile(acting: Acting, place: string, cases: Readonly<Record<string, string>>): Promise<string> {
  const lines = Object.entries(cases).map(([no, day], at) => `${no};${day};${place};Ketamine;${at + 1} kg;H1`);
  const content = Buffer.from([HEADINGS, ...lines].join("\n"));
  const id = crypto.randomUUID();
  await receivePart(acting, { id, fileName: "May.csv", fileBytes: content.length, place: 0, content });
  await work();
  return id;
}

const as = ({ token }: Acting, importId: string) => ({ house: world.house, token, params: { operationId, importId } });
const home = (id: string) => `/operations/${operationId}/import/${id}`;
function start(acting: Acting, id: string, givenAt: string, mode = "good") {
  return visit(action, home(id), { ...as(acting, id), form: { intent: "start", command: uuid(), mode, givenAt } });
}
const stands = (acting: Acting, id: string) =>
  asBearer(acting, async (tx) => ({
    of: await findImport(tx, { operationId, id }),
    rows: await rowsAfter(tx, { operationId, id }, -1, 100),
  }));

async function cleared(caseNo: string) {
  const [row] = await world.owner<{ fact: Date; report: Date; late: boolean }[]>`
    select f.cleared_at as fact, r.cleared_at as report, f.late from seizures s
    join seizure_facts f on f.operation_id = s.operation_id and f.id = s.id and f.ended_by is null
    join seizure_reports r on r.operation_id = s.operation_id and r.id = s.id
    where s.national_case_no = ${caseNo} and s.ended_by is null`;
  return row && [row.fact.toISOString(), row.report.toISOString(), row.late];
}

const STAMP = "2021-05-18T02:30:00.000Z";

test("cases that were approved on paper before they are imported were cleared then, and are late", async () => {
  const id = await aFile(thai, "Bangkok", { "GA-1": "2021-05-17", "GA-2": "2021-05-16" });
  const page = (await visit(loader, home(id), as(thai, id))).data;
  expect(page.given).toEqual({ zone: "Asia/Ho_Chi_Minh", at: "" });
  expect((await start(thai, id, "2021-05-18T09:30")).data).toEqual({ done: "start" });
  await work();
  expect((await stands(thai, id)).of?.state).toBe("done");
  expect([await cleared("GA-1"), await cleared("GA-2")]).toEqual([
    [STAMP, STAMP, true],
    [STAMP, STAMP, true],
  ]);
});

test("nothing said, they are cleared as they are imported", async () => {
  const id = await aFile(thai, "Bangkok", { "GB-1": "2021-05-17" });
  await start(thai, id, "");
  await work();
  expect((await cleared("GB-1"))?.[2]).toBe(false);
});

test("the time is kept with the file: whichever worker comes by it next goes on with it, and the form begins with it", async () => {
  const id = await aFile(thai, "Bangkok", { "GC-1": "2021-05-17", "GC-2": "2021-05-20" });
  await start(thai, id, "2021-05-18T09:30");
  expect((await stands(thai, id)).of?.answers).toMatchObject({ givenAt: STAMP });
  await work();
  const { of, rows } = await stands(thai, id);
  expect(of?.state).toBe("read");
  expect(rows.map(({ outcome }) => outcome)).toEqual(["imported", "refused"]);
  expect(rows[1]?.notes).toContainEqual({ key: "import.given.before", field: "occurredOn" });
  expect((await visit(loader, home(id), as(thai, id))).data.given).toMatchObject({ at: "2021-05-18T09:30" });
  // What was refused is sent again with the time that fits it; what is in stays as it is.
  expect(countRefusedAsReports(of?.counts ?? [])).toBe(1);
  await start(thai, id, "2021-05-21T08:00");
  await work();
  expect((await stands(thai, id)).of?.state).toBe("done");
  expect([(await cleared("GC-1"))?.[0], (await cleared("GC-2"))?.[0]]).toEqual([STAMP, "2021-05-21T01:00:00.000Z"]);
});

test("all or nothing takes none where one case happened after its approval, and names the row", async () => {
  const id = await aFile(thai, "Bangkok", { "GD-1": "2021-05-17", "GD-2": "2021-05-20" });
  await start(thai, id, "2021-05-18T09:30", "all");
  await work();
  const { of, rows } = await stands(thai, id);
  expect(of).toMatchObject({ state: "read", refusal: { key: "import.all.row", params: { row: "2" } } });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["", ""]);
  expect(await cleared("GD-1")).toBeUndefined();
});

test("what cannot be is refused at its field with what was typed, and nothing begins", async () => {
  const id = await aFile(thai, "Bangkok", { "GE-1": "2021-05-17" });
  for (const [typed, problem] of [
    ["2999-01-01T00:00", "clearance.given.future"],
    ["2021-02-30T10:00", "clearance.given.malformed"],
    ["yesterday", "clearance.given.malformed"],
  ] as const)
    expect((await start(thai, id, typed)).data, typed).toMatchObject({
      refused: { fields: { givenAt: [problem] }, form: { givenAt: typed } },
    });
  expect((await stands(thai, id)).of?.state).toBe("read");
});

test("an agency that approves here is not asked, and may not say so", async () => {
  const id = await aFile(vietnamese, "Haiphong", { "GF-1": "2021-05-17" });
  expect((await visit(loader, home(id), as(vietnamese, id))).data.given).toBeNull();
  const given = { importId: id, mode: "good" as const, drafts: false, corrects: false, givenAt: STAMP };
  await expect(startImport(vietnamese, aCommand(given))).rejects.toMatchObject({ message: "clearance.given.steps" });
});
