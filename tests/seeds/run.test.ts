import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localDateIn } from "#app/domain/local-date.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { passwordMatches } from "#app/services/passwords.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { hashOfToken } from "#app/services/secrets.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { tallyDifferences } from "#db/queries/tally-cases.server.ts";
import { demoOperation } from "#seeds/demo-operation.server.ts";
import { exerciseOperation } from "#seeds/exercise.server.ts";
import { type SeededDemo, seedDemo } from "#seeds/run.server.ts";
import { dataEntryOf, personId } from "#seeds/world.server.ts";
import { type FreshDatabase, freshDatabase } from "../support/database.ts";
import { aStore } from "../support/files.ts";

const NOW = new Date();
const quiet = { info: () => {}, error: () => {} };
let database: FreshDatabase;
let owner: postgres.Sql;
let seeded: SeededDemo;

beforeAll(async () => {
  database = await freshDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  seeded = await seedDemo({ ...database, secret: database.proofKey, log: quiet, now: NOW });
}, 240_000);
afterAll(() => owner.end());

test("both operations are running, and each record is released once, at its own time", async () => {
  const operations = await owner`
    select o.code, o.kind, o.state, o.dates_moved_days, count(f.id)::int as records,
      count(*) filter (where f.state = 'verified')::int as verified,
      count(*) filter (where f.state = 'withdrawn')::int as withdrawn,
      count(*) filter (where f.outside_window)::int as outside, max(f.released_at) <= now() as past
    from operations o join seizure_facts f on f.operation_id = o.id and f.ended_by is null group by o.id order by o.code`;
  const demo = demoOperation(NOW);
  const exercise = exerciseOperation(NOW);
  expect(operations.map((row) => ({ ...row }))).toEqual([
    {
      code: "DEMO",
      kind: "demo",
      state: "active",
      dates_moved_days: demo.datesMovedDays,
      records: demo.releases.length,
      verified: 0,
      withdrawn: 0,
      outside: 0,
      past: true,
    },
    {
      code: "EXERCISE",
      kind: "exercise",
      state: "active",
      dates_moved_days: 0,
      records: exercise.releases.length,
      verified: exercise.releases.filter((release) => release.verifiedAt).length,
      withdrawn: exercise.releases.filter((release) => release.withdrawn).length,
      outside: 0,
      past: true,
    },
  ]);
});

test("late ones are late by the plan's limit, and no event waits for a number", async () => {
  const [row] = await owner`
    select count(*) filter (where late)::int as late from seizure_facts f join operations o on o.id = f.operation_id
    where o.code = 'EXERCISE' and f.ended_by is null`;
  const exercise = exerciseOperation(NOW);
  const limit = exercise.plan.lateLimitHours * 3_600_000;
  const late = exercise.releases.filter((one) => Date.parse(one.releasedAt) - Date.parse(one.clearedAt) > limit);
  expect(row?.late).toBe(late.length);
  const [waiting] = await owner`select count(*)::int as n from events where seq is null`;
  expect(waiting?.n).toBe(0);
});

test("the accounts shown at the start open with the password shown, and no session of seeding is left", async () => {
  expect(seeded.accounts.length).toBeGreaterThan(10);
  for (const { email } of seeded.accounts) {
    const [person] = await owner<{ password_hash: string }[]>`select password_hash from persons where email = ${email}`;
    expect(person?.password_hash).toBeTruthy();
  }
  const [first] = await owner<{ password_hash: string }[]>`
    select password_hash from persons where email = ${seeded.accounts[0]?.email ?? ""}`;
  expect(await passwordMatches(first?.password_hash ?? null, seeded.password)).toBe(true);
  const [tokens] = await owner`select count(*)::int as n from tokens`;
  expect(tokens?.n).toBe(0);
});

test("the administrator is a member of nothing, and everybody else takes part today", async () => {
  const outside = await owner`
    select email from persons p where not machine and not exists (select from members m where m.person_id = p.id)`;
  expect(outside.map((row) => row.email)).toEqual([seeded.accounts.find((one) => one.role === "administrator")?.email]);
  const today = localDateIn("Asia/Ho_Chi_Minh", NOW);
  const [early] = await owner`select count(*)::int as n from members where from_day > ${today}`;
  expect(early?.n).toBe(0);
});

test("a joint operation's quantities are in base units by the rule named", async () => {
  const rows = await owner`
    select distinct dimension, rule from seizure_fact_items where normalised is not null order by dimension`;
  expect(rows.map((row) => row.dimension)).toEqual(expect.arrayContaining(["count", "mass", "timber_volume"]));
  expect(rows.every((row) => row.rule !== null)).toBe(true);
});

test("the exercise has a tally of every kind, made of its own cases; of the historic records none is known", async () => {
  const marks = await owner<{ code: string; mark: string; days: number }[]>`
    select o.code, k.mark, count(*)::int as days
    from operations o join operation_plans p on p.operation_id = o.id and p.ended_by is null,
      lateral tally_marks(o.id, p.starts_on, (now() at time zone p.zone)::date, now()) k
    group by o.code, k.mark`;
  const of = (code: string) => new Map(marks.filter((row) => row.code === code).map((row) => [row.mark, row.days]));
  expect([...of("DEMO").keys()]).toEqual(["not_due"]);
  const exercise = of("EXERCISE");
  expect([...exercise.keys()].sort()).toEqual(["late", "missing", "nil", "not_due", "reported"]);
  expect(exercise.get("missing")).toBeLessThan(exercise.get("late") ?? 0);
  const [rows] = await owner`select count(*)::int as n, count(distinct operation_id)::int as operations from tallies`;
  expect(rows?.n).toBeGreaterThan(2_000);
  expect(rows?.operations).toBe(1);
});

test("tallies of the exercise agree with its case reports, but for a few that are told wrong", async () => {
  const { db, end } = openDatabase(database.ownerUrl, { max: 1 });
  const [exercise] = await owner<{ id: string; from: string; to: string }[]>`
    select o.id, p.starts_on::text as from, p.ends_on::text as to
    from operations o join operation_plans p on p.operation_id = o.id and p.ended_by is null where o.code = 'EXERCISE'`;
  if (!exercise) throw new Error("no exercise");
  const differing = await db.transaction((tx) => tallyDifferences(tx, exercise.id, exercise));
  await end();
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.length).toBeLessThan(30);
  expect(differing.filter(({ said, seen }) => said !== seen + 1)).toEqual([]);
});

test("a deadline of the exercise is written down with what was confirmed by then, and one correction came after it", async () => {
  await owner`select freeze_deadlines()`;
  const { id, releases, corrections } = exerciseOperation(NOW);
  const sums = await owner<{ dueAt: Date; confirmed: number; cases: number }[]>`
    select due_at as "dueAt", (figures->>'confirmed')::int as confirmed, (figures->>'cases')::int as cases
    from deadline_sums where operation_id = ${id} order by due_at desc limit 20`;
  expect(sums).toHaveLength(20);
  for (const { dueAt, confirmed, cases } of sums) {
    const due = dueAt.toISOString();
    expect(confirmed).toBe(releases.filter(({ verifiedAt }) => verifiedAt && verifiedAt <= due).length);
    const standing = releases.filter(
      ({ withdrawn, releasedAt }) => releasedAt <= due && !(withdrawn && withdrawn.at <= due),
    );
    expect(cases).toBe(standing.length);
  }
  const [correction] = corrections;
  const told = releases.find(({ input }) => input.id === correction?.input.id);
  const between = sums.filter(({ dueAt }) => {
    const due = dueAt.toISOString();
    return correction && told && due > told.releasedAt && due < correction.at;
  });
  expect(between.length).toBeGreaterThan(0);
  const rows = await owner`
    select f.version, i.commodity, e.at from seizure_facts f join events e on e.id = f.begun_by
    join seizure_fact_items i on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
    where f.id = ${told?.input.id ?? ""} and i.line = 0 order by f.version`;
  expect(rows).toMatchObject([
    { version: 1, commodity: "D1.meth_crystal" },
    { version: 2, commodity: "D5.ketamine", at: new Date(correction?.at ?? 0) },
  ]);
});

test("a record entered in bulk is the same, row for row, as one that was submitted, released and checked", async () => {
  const app = openDatabase(database.appUrl, { max: 2 });
  const house = { db: app.db, poke: () => {}, secret: database.proofKey, ...aStore(), log: quiet };
  const exercise = exerciseOperation(NOW);
  const dataEntry = dataEntryOf("IN-CUS");
  const bulk = exercise.releases.find((one) => one.agencyId === dataEntry.agencyId && one.verifiedAt);
  if (!bulk) throw new Error("no record to compare");
  const as = async (person: string): Promise<Acting> => {
    const token = randomBytes(32).toString("base64url");
    const expires_at = new Date(Date.now() + 600_000);
    const row = { id: randomUUID(), hash: hashOfToken(token), kind: "session", person_id: person, expires_at };
    await owner`insert into tokens ${owner(row)}`;
    return { house, token, operationId: exercise.id };
  };
  const single = { ...bulk.input, id: randomUUID(), nationalCaseNo: "EX-SINGLE" };
  const times = { clearedAt: new Date(bulk.clearedAt), releasedAt: new Date(bulk.releasedAt) };
  await submitReport(await as(dataEntry.id), { id: randomUUID(), input: single }, times);
  await verifySeizure(await as(personId("ocu")), { id: randomUUID(), input: { seizure: single.id, base: 1 } });

  const [one, other] = [await rowsOf(bulk.input.id), await rowsOf(single.id)];
  expect(one.seizure_facts).toHaveLength(2);
  expect(other).toEqual(one);
  expect(await eventsOf(single.id)).toEqual(await eventsOf(bulk.input.id));
  await app.end();
});

test("the exercise lives: a watch that was handed over and is kept, questions of different ages, waiting reports", async () => {
  const { id, waiting } = exerciseOperation(NOW);
  const [watch] = await owner`
    select count(*) filter (where accepted_at is not null and accepted_at < ${NOW})::int as taken, count(*)::int as n,
      min(jsonb_array_length(sheet->'items')) as items
    from watch_handovers where operation_id = ${id}`;
  expect(watch).toMatchObject({ taken: 1, n: 1 });
  expect(watch?.items).toBeGreaterThan(0);
  const duties = await owner`
    select a.code from watch_shifts w join agencies a on a.id = w.agency_id
    where w.operation_id = ${id} and ${NOW} between w.starts_at and w.ends_at order by a.code`;
  expect(duties.map(({ code }) => code)).toEqual(["LA-CUS", "RILOAP", "TH-CUS", "VN-CUS"]);
  const questions = await owner`
    select q.asked_at < ${NOW}::timestamptz - interval '24 hours' as overdue, q.answer is null as open,
      q.asked_at > f.released_at as after
    from questions q join seizure_facts f on f.operation_id = q.operation_id and f.id = q.seizure_id and f.version = 1
    where q.operation_id = ${id}`;
  expect(questions.every(({ after }) => after)).toBe(true);
  expect(questions.filter(({ open, overdue }) => open && overdue).length).toBeGreaterThanOrEqual(2);
  expect(questions.filter(({ open, overdue }) => open && !overdue).length).toBeGreaterThanOrEqual(1);
  expect(questions.filter(({ open }) => !open).length).toBeGreaterThanOrEqual(1);
  const [tray] = await owner`
    select count(*)::int as n, max(submitted_at) < ${NOW} as past from seizure_reports
    where operation_id = ${id} and state = 'in_clearance'`;
  expect(tray).toMatchObject({ n: waiting.length, past: true });
  const broken = await owner`select b.* from streams s, lateral broken_links(s.id) b where s.operation_id = ${id}`;
  expect(broken).toHaveLength(0);
});

test("what came of cases is told, and the media desk has a release that is planned, one that waits and one that is out", async () => {
  const { id, after } = exerciseOperation(NOW);
  const [outcomes] = await owner`
    select count(*)::int as n, max(at) < ${NOW} as past from seizure_outcomes where operation_id = ${id}`;
  expect(outcomes).toEqual({ n: after?.outcomes.length, past: true });
  const releases = await owner<{ state: string; waits: string | null; known: boolean }[]>`
    select r.state, r.waits_for as waits, exists (select from operation_report_editions e, jsonb_array_elements(e.highlights) h
      join media_known k on k.seizure_id = (h ->> 'seizure')::uuid where e.report_id = r.report_id) as known
    from media_releases r where operation_id = ${id} order by state, waits nulls first`;
  expect(releases).toEqual([
    { state: "embargoed", waits: null, known: false },
    { state: "embargoed", waits: "black", known: false },
    { state: "released", waits: null, known: true },
  ]);
  const moved = await owner`select from media_log where operation_id = ${id} and act = 'release.moved'`;
  expect(moved).toHaveLength(0);
});

/** Every row of a seizure in every table, without what has to differ: ids, numbers, receipts and times of writing. */
async function rowsOf(id: string) {
  const tables = {
    seizure_reports: "id",
    seizure_facts: "id",
    seizure_fact_items: "seizure_id",
    seizure_fact_nodes: "seizure_id",
    seizure_fact_codes: "seizure_id",
    seizures: "id",
    seizure_audiences: "seizure_id",
  };
  const differs =
    /^(id|seizure_id|begun_by|ended_by|message_no|receipt|at|national_case_no|search_text|input|created_at|updated_at|submitted_at)$/;
  const all: Record<string, object[]> = {};
  for (const [table, key] of Object.entries(tables)) {
    const rows = await owner`select to_jsonb(t) as row from ${owner(table)} t where ${owner(key)} = ${id}`;
    all[table] = rows
      .map(({ row }) => Object.fromEntries(Object.entries(row as object).filter(([name]) => !differs.test(name))))
      // The unreleased report keeps the clock of its clearing; the facts keep the time that is counted by.
      .map((row) => (table === "seizure_reports" ? { ...row, cleared_at: null } : row))
      .sort((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
  }
  return all;
}

async function eventsOf(id: string) {
  const rows = await owner`
    select s.kind, e.type, e.type_version, e.actor, e.agency_id from events e
    join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id
    where b.body like ${`%${id}%`} order by s.kind, e.type`;
  return rows.map((row) => ({ ...row }));
}
