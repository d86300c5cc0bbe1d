import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "#db/embedded/start-embedded.ts";
import { ownFolder } from "#tests/support/own-folder.ts";
import { copyPreparedCluster } from "#tests/support/prepared-cluster.ts";
import { makeThrong } from "#tests/support/throng.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const folder = await ownFolder("import");

let cluster: Embedded;
let owner: postgres.Sql;
beforeAll(async () => {
  await copyPreparedCluster(folder.path);
  cluster = await startEmbedded({ dataDir: folder.path });
  await makeThrong(cluster.ownerUrl, { agencies: 1, people: 1 });
  owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await cluster?.stop();
  folder.remove();
}, 60_000);

/** Runs `npm run import` as it is run, over the database. */
function run(...args: string[]): Promise<{ code: number | null; rows: Record<string, unknown>[]; told: string }> {
  const child = spawn(process.execPath, ["realtime/start.mjs", "./import.ts", ...args], {
    cwd: HOME,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: cluster.appUrl,
      DATABASE_OWNER_URL: cluster.ownerUrl,
      SESSION_SECRET: "k8Jq2-w0Zr7_Xd4Tn5Vb9Ls3Hf6Gy1Pc0Mu8Ai2",
    },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const lines = Buffer.concat(out).toString().split("\n").filter(Boolean);
      resolve({ code, rows: lines.map((line) => JSON.parse(line)), told: Buffer.concat(err).toString() });
    });
  });
}

const WHERE = ["--operation", "THRONGZ", "--agency", "ZAA-CUS", "--json"];

test("the command line writes what its dry run says, and nothing the second time", async () => {
  const path = join(folder.path, "May.csv");
  const lines = ["I-1;17/05/2021;Bangkok;Ketamine;5 kg", "I-2;never;Bangkok;Heroin;1 kg"];
  writeFileSync(path, ["Case no;Date;Place;Commodity;Quantity", ...lines].join("\n"));
  const dry = await run(path, ...WHERE, "--dry-run");
  expect(dry).toMatchObject({
    code: 1,
    rows: [
      { row: 0, status: "ok" },
      { row: 1, status: "error" },
    ],
  });
  const [none] = await owner`select count(*)::int as n from seizures`;
  expect(none?.n).toBe(0);

  const written = await run(path, ...WHERE, "--handling", "H1");
  expect(written.code).toBe(1);
  expect(written.rows).toEqual(dry.rows);
  const [sealed] = await owner`
    select count(*)::int as n, count(*) filter (where seq is null)::int as open from events e
    where e.type in ('report.released', 'seizure.released')`;
  expect(sealed).toEqual({ n: 2, open: 0 });

  const again = await run(path, ...WHERE, "--handling", "H1");
  expect(again.rows.map(({ status }) => status)).toEqual(["skip", "error"]);
  const [one] = await owner`select count(*)::int as n from seizures`;
  expect(one?.n).toBe(1);
  const [sessions] =
    await owner`select count(*)::int as n from tokens where label like '%May.csv' and revoked_at is null`;
  expect(sessions?.n).toBe(0);
}, 240_000);

test("what cannot be read ends with 2", async () => {
  const none = await run(join(folder.path, "none.csv"), ...WHERE, "--handling", "H1");
  expect(none).toEqual({ code: 2, rows: [], told: "There is no such file.\n" });
}, 120_000);
