import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { action as fromMachine } from "#app/routes/api.v1.operations.$operationId.tallies.ts";
import { action as toOutbox } from "#app/routes/operations.$operationId.outbox.ts";
import { loader as dayPage, action as toDay } from "#app/routes/operations.$operationId.tallies.$agencyId.$day.tsx";
import { action as toWeek } from "#app/routes/operations.$operationId.tallies.week.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { listTallies } from "#db/queries/tallies.server.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId, house } = world;
const vietnam = agencyOf(world, "VN-CUS");
const officer: Acting = await world.join({ role: "reporter", agency: vietnam });
const coordinator: Acting = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });

type Form = Record<string, string>;
const home = `/operations/${operationId}/tallies`;
const as = ({ token }: Acting, params: Record<string, string> = {}) => ({
  ...{ house, token },
  params: { operationId, ...params },
});

const amount = (typed: string, unit: string, confirmed = ""): Form => ({
  "groups.0.group": "D2",
  "groups.0.cases": "1",
  "groups.0.quantities.0.quantity": typed,
  "groups.0.quantities.0.unit": unit,
  ...(confirmed && { "groups.0.quantities.0.confirmed": confirmed }),
});
const aDay = (day: LocalDate, over: Form, row = 0): Form =>
  Object.fromEntries(
    Object.entries({ day, baseVersion: "0", said: "some", ...over }).map(([name, value]) => [
      `tallies.${row}.${name}`,
      value,
    ]),
  );
const send = (day: LocalDate, over: Form) =>
  visit(toDay, `${home}/${vietnam.id}/${day}`, {
    ...as(officer, { agencyId: vietnam.id, day }),
    form: { intent: "post", command: uuid(), mark: ",", ...aDay(day, over) },
  });
const saidOn = (day: LocalDate) =>
  read(officer, (tx) => listTallies(tx, operationId, { agencyId: vietnam.id, from: day, to: day }));

const ASKED = ["tally.quantity.implausible"];
const FIELD = "groups.0.quantities.0.quantity";
const refusedAt = (...names: string[]) => ({
  status: 422,
  data: { refused: { fields: Object.fromEntries(names.map((name) => [name, ASKED])) } },
});

test("what is typed is asked back at its field, and confirmed for this number and unit alone", async () => {
  const day = "2021-05-03";
  expect(await send(day, amount("1.200", "kg"))).toMatchObject(refusedAt(`tallies.0.${FIELD}`));
  expect(await send(day, amount("1.201", "kg", "1200 kg"))).toMatchObject(refusedAt(`tallies.0.${FIELD}`));
  expect(await send(day, amount("1.200", "t", "1200 kg"))).toMatchObject(refusedAt(`tallies.0.${FIELD}`));
  expect(await saidOn(day)).toEqual([]);
  expect(await send(day, amount("1.200", "kg", "1200 kg"))).toMatchObject({ status: 200, data: { done: "post" } });
  expect(await saidOn(day)).toMatchObject([{ groups: [{ quantities: [{ quantity: "1200", confirmed: true }] }] }]);
});

test("the coordination unit reads on the page of the day what was confirmed", async () => {
  const day = "2021-05-04";
  await send(day, amount("250", "kg", "250 kg"));
  const page = await visit(dayPage, `${home}/${vietnam.id}/${day}`, as(coordinator, { agencyId: vietnam.id, day }));
  expect(page).toMatchObject({
    data: { confirmed: [{ group: "D2", quantity: "250", unit: "kg", beyond: "100", bandVersion: 1 }] },
  });
});

test("several days at once are asked back each at its own field, and none is kept", async () => {
  const form = { ...aDay("2021-05-05", amount("250", "kg"), 3), ...aDay("2021-05-06", amount("900", "kg"), 7) };
  const answer = await visit(toWeek, `${home}/week`, {
    ...as(officer),
    form: { intent: "post", command: uuid(), mark: ",", ...form },
  });
  expect(answer).toMatchObject(refusedAt(`tallies.3.${FIELD}`, `tallies.7.${FIELD}`));
  expect(await saidOn("2021-05-05")).toEqual([]);
});

test("a tally kept on a device is asked back as any other", async () => {
  const { params, ...asked } = as(officer);
  const person = (await read(officer, async (_tx, self) => self.person.id)) ?? "";
  const form = { person, intent: "tally", command: uuid(), mark: ".", ...aDay("2021-05-07", amount("250", "kg")) };
  const answer = await visit(toOutbox, `/operations/${operationId}/outbox`, { ...asked, params, form });
  expect(answer).toMatchObject({ status: 422, data: { is: "asks", errors: { [`tallies.0.${FIELD}`]: ASKED } } });
});

test("a national system is told the place in what it sent, and confirms there", async () => {
  const post = (quantities: object[]) => {
    const url = `http://naga.test/api/v1${home}`;
    const tallies = [{ day: "2021-05-08", nil: false, groups: [{ group: "D2", cases: 1, quantities }] }];
    const request = new Request(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${officer.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ commandId: uuid(), tallies }),
    });
    return visit((args) => fromMachine({ ...args, request }), url, { house, params: { operationId } });
  };
  const refused = await post([{ quantity: "250", unit: "kg" }]);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.data)).toContain(FIELD);
  expect(await post([{ quantity: "250", unit: "kg", confirmed: true }])).toMatchObject({ status: 200 });
});
