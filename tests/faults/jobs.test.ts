import PgBoss from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { JOBS_SCHEMA } from "#db/runtime-schema.ts";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { zoneAtNoon } from "#tests/support/noon.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** What each queue asks of the database, and the table that it writes in last. */
const QUEUES = {
  "end-due-operations": "end_due_operations",
  "settle-tally-questions": "settle_tally_questions",
  "remind-of-tallies": "remind_of_tallies",
  "freeze-deadlines": "freeze_deadlines",
  "release-media": "release_due_media",
} as const;
type Queue = keyof typeof QUEUES;
const TOLD = ["operation.moved", "tally.questioned", "tally.reminded", "media.released"];
const ALL = Object.keys(QUEUES) as Queue[];

let world: World;
let sql: postgres.Sql;
let boss: PgBoss;
const programs = killedPrograms(new URL("../support/jobs-child.ts", import.meta.url));
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await aWorld({ startsOn: day(-3), endsOn: day(3) });
  sql = postgres(world.database.superUrl, { max: 3, onnotice: () => {} });
  await anOperationThatIsOver();
  await aTallyThatDiffers();
  await aReleaseThatIsDue();
  boss = new PgBoss({ connectionString: world.database.appUrl, schema: JOBS_SCHEMA, migrate: false, schedule: false });
  await boss.start();
  for (const queue of ALL) await boss.createQueue(queue);
}, 120_000);
afterAll(async () => {
  await programs.killAll();
  await boss?.stop({ graceful: false });
  await sql?.end();
  await world?.close();
});

/** Beside the one that runs: its last day is over, and nobody has moved it on. */
async function anOperationThatIsOver() {
  const ended = crypto.randomUUID();
  const { operationId } = world;
  await sql`insert into operations (id, code, state, created_by) select ${ended}, 'OVER', 'active', created_by from operations where id = ${operationId}`;
  const change = { operation_id: ended, begun_by: crypto.randomUUID(), starts_on: day(-30), ends_on: day(-5) };
  await sql`insert into operation_plans select (jsonb_populate_record(p, ${sql.json(change)})).* from operation_plans p where operation_id = ${operationId}`;
  for (const kind of ["operation", "notices", "desk", "watch"]) {
    await sql`insert into streams ${sql({ id: crypto.randomUUID(), operation_id: ended, kind, head_hash: Buffer.alloc(32) })}`;
  }
}

/** Three days ago one case was told of, and none was reported; since then nothing was said at all. */
async function aTallyThatDiffers() {
  const agency = agencyOf(world, "VN-CUS");
  const contact = await world.join({ role: "ncp", agency });
  const promise = { operation_id: world.operationId, id: crypto.randomUUID(), agency_id: agency.id, rhythm: "daily" };
  const made = { made_by: promise.id, made_at: "2021-04-01", begun_by: promise.id, from_day: "2021-04-01" };
  await sql`insert into tally_promises ${sql({ ...promise, ...made, zone: zoneAtNoon(), days_off: [], holidays: [] })}`;
  const groups = [{ group: "F2", cases: 1 }];
  await postTallies(contact, aCommand({ tallies: [TallyInput.parse({ day: day(-3), nil: false, groups })] }));
  await sql`update operation_plans set late_limit_hours = 1 where operation_id = ${world.operationId}`;
}

/** Its minute has come. */
async function aReleaseThatIsDue() {
  const release = { operation_id: world.operationId, id: crypto.randomUUID(), made_by: crypto.randomUUID() };
  const said = { title: "Ivory", pictures: [], state: "embargoed", release_at: "2021-05-01" };
  await sql`insert into media_releases ${sql({ ...release, ...said })}`;
}

type Effects = { moved: number; asked: number; reminded: number; frozen: number; released: number; events: number };

async function effects(): Promise<Effects> {
  const [row] = await sql<Effects[]>`select
    (select count(*)::int from operations where state = 'follow_up') as moved,
    (select count(*)::int from tally_questions) as asked,
    (select count(*)::int from tally_reminders) as reminded,
    (select count(*)::int from deadline_sums) as frozen,
    (select count(*)::int from media_log where act = 'release.out') as released,
    (select count(*)::int from events where type = any(${TOLD})) as events`;
  if (!row) throw new Error("a statement that always gives one row gave none");
  return row;
}

const startRunner = () => programs.start(world.database.appUrl);

const send = () => Promise.all(ALL.map((queue) => boss.send(queue, {}, { retryLimit: 0 })));

/** Jobs that are in the middle: they have written what comes first, and wait for a table that somebody holds. */
async function inTheMiddle(): Promise<{ pid: number; queue: Queue }[]> {
  const rows = await sql<{ pid: number; query: string }[]>`
    select pid, query from pg_stat_activity
    where datname = current_database() and state = 'active' and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
  return rows.flatMap(({ pid, query }) => {
    const queue = ALL.find((name) => query.includes(QUEUES[name]));
    return queue ? [{ pid, queue }] : [];
  });
}

/** The runner is killed in the middle of all of them; with it the database's own processes, or they go on alone. */
async function killInTheMiddle(alone: boolean): Promise<void> {
  await sql.begin(async (holding) => {
    await holding`lock table events, deadline_sums in share row exclusive mode`;
    // Afterwards: what a runner before it was sent by the minute and has left would be done before anything is held.
    const runner = await startRunner();
    await send();
    await expect
      .poll(async () => new Set((await inTheMiddle()).map(({ queue }) => queue)).size, {
        timeout: 120_000,
        interval: 100,
      })
      .toBe(ALL.length);
    const middle = await inTheMiddle();
    await programs.kill(runner);
    if (!alone) for (const { pid } of middle) await sql`select pg_terminate_backend(${pid})`;
  });
  await expect.poll(async () => (await inTheMiddle()).length, { timeout: 20_000 }).toBe(0);
}

test("jobs that are killed in the middle leave nothing half-done, and run once in the end", async () => {
  const nothing = await effects();
  await killInTheMiddle(false);
  expect(await effects()).toEqual(nothing);
  await killInTheMiddle(false);
  expect(await effects()).toEqual(nothing);

  // Without its runner the database may end what it was asked, or give it up: neither is half of it.
  await killInTheMiddle(true);

  const runners = [await startRunner(), await startRunner()];
  await Promise.all([send(), send(), send()]);
  const done = async () => {
    const { moved, asked, reminded, frozen, released } = await effects();
    return moved === 1 && asked > 0 && reminded > 0 && frozen > 0 && released > 0;
  };
  await expect.poll(done, { timeout: 60_000, interval: 200 }).toBe(true);
  await expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0);
  await Promise.all(runners.map(programs.kill));
  const once = await effects();
  await expectOnce();

  await killWhileThereIsNothing();
  expect(await effects()).toEqual(once);
}, 480_000);

async function waiting(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from ${sql(JOBS_SCHEMA)}.job where name = any(${ALL}) and state in ('created', 'retry')`;
  return row?.n ?? 0;
}

/** Each effect once, and told once in each stream that hears of it. */
async function expectOnce() {
  const twice = await sql`
    select e.type, e.stream_id, b.body::jsonb - 'question' as body, count(*)::int as n
    from events e join event_bodies b on b.event_id = e.id
    where e.type = any(${TOLD})
    group by e.type, e.stream_id, b.body::jsonb - 'question' having count(*) > 1`;
  expect(twice).toEqual([]);
  const reminders = await sql`select agency_id, day, kind from tally_reminders group by 1, 2, 3 having count(*) > 1`;
  expect(reminders).toEqual([]);
  const questions =
    await sql`select agency_id, day, group_code from tally_questions group by 1, 2, 3 having count(*) > 1`;
  expect(questions).toEqual([]);
  const out = await sql`select subject from media_log where act = 'release.out' group by 1 having count(*) > 1`;
  expect(out).toEqual([]);
  const sums = await sql`select operation_id, day from deadline_sums group by 1, 2 having count(*) > 1`;
  expect(sums).toEqual([]);
}

/** Once more over what is done, and killed as soon as the jobs were taken. */
async function killWhileThereIsNothing() {
  const runner = await startRunner();
  await send();
  await expect.poll(waiting, { timeout: 60_000, interval: 50 }).toBe(0);
  await programs.kill(runner);
}
