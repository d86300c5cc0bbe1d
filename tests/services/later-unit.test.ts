import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { enterOnBehalf } from "#app/services/on-behalf.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { noteInLog, putOnRoster } from "#app/services/watch.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });

test("a post that an agency gets while it takes part keeps it from nothing, and hears from its first report on", async () => {
  const unit = uuid();
  const agencyId = agencyOf(world, "VN-CUS").id;
  await world.owner`insert into agency_units ${world.owner({ id: unit, agency_id: agencyId, name: "New post" })}`;
  const streams = async () => (await world.owner`select 1 from streams where unit_id = ${unit}`).length;

  await postTallies(contact, aCommand({ tallies: [TallyInput.parse({ day: "2021-05-17", nil: true, groups: [] })] }));
  await noteInLog(
    contact,
    aCommand(EntryInput.parse({ id: uuid(), kind: "note", about: null, text: "Called the port." })),
  );
  const times = { startsAt: "2021-05-17T08:00:00Z", endsAt: "2021-05-17T16:00:00Z" };
  await putOnRoster(contact, aCommand({ id: uuid(), memberId: contact.memberId, ...times, contact: "" }));
  expect(await streams()).toBe(0);

  const told = { informant: "Sergeant", channel: "telephone" as const, cameAt: "2021-05-17T09:00:00Z" };
  const entered = await enterOnBehalf(
    contact,
    aCommand({ seizure: aSeizureInput(), behalf: { unitId: unit, ...told } }),
  );
  expect(entered).toMatchObject({ state: "in_clearance" });
  expect(await streams()).toBe(1);
});
