import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { operationDay } from "#app/services/reading.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { sessionHolds, signIn } from "#app/services/sessions.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { followableStreams, sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { readFrame } from "#db/queries/frames.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { seedDemo } from "#seeds/run.server.ts";
import { DEMO_PASSWORD } from "#seeds/world.server.ts";
import { aKey, backUp, bringBack, rightsOf, sumsOf } from "#tests/support/backups.ts";
import { type FreshDatabase, freshDatabase } from "#tests/support/database.ts";
import { aStore } from "#tests/support/files.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";
import { makeRareRows } from "#tests/support/rare-rows.ts";
import { aCommand } from "#tests/support/world.ts";

/** The drill: an installation with the demonstration and the exercise is lost, and comes back from its backup. */
const NOW = new Date();
const READERS = ["lead.vn", "ocu", "ncp.th", "officer.la", "analyst", "partner", "observer"];
const quiet = { info: () => {}, error: () => {} };

type Side = FreshDatabase & { sql: postgres.Sql; app: Database; house: House; poked: string[] };

let folder: OwnFolder;
let before: Side;
let after: Side;
let path: string;
let said: string[];
const photo = randomBytes(700_000);

async function aSide(): Promise<Side> {
  const fresh = await freshDatabase();
  const app = openDatabase(fresh.appUrl, { max: 4 });
  const poked: string[] = [];
  const house: House = {
    db: app.db,
    poke: (streams) => poked.push(...streams),
    secret: fresh.proofKey,
    ...aStore(),
    log: quiet,
  };
  return { ...fresh, sql: postgres(fresh.superUrl, { max: 7, onnotice: () => {} }), app, house, poked };
}

beforeAll(async () => {
  folder = await ownFolder("drill");
  before = await aSide();
  await seedDemo({ ...before, secret: before.proofKey, log: quiet, now: NOW });
  await makeRareRows(before.sql, before.appUrl);
  const attached = join(folder.path, "before", "attachments", "ab");
  mkdirSync(attached, { recursive: true });
  writeFileSync(join(attached, "photo.jpg"), photo);
  const key = await aKey();
  path = await backUp("drill", { ownerUrl: before.ownerUrl, dataDir: join(folder.path, "before"), key });
  after = await aSide();
  await after.app.end();
  said = await bringBack(path, { ownerUrl: after.ownerUrl, dataDir: join(folder.path, "after"), key });
  after.app = openDatabase(after.appUrl, { max: 4 });
  after.house = { ...after.house, db: after.app.db };
}, 400_000);
afterAll(async () => {
  await Promise.all([before, after].flatMap((side) => [side.app.end(), side.sql.end()]));
  folder.remove();
});

test("every table has rows, and all rows are there again", async () => {
  const sums = await sumsOf(before.sql);
  expect(Object.keys(sums).length).toBeGreaterThan(65);
  expect(Object.entries(sums).filter(([, { rows }]) => rows === 0)).toEqual([]);
  expect(await sumsOf(after.sql)).toEqual(sums);
});

test("rights, policies, functions, triggers and keys are as they were", async () => {
  const rights = await rightsOf(before.sql);
  expect(rights.policies.length).toBeGreaterThan(50);
  expect(await rightsOf(after.sql)).toEqual(rights);
});

test("sequences go on where they were", async () => {
  const sequences = (sql: postgres.Sql) =>
    sql`select schemaname, sequencename, last_value from pg_sequences order by 1, 2`;
  expect(await sequences(after.sql)).toEqual(await sequences(before.sql));
});

test("attachments are there again, to the byte", () => {
  const copied = readFileSync(join(folder.path, "after", "attachments", "ab", "photo.jpg"));
  expect(copied.equals(photo)).toBe(true);
});

/** Signed in with the password of the demonstration, in each operation that this account is a member of. */
async function enter(side: Side, login: string): Promise<Acting[]> {
  const opened = await signIn(side.house, { email: `${login}@naga.example`, password: DEMO_PASSWORD, label: "drill" });
  if (!opened) throw new Error(`${login} is not let in`);
  const operations = await side.sql<{ id: string }[]>`
    select m.operation_id as id from members m join persons p on p.id = m.person_id
    where p.email = ${`${login}@naga.example`} order by 1`;
  return operations.map(({ id }) => ({ house: side.house, token: opened.token, operationId: id }));
}

/** Facts and what belongs to one come in whatever order the database finds them: compared as sets, all the way down. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const text = (part: unknown) => JSON.stringify(part);
    return value.map(unordered).sort((left, right) => (text(left) < text(right) ? -1 : 1));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unordered(part)]));
}

/** What this reader is shown: figures as the database counts them, of all and of one country, and the live snapshot. */
async function shown(acting: Acting) {
  const figures = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const asked = { operationId: member.operationId, today: operationDay(member, NOW) };
    return {
      all: await evaluateFiguresInSql(tx, asked),
      thai: await evaluateFiguresInSql(tx, { ...asked, filter: { ...NO_FILTER, reporters: ["TH"] } }),
    };
  });
  const streams = await read(acting, (tx) => followableStreams(tx));
  const frames = [];
  for (const stream of streams.toSorted((left, right) => left.id.localeCompare(right.id))) {
    for (const share of [0, 0.3, 0.7, 0.98]) {
      const after = Math.floor(stream.head * share);
      const upTo = Math.min(stream.head, after + 200);
      const stretch = { operationId: acting.operationId ?? "", stream, after, upTo };
      const frame = await read(acting, (tx) => readFrame(tx, stretch));
      frames.push({ ...frame, facts: unordered(frame?.facts), gone: unordered(frame?.gone) });
    }
  }
  const facts = await read(acting, (tx) => visibleFacts(tx, acting.operationId ?? ""));
  const snapshot: object = JSON.parse((await snapshotFor(acting, { withFacts: false })).text());
  return { figures, frames, snapshot, facts: unordered(facts) };
}

test.each(READERS)("%s signs in and is shown the same figures and the same news since any number", async (login) => {
  const [then, now] = [await enter(before, login), await enter(after, login)];
  expect(now.length).toBeGreaterThan(0);
  for (const [at, acting] of now.entries()) {
    const [shownNow, shownThen] = [await shown(acting), await shown(then[at] as Acting)];
    expect(shownNow).toEqual(shownThen);
    expect(shownNow.frames.length).toBeGreaterThan(0);
  }
});

test("sessions from before the backup hold no more, and it was said so", async () => {
  expect(said.join(" ")).toContain("Everybody signs in again");
  const ended = await after.sql`select kind, bool_and(revoked_at is not null) as ended from tokens
    where hash = sha256(person_id::text::bytea) group by kind order by kind`;
  expect(ended.map(({ kind, ended }) => [kind, ended])).toEqual([
    ["invitation", true],
    ["key", false],
    ["session", true],
  ]);
  const [acting] = await enter(after, "ncp.th");
  expect(acting && (await sessionHolds(acting))).toBe(true);
});

test("the next report can be sent and is sealed with the next number, the chain whole", async () => {
  const [acting] = (await enter(after, "ncp.th")).filter(({ operationId }) => operationId !== null);
  if (!acting) throw new Error("nobody to report");
  const heads = () =>
    after.sql`select id, head from streams where kind = 'operation' and operation_id = ${acting.operationId}`;
  const [old] = await heads();
  const sent = await submitReport(acting, aCommand(aSeizureInput()));
  expect(["released", "in_clearance"]).toContain(sent.state);
  await sealStreams(after.app.db, await waitingStreams(after.app.db));
  const [head] = await heads();
  expect(Number(head?.head)).toBeGreaterThanOrEqual(Number(old?.head));
  expect(await after.sql`select * from streams s, lateral broken_links(s.id)`).toEqual([]);
  const [numbers] = await after.sql`
    select count(*)::int as streams from (select stream_id from events where seq is not null group by stream_id
      having count(*) <> max(seq) or min(seq) <> 1) holes`;
  expect(numbers?.streams).toBe(0);
});
