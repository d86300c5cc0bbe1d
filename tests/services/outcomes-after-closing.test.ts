import { afterEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/local-date.ts";
import { tabulate } from "#app/domain/outcome/tabulate.ts";
import type { Acting } from "#app/services/house.server.ts";
import { moveOperation } from "#app/services/operations.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { casesToFollow, outcomesToldBy, outcomesUntil } from "#db/queries/outcomes.server.ts";
import { close, closeWhole, closingReport, giveAllReasons } from "#tests/support/closing-world.ts";
import { zoneAtNoon } from "#tests/support/noon.ts";
import { aVerdict } from "#tests/support/outcome-said.ts";
import { aReleased, outcomesFor, tell } from "#tests/support/outcome-world.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

/** An operation of one day in debriefing, with a released case. */
async function aGround() {
  const world = await aWorld({ steps: { "VN-CUS": 0 }, startsOn: "2021-05-17", endsOn: "2021-05-17" });
  worlds.push(world);
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "RILO") });
  const seizure = await aReleased(contact, { occurredOn: "2021-05-17" });
  await world.owner`update operations set state = 'debrief'`;
  return { world, lead, contact, analyst, seizure };
}

/** As if everything that happened so far had happened so much earlier. */
const letPass = ({ owner }: World, time: string) =>
  owner`update operation_closings set closed_at = closed_at - ${time}::interval`;

const untilFor = (reader: Acting) => read(reader, (tx) => outcomesUntil(tx));
const shownOn = (reader: Acting, day: string) =>
  read(reader, async (tx, self) => {
    const { operationId, operation } = memberOf(self);
    const moment = { day, zone: operation.zone };
    return tabulate(await casesToFollow(tx, operationId, moment), await outcomesToldBy(tx, operationId, moment));
  });

/** Everything that is kept of a version, as PostgreSQL has it. */
const versionOf = ({ owner }: World, report: string) =>
  owner`select e::text, e.hash from operation_report_editions e where e.report_id = ${report}`;

describe("after closing", () => {
  test("a verdict 14 months later leaves the frozen report as it was, and is seen from its own day on", async () => {
    const { world, lead, contact, analyst, seizure } = await aGround();
    const report = await closingReport(lead);
    await giveAllReasons(lead);
    await close(lead);
    await letPass(world, "14 months");
    const before = await versionOf(world, report);
    expect(before).toHaveLength(1);
    await tell(contact, seizure);
    expect(await versionOf(world, report)).toEqual(before);

    const [{ told = "" } = {}] = await world.owner<{ told: string }[]>`
      select (o.at at time zone p.zone)::date::text as told from seizure_outcomes o, operation_plans p`;
    const verdicts = async (day: string) => (await shownOn(analyst, day)).kinds.find(({ kind }) => kind === "verdict");
    expect(await verdicts(told)).toEqual({ kind: "verdict", outcomes: 1, told: 1, of: 1 });
    await world.owner`update seizure_facts set released_at = released_at - interval '15 months'`;
    expect(await verdicts(addDays(told, -1))).toEqual({ kind: "verdict", outcomes: 0, told: 0, of: 1 });
    expect(await verdicts("2021-05-16")).toMatchObject({ of: 0 });
  });

  test("all else stays read-only", async () => {
    const { lead, contact, seizure } = await aGround();
    await closeWhole(lead);
    await tell(contact, seizure);
    const held = holdSeizure(contact, aCommand({ seizure, base: 1, reason: "" }));
    await expect(held).rejects.toMatchObject({ kind: "forbidden" });
    await expect(tell(lead, seizure)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("outcomes are taken to the last day of five years in the operation's zone, and not a day later", async () => {
    const { world, lead, contact, seizure } = await aGround();
    expect(await untilFor(contact)).toBeNull();
    await closeWhole(lead);
    const zone = zoneAtNoon();
    await world.owner`update operation_plans set zone = ${zone}`;
    const closedOn = (moment: string) =>
      world.owner`update operation_closings set closed_at = ${moment}::text::timestamp at time zone ${zone}`;
    await closedOn("2024-02-29 23:59:59");
    expect(await untilFor(contact)).toBe("2029-02-28");
    const [{ today = "" } = {}] = await world.owner<{ today: string }[]>`
      select ((now() at time zone ${zone})::date - interval '5 years')::date::text as today`;
    await closedOn(`${today} 00:00:00`);
    await tell(contact, seizure);
    await closedOn(`${addDays(today, -1)} 23:59:59`);
    await expect(tell(contact, seizure, aVerdict({ persons: 1 }))).rejects.toMatchObject({
      kind: "conflict",
      message: "outcome.too_late",
    });
    const late = world.app.db.transaction(async (tx) => {
      await beginAs(tx, contact.token, contact.operationId);
      await tx.execute(`insert into seizure_outcomes (operation_id, id, version, seizure_id, kind, on_day, said, author_id, command_id)
        values ('${world.operationId}', gen_random_uuid(), 1, '${seizure}', 'verdict', '2021-06-01', '{}',
          current_member(), gen_random_uuid())`);
    });
    await expect(late).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await outcomesFor(contact, seizure)).toHaveLength(1);
  });

  test("what was closed before closings were written down has its five years from the event that closed it", async () => {
    const { world, lead, contact, seizure } = await aGround();
    await closeWhole(lead);
    await world.owner`delete from operation_closings`;
    const [moved] = await world.owner<{ until: string }[]>`
      select ((max(at) at time zone p.zone)::date + interval '5 years')::date::text as until
      from events, operation_plans p where type = 'operation.moved' and p.ended_by is null group by p.zone`;
    expect(await untilFor(contact)).toBe(moved?.until);
    await tell(contact, seizure);
  });

  test("opened again, it has no last day", async () => {
    const { lead, contact, seizure } = await aGround();
    await closeWhole(lead);
    await moveOperation(lead, aCommand({ from: "closed", to: "follow_up", reason: "A late report" }));
    expect(await untilFor(contact)).toBeNull();
    await tell(contact, seizure);
  });
});
