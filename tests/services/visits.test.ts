import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addDays, localDateIn } from "#app/domain/local-date.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import { clearReport, returnReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { changeMember, moveOperation } from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { askForTallies, postTallies } from "#app/services/tallies.server.ts";
import { noteVisit } from "#app/services/visits.server.ts";
import { read } from "#app/services/write.server.ts";
import { sinceLastHere } from "#app/since-page.server.ts";
import { aPlace, aRouteNode, aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const today = localDateIn("Asia/Ho_Chi_Minh", new Date());
const yesterday = addDays(today, -1);
const world = await aWorld({ startsOn: addDays(today, -5), endsOn: addDays(today, 5) });
afterAll(() => world.close());
const { owner, operationId } = world;
const [rilo, vietnam] = [agencyOf(world, "RILO"), agencyOf(world, "VN-CUS")];
const [thailand, laos] = [agencyOf(world, "TH-CUS"), agencyOf(world, "LA-CUS")];
const lead = await world.join({ role: "lead", agency: rilo });
const ocu = await world.join({ role: "ocu", agency: rilo });
const contact = await world.join({ role: "ncp", agency: vietnam });
const second = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const thai = await world.join({ role: "ncp", agency: thailand });
const lao = await world.join({ role: "ncp", agency: laos });
const observer = await world.join({ role: "observer", agency: laos });
const everybody = [lead, ocu, contact, second, officer, thai, lao, observer];

const told = (who: Acting) => read(who, sinceLastHere);
const kinds = async (who: Acting) => (await told(who))?.lines.map(({ kind }) => kind) ?? [];
const lineOf = async (who: Acting, kind: string) => (await told(who))?.lines.find((line) => line.kind === kind);
/** As if what is written of visits had been written so long ago. */
const pass = (minutes: number) => owner`
  update member_visits set seen_at = seen_at - ${`${minutes} minutes`}::interval,
    shown_at = shown_at - ${`${minutes} minutes`}::interval, shown_from = shown_from - ${`${minutes} minutes`}::interval`;

/** Everybody was here a moment ago, and it counts as the last visit. */
beforeEach(async () => {
  await owner`delete from member_visits`;
  await owner`insert into member_visits (operation_id, member_id, seen_at, shown_at)
    select operation_id, id, clock_timestamp(), clock_timestamp() - interval '1 hour' from members`;
});

async function submit(who: Acting = officer): Promise<Id> {
  const input = aSeizureInput({ occurredOn: yesterday });
  await submitReport(who, aCommand(input));
  return input.id;
}
const clear = (seizure: Id, who: Acting = contact) =>
  clearReport(who, aCommand({ seizure, step: 1, baseVersion: 1, note: "" }));
async function release(): Promise<Id> {
  const seizure = await submit();
  await clear(seizure);
  return seizure;
}

describe("a visit", () => {
  test("the first ever tells nothing; the next one what changed since, for half an hour however often it is loaded", async () => {
    await owner`delete from member_visits`;
    expect(await told(thai)).toBeNull();
    await noteVisit(thai);
    expect(await told(thai)).toBeNull();
    await pass(45);
    const from = (await told(thai))?.since;
    await Promise.all([noteVisit(thai), noteVisit(thai)]);
    expect((await told(thai))?.since).toBe(from);
    await pass(20);
    await noteVisit(thai);
    expect(Date.parse((await told(thai))?.since ?? "")).toBe(Date.parse(from ?? "") - 20 * 60_000);
    await pass(11);
    // Seen eleven minutes ago, and what was shown then was shown long enough.
    expect(Date.now() - Date.parse((await told(thai))?.since ?? "")).toBeLessThan(12 * 60_000);
  });

  test("is written down once a minute, and nobody's but one's own", async () => {
    const seen = () => owner`select seen_at from member_visits where member_id = ${thai.memberId}`;
    const before = await seen();
    await noteVisit(thai);
    expect(await seen()).toEqual(before);
    await pass(2);
    await noteVisit(thai);
    expect(await seen()).not.toEqual(before);
    const smuggled = world.app.sql.begin(async (sql) => {
      await sql`select set_config('naga.token', ${thai.token}, true), set_config('naga.operation', ${operationId}, true)`;
      return sql`update member_visits set seen_at = '2000-01-01' returning member_id`;
    });
    expect(await smuggled).toEqual([{ member_id: thai.memberId }]);
  });
});

describe("what is told", () => {
  test("a question to the own agency, to whoever may read it; the answer, to whoever asked; once answered no more", async () => {
    const question = crypto.randomUUID();
    const seizure = await release();
    await askQuestion(ocu, aCommand({ id: question, seizure, field: "place", question: "Where exactly?" }));
    for (const who of [contact, second, officer]) {
      expect(await lineOf(who, "question")).toMatchObject({ id: question, question: "Where exactly?", seizure });
    }
    for (const who of [thai, lao, lead, observer, ocu]) expect(await kinds(who)).not.toContain("question");
    await answerQuestion(contact, aCommand({ question, answer: "At the quay." }));
    expect(await kinds(contact)).not.toContain("question");
    expect(await lineOf(ocu, "answered")).toMatchObject({ id: question, seizure });
  });

  test("a report that was returned or released, to those who may know it, but for whoever did it", async () => {
    const [returned, released] = [await submit(), await submit()];
    await returnReport(contact, aCommand({ seizure: returned, baseVersion: 1, note: "Which vessel?" }));
    await clear(released);
    for (const who of [officer, second]) {
      expect(await lineOf(who, "returned")).toMatchObject({ seizure: returned, goods: "F2.raw_ivory" });
      expect(await lineOf(who, "cleared")).toMatchObject({ seizure: released });
    }
    expect(await kinds(contact)).toEqual([]);
    for (const who of [thai, ocu, lead]) expect(await kinds(who)).not.toContain("returned");
  });

  test("a seizure of others with the own country on its route, unless it is held back or taken away again", async () => {
    const place = aPlace({ country: "TH", placeId: null });
    const route = [aRouteNode({ role: "destination", place, evidence: "documented" })];
    const input = aSeizureInput({ occurredOn: yesterday });
    const seizure = { ...input, route: [...input.route.slice(0, 1), ...route] };
    await submitReport(officer, aCommand(seizure));
    await clear(seizure.id);
    expect(await lineOf(thai, "on_route")).toMatchObject({ seizure: seizure.id, agencyId: vietnam.id });
    for (const who of [lao, observer, contact]) expect(await kinds(who)).not.toContain("on_route");
    await holdSeizure(contact, aCommand({ seizure: seizure.id, base: 1, reason: "" }));
    expect(await kinds(thai)).toEqual([]);
  });

  test("a withdrawal, to its own people and at the desk; to all others a seizure that is gone is no news", async () => {
    const seizure = await release();
    await withdrawSeizure(contact, aCommand({ seizure, base: 1, reason: "Counted twice" }));
    expect(await lineOf(second, "withdrawn")).toMatchObject({ seizure, no: expect.stringContaining("OMD") });
    expect(await lineOf(officer, "withdrawn")).toMatchObject({ seizure });
    const atDesk = await lineOf(ocu, "withdrawn");
    expect(atDesk).toMatchObject({ id: seizure, agencyId: vietnam.id });
    expect(atDesk).not.toHaveProperty("no");
    for (const who of [thai, lao, lead, observer]) expect(await kinds(who)).not.toContain("withdrawn");
  });

  test("tallies that were asked for or reminded of, of the own agency, until they are given", async () => {
    await askForTallies(lead, aCommand({ day: yesterday, agencyIds: [thailand.id, laos.id] }));
    const sent = { operation_id: operationId, agency_id: thailand.id, kind: "missing" };
    for (const day of [yesterday, addDays(today, -2)]) {
      await owner`insert into tally_reminders ${owner({ ...sent, day })}`;
    }
    const days = async () => {
      const lines = (await told(thai))?.lines ?? [];
      return lines.filter(({ kind }) => kind.startsWith("tally")).map(({ kind, day }) => [kind, day]);
    };
    const all = [
      ["tally_asked", yesterday],
      ["tally_reminded", addDays(today, -2)],
    ];
    expect(await days()).toEqual(all);
    expect(await kinds(contact)).toEqual([]);
    await postTallies(thai, aCommand({ tallies: [TallyInput.parse({ day: yesterday, nil: true })] }));
    expect(await days()).toEqual(all.slice(1));
  });

  test("plan and people, a line each, to everybody but whoever did it", async () => {
    const { memberId } = await world.join({ role: "analyst", agency: laos });
    const change = { memberId, role: "analyst" as const, baseVersion: 1 };
    await changeMember(lead, aCommand({ ...change, state: "suspended" as const }));
    await changeMember(lead, aCommand({ ...change, baseVersion: 2, state: "active" as const }));
    await moveOperation(lead, aCommand({ from: "active" as const, to: "follow_up" as const, reason: "" }));
    for (const who of everybody.filter((one) => one !== lead)) {
      const lines = (await told(who))?.lines ?? [];
      expect(lines.map(({ kind, n, state }) => [kind, n ?? state])).toEqual([
        ["moved", "follow_up"],
        ["people", 1],
      ]);
    }
    expect(await kinds(lead)).toEqual([]);
    await owner`update operations set state = 'active'`;
  });

  test("twelve lines, and how many more", async () => {
    for (let n = 0; n < 14; n++) await release();
    expect(await told(second)).toMatchObject({ more: 2, lines: Array(12).fill({ kind: "cleared" }) });
  });

  test("what a member may no longer read today is not told, however new it is", async () => {
    const seizure = await release();
    const id = crypto.randomUUID();
    await askQuestion(ocu, aCommand({ id, seizure, field: "place", question: "Where exactly?" }));
    expect(await kinds(second)).toEqual(["question", "cleared"]);
    await owner`update members set role = 'partner' where id = ${second.memberId}`;
    expect(await kinds(second)).not.toContain("question");
  });
});
