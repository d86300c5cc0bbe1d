import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { cancelImport, receivePart, startImport } from "#app/services/imports.server.ts";
import { findImport } from "#db/queries/imports.server.ts";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const ROWS = 1_500;
/** A dead worker's hold runs out after a quarter of a minute. */
const PATIENCE = { timeout: 90_000, interval: 200 };

let world: World;
let sql: postgres.Sql;
const workers = killedPrograms(new URL("../support/imports-child.ts", import.meta.url));
const programs = killedPrograms(new URL("../support/import-file-child.ts", import.meta.url));

beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  sql = postgres(world.database.superUrl, { max: 3, onnotice: () => {} });
}, 120_000);
afterEach(async () => {
  await workers.killAll();
  await programs.killAll();
});
afterAll(async () => {
  await sql?.end();
  await world?.close();
});

const startWorker = () => workers.start(world.database.appUrl, world.database.proofKey);

const contact = () => world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

/** A file of reports, none of which is asked about. */
function aFile(name: string): Buffer {
  const line = (at: number) => `${name}-${at};2021-05-17;Bangkok;Ketamine;${(at % 900) + 1} kg;H1`;
  const lines = Array.from({ length: ROWS }, (_, at) => line(at));
  return Buffer.from(["Case no;Date;Place;Commodity;Quantity;Handling", ...lines].join("\n"));
}

/** The same, sent in two pieces. */
async function send(acting: Acting, name: string): Promise<string> {
  const bytes = aFile(name);
  const id = crypto.randomUUID();
  const part = { id, fileName: `${name}.csv`, fileBytes: bytes.length };
  const half = Math.ceil(bytes.length / 2);
  expect(await receivePart(acting, { ...part, place: 1, content: bytes.subarray(half) })).toMatchObject({
    whole: false,
  });
  expect(await receivePart(acting, { ...part, place: 0, content: bytes.subarray(0, half) })).toMatchObject({
    whole: true,
  });
  return id;
}

async function standing(acting: Acting, id: string) {
  const found = await asBearer(acting, (tx, { operationId }) => findImport(tx, { operationId, id }));
  if (!found) throw new Error("no such import");
  return found;
}

const stateOf = async (acting: Acting, id: string) => (await standing(acting, id)).state;

async function countOf(name: string) {
  const [row] = await sql<{ made: number; cases: number; events: number; reports: number }[]>`
    with mine as (select id, national_case_no from seizures where national_case_no like ${`${name}-%`})
    select (select count(*)::int from mine) as made, (select count(distinct national_case_no)::int from mine) as cases,
      (select count(*)::int from event_bodies b join mine on b.body::jsonb ->> 'seizure' = mine.id::text) as events,
      (select count(*)::int from seizure_reports where id in (select id from mine)) as reports`;
  return row;
}

const WHOLE = { made: ROWS, cases: ROWS, events: 2 * ROWS, reports: ROWS };

test("a file whose worker is killed while it reads and while it writes comes in whole, each report once", async () => {
  const acting = await contact();
  const id = await send(acting, "K");
  const first = await startWorker();
  await expect.poll(async () => (await standing(acting, id)).done, PATIENCE).toBeGreaterThan(0);
  await workers.kill(first);

  const second = await startWorker();
  await expect.poll(() => stateOf(acting, id), PATIENCE).toBe("read");
  await startImport(acting, aCommand({ importId: id, mode: "good", drafts: false, corrects: false }));
  await expect.poll(async () => (await countOf("K"))?.made, PATIENCE).toBeGreaterThan(0);
  await workers.kill(second);

  await Promise.all([startWorker(), startWorker()]);
  await expect.poll(() => stateOf(acting, id), PATIENCE).toBe("done");
  expect(await countOf("K")).toEqual(WHOLE);
  const [tokens] = await sql`select count(*)::int as open from tokens where label = 'K.csv' and revoked_at is null`;
  expect(tokens).toEqual({ open: 0 });
}, 300_000);

test("all or nothing: what is killed or cancelled in the middle leaves nothing of the file", async () => {
  const acting = await contact();
  const id = await send(acting, "Z");
  const reader = await startWorker();
  await expect.poll(() => stateOf(acting, id), PATIENCE).toBe("read");
  await workers.kill(reader);
  const beside = { importId: id, mode: "all" as const, drafts: false, corrects: false };
  await startImport(acting, aCommand(beside));
  const writer = await startWorker();
  await expect.poll(async () => (await standing(acting, id)).done, PATIENCE).toBeGreaterThan(0);
  expect(await countOf("Z")).toMatchObject({ made: 0 });
  await workers.kill(writer);
  await cancelImport(acting, aCommand({ importId: id }));
  await startWorker();
  await expect.poll(() => stateOf(acting, id), PATIENCE).toBe("cancelled");
  expect(await countOf("Z")).toMatchObject({ made: 0, reports: 0 });
}, 300_000);

test("work of a person who signed out everywhere is stopped, and says so", async () => {
  const acting = await contact();
  const id = await send(acting, "S");
  await sql`update tokens set revoked_at = now() where label = 'S.csv'`;
  await startWorker();
  await expect.poll(() => stateOf(acting, id), PATIENCE).toBe("refused");
  expect((await standing(acting, id)).refusal).toEqual({ key: "import.stopped.rights" });
}, 120_000);

test("a file that a program brings in goes on in the app when that program is killed, each report once", async () => {
  const acting = await contact();
  const folder = mkdtempSync(join(tmpdir(), "naga-killed-"));
  const path = join(folder, "P.csv");
  writeFileSync(path, aFile("P"));
  const { appUrl, proofKey } = world.database;
  const program = await programs.start(appUrl, proofKey, world.operationId, acting.token, path);
  await expect.poll(async () => (await countOf("P"))?.made, PATIENCE).toBeGreaterThan(0);
  await programs.kill(program);
  const [left] = await sql<{ id: string; state: string }[]>`select id, state from imports where file_name = 'P.csv'`;
  expect(left).toMatchObject({ state: "importing" });

  await startWorker();
  await expect.poll(() => stateOf(acting, left?.id ?? ""), PATIENCE).toBe("done");
  expect(await countOf("P")).toEqual(WHOLE);
  rmSync(folder, { recursive: true, force: true });
}, 300_000);
