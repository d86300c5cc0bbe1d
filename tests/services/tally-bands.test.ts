import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyPromise } from "#app/domain/tally/rhythm.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import type { Acting } from "#app/services/house.server.ts";
import { postTallies, promiseTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import { tallyBandsOn } from "#db/queries/reference.server.ts";
import { listTallies } from "#db/queries/tallies.server.ts";
import { confirmedAmounts } from "#db/queries/tally-confirmed.server.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner } = world;
const [vietnam, laos] = [agencyOf(world, "VN-CUS"), agencyOf(world, "LA-CUS")];
const officer = await world.join({ role: "reporter", agency: vietnam });
const weekly = await world.join({ role: "ncp", agency: laos });
const coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

type Line = { quantity: string; unit: string; confirmed?: boolean };
const heroin = (day: LocalDate, quantities: Line[], baseVersion = 0) =>
  TallyInput.parse({ day, nil: false, groups: [{ group: "D2", cases: 1, quantities }], baseVersion });
const say = (who: Acting, ...tallies: TallyInput[]) => postTallies(who, aCommand({ tallies }));
const kg = (quantity: string, confirmed = false) => ({ quantity, unit: "kg", confirmed });

const askedAt = (...lines: string[]) => ({
  kind: "invalid",
  detail: { fields: Object.fromEntries(lines.map((line) => [line, ["tally.quantity.implausible"]])) },
});
const at = (tally: number, line = 0) => `tallies.${tally}.groups.0.quantities.${line}.quantity`;
const confirmedOn = (who: Acting, day: LocalDate, to = day) =>
  read(who, (tx) => confirmedAmounts(tx, operationId, { from: day, to }));
const versions = (day: LocalDate) =>
  read(officer, (tx) => listTallies(tx, operationId, { agencyId: vietnam.id, from: day, to: day }));

describe("a quantity that nobody expects of one day", () => {
  test("is asked back, and nothing of it is kept", async () => {
    const day = "2021-05-03";
    await expect(say(officer, heroin(day, [kg("1200")]))).rejects.toMatchObject(askedAt(at(0)));
    expect(await versions(day)).toEqual([]);
  });

  test("is taken once it is confirmed, and says so to those who read it", async () => {
    const day = "2021-05-04";
    await say(officer, heroin(day, [kg("1200", true)]));
    expect(await versions(day)).toMatchObject([{ groups: [{ quantities: [{ quantity: "1200", confirmed: true }] }] }]);
    const confirmed = { ...{ agencyId: vietnam.id, day, group: "D2" }, ...{ quantity: "1200", unit: "kg" } };
    const seen = [{ ...confirmed, beyond: "100", dimension: "mass", bandVersion: 1 }];
    expect(await confirmedOn(officer, day)).toEqual(seen);
    expect(await confirmedOn(coordinator, day)).toEqual(seen);
    expect(await confirmedOn(thai, day)).toEqual([]);
  });

  test("stands no longer among the confirmed once it is corrected", async () => {
    const day = "2021-05-05";
    await say(officer, heroin(day, [kg("1200", true)]));
    await say(officer, heroin(day, [{ quantity: "1200", unit: "g" }], 1));
    expect(await confirmedOn(coordinator, day)).toEqual([]);
  });

  test("a confirmation of what is plausible says nothing", async () => {
    const day = "2021-05-06";
    await say(officer, heroin(day, [kg("12", true)]));
    expect(await confirmedOn(coordinator, day)).toEqual([]);
    expect(await versions(day)).toMatchObject([{ groups: [{ quantities: [{ confirmed: false }] }] }]);
  });

  test("confirming one line of a sum is not confirming another, and of several days all are asked at once", async () => {
    const [first, second] = [heroin("2021-05-07", [kg("60", true), kg("70")]), heroin("2021-05-08", [kg("500")])];
    await expect(say(officer, first, second)).rejects.toMatchObject(askedAt(at(0, 1), at(1)));
    expect(await versions("2021-05-07")).toEqual([]);
  });
});

test("a weekly tally may come to as much as each of its days together", async () => {
  const promise = TallyPromise.parse({
    ...{ rhythm: "weekly", fromDay: "2030-01-01", toDay: null, weekday: 5 },
    ...{ daysOff: [], holidays: [], zone: "Asia/Vientiane" },
  });
  const id = uuid();
  await promiseTallies(weekly, { id, input: { id, agencyId: laos.id, promise } });
  await owner`update tally_promises set from_day = '2021-05-01', made_at = '2021-04-30' where id = ${id}`;
  await say(weekly, heroin("2021-05-14", [kg("650")]));
  await expect(say(weekly, heroin("2021-05-21", [kg("750")]))).rejects.toMatchObject(askedAt(at(0)));
  await say(weekly, heroin("2021-05-21", [kg("750", true)]));
  expect(await confirmedOn(weekly, "2021-05-14", "2021-05-21")).toMatchObject([{ day: "2021-05-21", beyond: "700" }]);
});

test("a later list asks by its own bounds, and changes nothing of what was asked before", async () => {
  const day = "2021-05-24";
  await say(officer, heroin(day, [kg("150", true)]));
  await owner`insert into tally_bands select group_code, dimension, 2, low, 300, reason, source_id, valid_from, valid_to
    from tally_bands where group_code = 'D2' and dimension = 'mass'`;
  expect(await confirmedOn(coordinator, day)).toMatchObject([{ beyond: "100", bandVersion: 1 }]);
  const bands = await read(officer, (tx) => tallyBandsOn(tx, "2026-01-01"));
  expect(bands.filter(({ group, dimension }) => group === "D2" && dimension === "mass")).toEqual([
    { group: "D2", dimension: "mass", version: 2, low: "0.00001", high: "300" },
  ]);
});
