import { afterEach, describe, expect, test } from "vitest";
import { askQuestion } from "#app/services/checks.server.ts";
import { giveReason, sayKeptUntil } from "#app/services/closing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { freezeReport, publishReport, reckonAnew, setAside } from "#app/services/operation-reports.server.ts";
import { moveOperation } from "#app/services/operations.server.ts";
import { saveDraft, submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { closedSince, closingsOf, keptUntil, owesNewReport, reasonsGiven } from "#db/queries/closing.server.ts";
import { moveState } from "#db/queries/plans.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { close, closeWhole, closingReport, countsFor, giveAllReasons } from "#tests/support/closing-world.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

/** An operation of one day, so that few days are missing, with its lead and its coordination unit. */
async function aGround() {
  const world = await aWorld({ steps: { "VN-CUS": 0 }, startsOn: "2021-05-17", endsOn: "2021-05-17" });
  worlds.push(world);
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  return { world, lead, ocu, stand: (state: string) => world.owner`update operations set state = ${state}` };
}

const stateOf = async ({ owner }: World) => (await owner<{ state: string }[]>`select state from operations`)[0]?.state;
const here = (acting: Acting) => acting.operationId ?? "";

describe("what is open before the end", () => {
  test("is counted across all agencies for leads and the coordination unit, and for nobody else", async () => {
    const { world, lead, ocu } = await aGround();
    const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    const viet = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
    const before = await countsFor(lead);
    expect(before).toMatchObject({ report: 1, clearance: 0, drafts: 0, questions: 0, duplicates: 0 });
    expect(before.days).toBeGreaterThan(0);
    await submitReport(thai, aCommand(aSeizureInput()));
    await saveDraft(
      thai,
      aCommand({ id: crypto.randomUUID(), unitId: agencyOf(world, "TH-CUS").units[0].id, form: {}, baseVersion: 0 }),
    );
    const released = aSeizureInput({ occurredOn: "2021-05-17" });
    await submitReport(viet, aCommand(released));
    const asked = { id: crypto.randomUUID(), seizure: released.id, field: "commodity", question: "Which species?" };
    await askQuestion(ocu, aCommand(asked));
    expect(await countsFor(ocu)).toMatchObject({ clearance: 1, drafts: 1, questions: 1, days: before.days });
    await expect(countsFor(thai)).rejects.toThrow();
  });
});

describe("closing", () => {
  test("is refused without a published report, whoever asks and however", async () => {
    const { world, lead, stand } = await aGround();
    await stand("debrief");
    await giveAllReasons(lead);
    await expect(close(lead)).rejects.toMatchObject({ kind: "conflict", message: "closing.report" });
    await closingReport(lead, false);
    await expect(close(lead)).rejects.toMatchObject({ message: "closing.report" });
    const past = world.app.db.transaction(async (tx) => {
      await beginAs(tx, lead.token, lead.operationId);
      await moveState(tx, here(lead), { from: "debrief", to: "closed", reason: "" });
    });
    await expect(past).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await stateOf(world)).toBe("debrief");
  });

  test("takes a reason for all that stays open, and a new one when there is more of it", async () => {
    const { world, lead, stand } = await aGround();
    const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    await submitReport(thai, aCommand(aSeizureInput()));
    await stand("debrief");
    await closingReport(lead);
    await expect(close(lead)).rejects.toMatchObject({ message: "closing.open", values: { n: "2" } });
    await giveAllReasons(lead);
    await world.owner`update seizure_reports set state = 'draft'`;
    await expect(close(lead)).rejects.toMatchObject({ message: "closing.open", values: { n: "1" } });
    const fewer = giveReason(lead, aCommand({ what: "days", open: 1, reason: "One" }));
    await expect(fewer).rejects.toMatchObject({ kind: "stale", message: "closing.more" });
    await giveReason(lead, aCommand({ what: "drafts", open: 1, reason: "Given up by its agency" }));
    await close(lead);
    expect(await stateOf(world)).toBe("closed");
    const closings = await read(lead, (tx) => closingsOf(tx, here(lead)));
    expect(closings).toMatchObject([{ number: 1, counts: { report: 0, drafts: 1, clearance: 0 }, reopenedAt: null }]);
    expect(await read(lead, (tx) => closedSince(tx, here(lead)))).toBeInstanceOf(Date);
  });

  test("a set aside report closes nothing", async () => {
    const { lead, stand } = await aGround();
    await stand("debrief");
    const report = await closingReport(lead);
    await setAside(lead, aCommand({ report, aside: true }));
    await giveAllReasons(lead);
    await expect(close(lead)).rejects.toMatchObject({ message: "closing.report" });
  });

  test("reasons are a lead's, stay for ever, and are not taken of what may not stay open", async () => {
    const { world, lead, ocu, stand } = await aGround();
    await stand("debrief");
    const { days } = await countsFor(lead);
    const days_ = { what: "days" as const, open: days, reason: "Agreed" };
    await expect(giveReason(ocu, aCommand(days_))).rejects.toMatchObject({ kind: "forbidden" });
    await giveReason(lead, aCommand(days_));
    await giveReason(lead, aCommand({ ...days_, reason: "Agreed twice" }));
    const told = await read(ocu, (tx) => reasonsGiven(tx, here(ocu)));
    expect(told.map(({ reason, open, counts }) => [reason, open, counts])).toEqual([
      ["Agreed twice", days, true],
      ["Agreed", days, true],
    ]);
    const change = world.app.db.transaction(async (tx) => {
      await beginAs(tx, lead.token, lead.operationId);
      await tx.execute("update closing_reasons set reason = 'never'");
    });
    await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("opened again", () => {
  const reopen = (lead: Acting) =>
    moveOperation(lead, aCommand({ from: "closed", to: "follow_up", reason: "A late report of Thailand" }));

  test("says why, asks for a new version of the report, and closes with that alone", async () => {
    const { lead, stand } = await aGround();
    await stand("debrief");
    const report = await closingReport(lead);
    await giveAllReasons(lead);
    await close(lead);
    await reopen(lead);
    const owes = () => read(lead, (tx) => owesNewReport(tx));
    expect(await owes()).toBe(true);
    const closings = await read(lead, (tx) => closingsOf(tx, here(lead)));
    expect(closings).toMatchObject([{ number: 1, reopenedWhy: "A late report of Thailand" }]);
    expect(closings[0]?.reopenedAt).toBeInstanceOf(Date);
    expect((await read(lead, (tx) => reasonsGiven(tx, here(lead)))).every(({ counts }) => !counts)).toBe(true);

    await stand("debrief");
    await giveAllReasons(lead);
    await expect(close(lead)).rejects.toMatchObject({ message: "closing.report" });
    await reckonAnew(lead, aCommand({ report }));
    await freezeReport(lead, aCommand({ report, reckoning: 2 }));
    await publishReport(lead, aCommand({ report, edition: 2 }));
    expect(await owes()).toBe(false);
    await close(lead);
    expect((await read(lead, (tx) => closingsOf(tx, here(lead)))).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("how long records are kept", () => {
  test("is said by a lead, after closing too, shown to all, and never in the past", async () => {
    const { world, lead, ocu, stand } = await aGround();
    const observer = await world.join({ role: "observer", agency: agencyOf(world, "RILO") });
    const told = () => read(observer, (tx) => keptUntil(tx, here(observer)));
    expect(await told()).toBeNull();
    await stand("debrief");
    await closeWhole(lead);
    await sayKeptUntil(lead, aCommand({ until: "2099-12-31" }));
    expect(await told()).toBe("2099-12-31");
    await expect(sayKeptUntil(lead, aCommand({ until: "2020-01-01" }))).rejects.toMatchObject({
      detail: { fields: { until: ["records.until.past"] } },
    });
    await expect(sayKeptUntil(ocu, aCommand({ until: null }))).rejects.toMatchObject({ kind: "forbidden" });
    await sayKeptUntil(lead, aCommand({ until: null }));
    expect(await told()).toBeNull();
  });
});

/** What is written in a closed operation, and why. */
const STILL_WRITTEN = {
  // The installation's own: who there is, whatever operation is looked at.
  ...{ administrations: "directory", agencies: "directory", agency_units: "directory", persons: "directory" },
  // Opening again and erasing are changes that are told; every command is remembered, and every reading.
  ...{ operations: "reopening", commands: "telling", events: "telling", event_bodies: "telling", access_log: "log" },
  ...{ deliveries: "telling", streams: "telling" },
  // The reader's own: where somebody has been, and what was told to that person.
  ...{ member_visits: "own", view_notices: "own", walls: "ended at any time" },
  ...{ record_keeping: "after closing", record_packages: "after closing", operation_report_errata: "after closing" },
  report_files: "after closing",
  // What courts and laboratories say, for five years.
  seizure_outcomes: "after closing",
  // Press figures go out after the end: what is released, what is open about a case, and pictures for it.
  ...{ media_releases: "press", media_corrections: "press", media_pictures: "press", media_blackouts: "press" },
  ...{ media_known: "press" },
};

test("in a closed operation PostgreSQL takes nothing but what is still written then", async () => {
  const { world } = await aGround();
  const rows = await world.owner<{ name: string; policy: string; cmd: string }[]>`
    select p.tablename as name, p.policyname as policy, p.cmd from pg_policies p
    where p.permissive = 'PERMISSIVE' and p.cmd <> 'SELECT' and 'naga_app' = any(p.roles)
      and coalesce(p.qual, '') || coalesce(p.with_check, '') !~ 'writing_membership|content_open'
      and not exists (select from pg_policies r
        where r.tablename = p.tablename and r.permissive = 'RESTRICTIVE' and (r.cmd = p.cmd or r.cmd = 'ALL')
          and coalesce(r.qual, '') || coalesce(r.with_check, '') ~ 'content_open')`;
  expect([...new Set(rows.map(({ name }) => name))].filter((name) => !(name in STILL_WRITTEN)).sort()).toEqual([]);
});
