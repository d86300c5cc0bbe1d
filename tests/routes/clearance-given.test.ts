import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addDays } from "#app/domain/local-date.ts";
import { action, loader } from "#app/routes/operations.$operationId.clearance.tsx";
import { loader as digest } from "#app/routes/operations.$operationId.digest.tsx";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

/** A seizure of the 17th of May 2021, cleared in Hanoi on the 18th and entered here years later. */
const world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0, "LA-CUS": 2 } });
afterAll(() => world.close());
const { operationId } = world;
const vietnam = agencyOf(world, "VN-CUS");
const officer = await world.join({ role: "reporter", agency: vietnam });
const contact = await world.join({ role: "ncp", agency: vietnam });

const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId } });
const home = `/operations/${operationId}/clearance`;
async function sent(over: Parameters<typeof aSeizureInput>[0] = {}, by = officer): Promise<Id> {
  const input = aSeizureInput(over);
  await submitReport(by, aCommand(input));
  return input.id;
}
function clear(givenAt: string, ...ids: Id[]) {
  const parts = ids.map((id) => ({ [`base.${id}`]: "1", [`command.${id}`]: uuid() }));
  const form = { intent: "clear", chosen: ids, note: "", givenAt, ...Object.assign({}, ...parts) };
  return visit(action, home, { ...as(contact), form });
}
const factOf = (id: Id) => read(contact, (tx) => findFact(tx, operationId, id));
const given = async (id: Id) => {
  const [fact] = await world.owner<{ at: Date; late: boolean }[]>`
    select cleared_at as at, late from seizure_facts where id = ${id} and ended_by is null`;
  return fact && [fact.at.toISOString(), fact.late];
};

test("an approval that was given before is cleared then: the case is late, and the digest measures both ways apart", async () => {
  const id = await sent();
  expect(await clear("2021-05-18T09:30", id)).toMatchObject({ data: { decided: [{ state: "released" }] } });
  expect(await given(id)).toEqual(["2021-05-18T02:30:00.000Z", true]);
  const promptly = await sent();
  await clear("", promptly);
  expect((await factOf(promptly))?.late).toBe(false);
  const page = await visit(digest, `/operations/${operationId}/digest`, as(contact));
  expect(page.data.page).toMatchObject({
    ...{ late: 1, toCleared: { n: 2 }, toReleased: { n: 2 } },
    findings: expect.arrayContaining([{ check: "late", cases: 1 }]),
  });
  const { toReleased } = page.data.page as { toReleased: { ninetieth: number } };
  expect(toReleased.ninetieth).toBeGreaterThan(0);
});

test("the clock is that of the agency, where it named one with its promise of tallies", async () => {
  const promise = { operation_id: operationId, id: uuid(), agency_id: vietnam.id, rhythm: "daily", made_by: uuid() };
  await world.owner`insert into tally_promises ${world.owner({
    ...{ ...promise, from_day: "2021-04-01", days_off: [], holidays: [], zone: "Asia/Tokyo", begun_by: uuid() },
  })}`;
  const id = await sent();
  expect((await visit(loader, home, as(contact))).data.page).toMatchObject({ zone: "Asia/Tokyo" });
  await clear("2021-05-18T09:30", id);
  expect((await given(id))?.[0]).toBe("2021-05-18T00:30:00.000Z");
  await world.owner`delete from tally_promises`;
});

test("what cannot be is refused at its field, with what was typed, and none of the chosen is decided on", async () => {
  const [first, second] = [await sent(), await sent({ occurredOn: "2021-05-20" })];
  const tomorrow = `${addDays(new Date().toISOString().slice(0, 10), 2)}T00:00`;
  for (const [typed, problem] of [
    [tomorrow, "clearance.given.future"],
    ["2021-05-19T23:00", "clearance.given.before"],
    ["2021-02-30T10:00", "clearance.given.malformed"],
    ["yesterday", "clearance.given.malformed"],
  ] as const) {
    const answer = await clear(typed, first, second);
    expect(answer.data, typed).toMatchObject({
      refused: { fields: { givenAt: [problem] }, form: { givenAt: typed, chosen: [first, second] } },
    });
  }
  expect([await factOf(first), await factOf(second)]).toEqual([undefined, undefined]);
  const minute = await sent({ occurredAt: "2021-05-17T10:00:00+07:00" });
  expect((await clear("2021-05-17T09:59", minute)).data).toMatchObject({
    refused: { fields: { givenAt: ["clearance.given.before"] } },
  });
  expect((await clear("2021-05-17T10:00", minute)).data).toMatchObject({ decided: [{ state: "released" }] });
});

test("the last approval's time counts, and past the form the service refuses what cannot be as well", async () => {
  const laos = agencyOf(world, "LA-CUS");
  const own = await world.join({ role: "reporter", agency: laos });
  const [one, two] = [await world.join({ role: "ncp", agency: laos }), await world.join({ role: "ncp", agency: laos })];
  const seizure = await sent({}, own);
  const decision = (baseVersion: number, day: string) =>
    aCommand({ seizure, baseVersion, note: "", givenAt: new Date(`${day}T03:00:00Z`) });
  await expect(clearReport(one, decision(1, "2021-05-16"))).rejects.toMatchObject({
    detail: { fields: { givenAt: ["clearance.given.before"] } },
  });
  await clearReport(one, decision(1, "2021-05-18"));
  await clearReport(two, decision(2, "2021-05-19"));
  expect(await given(seizure)).toEqual(["2021-05-19T03:00:00.000Z", true]);
});

test("an agency that clears in no step says when it was cleared elsewhere; one that clears here does not", async () => {
  const thai = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
  const input = aSeizureInput();
  const times = { givenAt: new Date("2021-05-18T03:00:00Z") };
  await submitReport(thai, aCommand(input), times);
  expect(await given(input.id)).toEqual(["2021-05-18T03:00:00.000Z", true]);
  await expect(submitReport(officer, aCommand(aSeizureInput()), times)).rejects.toMatchObject({
    detail: { fields: { givenAt: ["clearance.given.steps"] } },
  });
});
