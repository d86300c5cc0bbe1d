import { randomInt } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { findBinaries } from "#db/embedded/binaries.ts";
import { clusterFolder } from "#db/embedded/folder.ts";
import { isAlive, processesIn, readPidFile } from "#db/embedded/process.ts";
import { type Embedded, joinEmbedded, startEmbedded } from "#db/embedded/start-embedded.ts";
import { type App, freePort, startApp } from "../support/app.ts";
import { eventually, startWatching, type Watcher } from "../support/live.ts";
import { ownFolder } from "../support/own-folder.ts";
import { copyPreparedCluster } from "../support/prepared-cluster.ts";
import { type Report, report } from "../support/reporters.ts";
import { makeThrong, type Throng } from "../support/throng.ts";

const REPORTERS = 4;
const WATCHERS = 6;
/** What is killed, in this order: the app, the database with all its processes, or both. */
const KILLS = "db app db db both db db app db db db app db both db db db app db db".split(" ");
/** Acknowledgements between two kills: enough that both find reports under way. */
const BETWEEN = 8;

const folder = await ownFolder("faults");
const data = clusterFolder(folder.path, findBinaries().major).data;
let throng: Throng;
let app: App;
let port: number;

beforeAll(async () => {
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  throng = await makeThrong(cluster.ownerUrl, { agencies: REPORTERS, people: WATCHERS });
  await cluster.stop();
  port = await freePort();
  app = await startApp({ dataDir: folder.path, port });
}, 120_000);

afterAll(async () => {
  await app?.stop();
  folder.remove();
}, 60_000);

function killDatabase(): void {
  const server = readPidFile(data)?.pid;
  const all = processesIn(data) ?? (server === undefined ? [] : [server]);
  // The server first: its children would make it start anew by itself.
  for (const pid of [server, ...all]) if (pid !== undefined) killIfThere(pid);
}

/** A child may be gone by itself between being listed and being killed: its server was killed just before. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (isAlive(pid)) throw error;
  }
}

async function kill(what: string): Promise<void> {
  const gone = what === "db" ? undefined : app.kill();
  if (what !== "app") killDatabase();
  await gone;
  if (what !== "db") app = await startApp({ dataDir: folder.path, port });
}

function watchAs(token: string): Watcher {
  const acting = { token, operationId: throng.operationId };
  const headers = { cookie: `naga_session=${token}`, Accept: "application/json" };
  const fetchThere = (path: string) =>
    fetch(`${app.address}${path}`, { redirect: "manual", headers, signal: AbortSignal.timeout(8_000) });
  return startWatching(acting, { server: app, fetch: fetchThere });
}

test("twenty kills in a stream of reports: nothing acknowledged is lost, doubled, never seen or shown twice", async () => {
  const watchers = throng.sessions.map(watchAs);
  let acknowledged = 0;
  let over = false;
  const reporting = throng.keys.map((key) =>
    report({
      address: app.address,
      operationId: throng.operationId,
      key,
      isOver: () => over,
      acknowledged: () => {
        acknowledged += 1;
      },
    }),
  );
  for (const what of KILLS) {
    const enough = acknowledged + BETWEEN + randomInt(BETWEEN);
    await eventually(() => expect(acknowledged).toBeGreaterThanOrEqual(enough), 60_000);
    await kill(what);
  }
  const after = acknowledged + BETWEEN;
  await eventually(() => expect(acknowledged).toBeGreaterThanOrEqual(after), 60_000);
  over = true;
  const reports = (await Promise.all(reporting)).flat();
  const ids = reports.map(({ id }) => id).sort();

  for (const watcher of watchers) await eventually(() => expect(watcher.ids().sort()).toEqual(ids), 30_000);
  expectSeenOnce(watchers, ids);
  expectAnsweredOnce(reports);
  const cluster = await joinEmbedded({ dataDir: folder.path });
  await expectStoredOnce(cluster, ids);
  for (const watcher of watchers) watcher.close();
  const sent = reports.reduce((sum, one) => sum + one.sent, 0);
  console.info(
    `${KILLS.length} kills, ${reports.length} reports acknowledged, sent ${sent} times, ${watchers.length} watchers`,
  );
}, 300_000);

/** No seizure was announced twice, and frames followed each other: no number was skipped and none taken twice. */
function expectSeenOnce(watchers: Watcher[], ids: Id[]): void {
  for (const { arrivals, frames, live } of watchers) {
    const announced = arrivals.map((fact) => fact.id);
    expect(new Set(announced).size).toBe(announced.length);
    expect(announced.filter((id) => !ids.includes(id))).toEqual([]);
    expect(live.view().snapshot?.size).toBe(ids.length);
    for (const stream of new Set(frames.map((frame) => frame.stream))) {
      const own = frames.filter((frame) => frame.stream === stream);
      for (const [at, frame] of own.slice(1).entries()) expect(frame.to).toBeGreaterThan(own[at]?.to ?? 0);
    }
  }
}

/** Whoever asked again got the first answer. */
function expectAnsweredOnce(reports: Report[]): void {
  for (const { answers } of reports) expect(new Set(answers).size).toBe(1);
  const receipts = reports.map(({ answers }) => answers[0]);
  expect(new Set(receipts).size).toBe(reports.length);
}

async function expectStoredOnce({ ownerUrl }: Embedded, ids: Id[]): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const stored = await sql`select id from seizures order by id`;
    expect(stored.map(({ id }) => id)).toEqual(ids);
    const facts = await sql`select count(*)::int as n, count(distinct message_no)::int as numbers from seizure_facts`;
    expect(facts[0]).toEqual({ n: ids.length, numbers: ids.length });
    const streams = await sql`
      select s.kind, s.head::int, count(e.seq)::int as sealed, coalesce(max(e.seq), 0)::int as last,
        count(*) filter (where e.id is not null and e.seq is null)::int as waiting,
        (select count(*)::int from broken_links(s.id)) as broken
      from streams s left join events e on e.stream_id = s.id group by s.id`;
    for (const { head, sealed, last, waiting, broken } of streams) {
      expect({ sealed, last, waiting, broken }).toEqual({ sealed: head, last: head, waiting: 0, broken: 0 });
    }
    expect(streams.find(({ kind }) => kind === "operation")?.head).toBe(ids.length);
  } finally {
    await sql.end();
  }
}
