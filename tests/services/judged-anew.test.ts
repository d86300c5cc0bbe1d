import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { isLate, isOutsideWindow, operationalDayOf } from "#app/domain/counting-day.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import type { Id } from "#app/domain/id.ts";
import type { OperationPlan } from "#app/domain/operation.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { changePlan } from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { read } from "#app/services/write.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { judgedAnew } from "#db/queries/plans.server.ts";
import { standingOf } from "#db/queries/seizure-history.server.ts";
import { SnapshotAnswer } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const ZONE = "Asia/Ho_Chi_Minh";
let first: World;
let world: World;
let contact: Acting;
let lead: Acting;
let analyst: Acting;
beforeAll(async () => {
  first = await aWorld({ steps: { "TH-CUS": 0 }, startsOn: "2021-05-01", endsOn: "2021-05-31" });
});
afterAll(() => first.close());
beforeEach(async () => {
  world = await first.another();
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  analyst = await world.join({ role: "analyst", agency: agencyOf(world, "RILO") });
});

async function tells(said: Partial<SeizureInput>): Promise<Id> {
  const input = aSeizureInput(said);
  await submitReport(contact, aCommand(input));
  return input.id;
}

async function plans(over: Partial<OperationPlan>): Promise<void> {
  const now = await read(lead, (tx) => findOperation(tx, world.operationId));
  if (!now) throw new Error("no operation");
  await changePlan(lead, aCommand({ plan: { ...now.plan, ...over }, baseVersion: now.version }));
}

const cases = async () => (await read(analyst, (tx, self) => figuresFor(tx, { house: world.house, self }))).cases.total;

/** The facts that a browser begins with. */
async function outside(): Promise<boolean[]> {
  const answer = SnapshotAnswer.parse(JSON.parse((await snapshotFor(analyst, { withFacts: true })).text()));
  return answer.facts
    .map((block) => new FactReader(block))
    .flatMap((block) => block.ids.map((_, row) => block.fact(row).outsideWindow));
}

const told = (kind: string) => world.owner<{ body: { seizure: Id; revision: number } }[]>`
  select b.body::jsonb as body from events e join event_bodies b on b.event_id = e.id
  join streams s on s.id = e.stream_id
  where s.operation_id = ${world.operationId} and s.kind = ${kind} and e.type = 'seizure.judged' order by e.arrival`;

test("a window that is moved takes a record out and in again: figures, facts and history say so, and all are told", async () => {
  const inside = await tells({ occurredOn: "2021-05-05" });
  const late = await tells({ occurredOn: "2021-05-20" });
  expect([await cases(), await outside()]).toEqual([2, [false, false]]);

  await plans({ endsOn: "2021-05-10" });
  expect(await cases()).toBe(1);
  expect((await outside()).sort()).toEqual([false, true]);
  expect((await told("operation")).map(({ body }) => body)).toEqual([{ seizure: late, revision: 2 }]);
  expect((await told("unit")).map(({ body }) => body)).toEqual([{ seizure: late, revision: 2 }]);

  await plans({ endsOn: "2021-05-31" });
  expect([await cases(), await outside()]).toEqual([2, [false, false]]);
  const steps = await read(analyst, (tx) => standingOf(tx, world.operationId, late));
  expect(steps.map(({ outsideWindow, byPlan }) => [outsideWindow, byPlan])).toEqual([
    [false, false],
    [true, true],
    [false, true],
  ]);
  expect(await read(analyst, (tx) => standingOf(tx, world.operationId, inside))).toHaveLength(1);
});

test("of a record that its owner holds back its unit alone is told", async () => {
  const held = await tells({ occurredOn: "2021-05-20", held: true });
  await plans({ endsOn: "2021-05-10" });
  expect(await told("operation")).toHaveLength(0);
  expect((await told("unit")).map(({ body }) => body.seizure)).toEqual([held]);
});

test("a plan that is changed in other things judges nothing anew", async () => {
  await tells({ occurredOn: "2021-05-20" });
  await plans({ cutOff: "21:00" });
  expect(await told("unit")).toHaveLength(0);
});

test("a report that is released while the plan is changed is judged by the plan that stands in the end", async () => {
  const plan = await world.owner.reserve();
  await plan`begin`;
  await plan`select pg_advisory_xact_lock(hashtextextended('plan ' || ${world.operationId}, 0))`;
  await plan`update operation_plans set ends_on = '2021-05-10' where operation_id = ${world.operationId} and ended_by is null`;
  const coming = tells({ occurredOn: "2021-05-20" });
  const waits = () => world.owner`select from pg_locks where locktype = 'advisory' and not granted`;
  while ((await waits()).length === 0);
  await plan`commit`;
  plan.release();
  await coming;
  expect([await cases(), await outside()]).toEqual([0, [true]]);
});

test("records are judged anew by who has just changed the plan, and by nobody else", async () => {
  await tells({ occurredOn: "2021-05-20" });
  await plans({ endsOn: "2021-05-10" });
  const [plan] = await world.owner<{ begun_by: Id }[]>`
    select begun_by from operation_plans where operation_id = ${world.operationId} and ended_by is null`;
  if (!plan) throw new Error("no plan");
  const tries = (who: Acting, event: Id) =>
    world.app.db.transaction(async (tx) => {
      await beginAs(tx, who.token, world.operationId);
      return judgedAnew(tx, event);
    });
  for (const who of [contact, analyst]) await expect(tries(who, plan.begun_by)).rejects.toThrow();
  await expect(tries(lead, crypto.randomUUID())).rejects.toThrow();
  expect(await tries(lead, plan.begun_by)).toEqual([]);
});

const Day = fc.integer({ min: 0, max: 700 }).map((n) => new Date(Date.UTC(2020, 3, 1 + n)).toISOString().slice(0, 10));
const When = fc
  .record({
    occurredOn: Day,
    days: fc.nat(40),
    datePrecision: fc.constantFrom("day" as const, "month" as const, "year" as const, "range" as const),
    at: fc.option(fc.nat(86_399), { nil: null }),
  })
  .map(({ occurredOn, days, datePrecision, at }) => ({
    occurredOn,
    occurredTo:
      datePrecision === "range"
        ? new Date(Date.parse(occurredOn) + days * 86_400_000).toISOString().slice(0, 10)
        : null,
    datePrecision,
    occurredAt: at === null ? null : new Date(Date.parse(occurredOn) + at * 1000).toISOString(),
  }));

test("the database judges a record by its days and hours as the app does", async () => {
  const Hours = fc.integer({ min: 0, max: 200 });
  await fc.assert(
    fc.asyncProperty(When, Day, Day, Hours, Hours, async (when, one, other, taken, limit) => {
      const [startsOn, endsOn] = [one, other].sort() as [string, string];
      const cleared = new Date("2021-05-05T00:00:00Z");
      const released = new Date(cleared.getTime() + taken * 3_600_000);
      const plan = { starts_on: startsOn, ends_on: endsOn, late_limit_hours: limit };
      const fact = {
        operational_day: operationalDayOf(when, ZONE),
        occurred_on: when.occurredOn,
        occurred_to: when.occurredTo,
        date_precision: when.datePrecision,
        cleared_at: cleared.toISOString(),
        released_at: released.toISOString(),
      };
      const [row] = await world.owner<{ outside_window: boolean; late: boolean }[]>`
        select j.outside_window, j.late
        from jsonb_populate_record(null::operation_plans, ${JSON.stringify(plan)}::text::jsonb) n,
          jsonb_populate_record(null::seizure_facts, ${JSON.stringify(fact)}::text::jsonb) f, judged_by(n, f) j`;
      expect(row).toEqual({
        outside_window: isOutsideWindow(when, ZONE, { startsOn, endsOn }),
        late: isLate(cleared, released, limit),
      });
    }),
    { numRuns: 300 },
  );
});
