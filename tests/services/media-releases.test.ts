import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cancelRelease,
  correctRelease,
  moveRelease,
  orderNames,
  planRelease,
} from "#app/services/media-releases.server.ts";
import { publishReport } from "#app/services/operation-reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { correctionsOf, logOf } from "#db/queries/media.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { aDesk, type Desk, TOMORROW } from "./media-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.world.close());

/** Without the hand of the owner of the tables, by which a minute comes here: it is logged like every other. */
const actsOn = async (subject: string) => {
  const rows = await read(desk.lead, (tx) => logOf(tx, desk.world.operationId));
  return rows
    .filter((row) => row.subject === subject && !(row.act === "release.moved" && row.memberId === null))
    .map(({ act }) => act)
    .reverse();
};

describe("before its minute", () => {
  test("a release is there for participants, and for nobody outside", async () => {
    const release = await desk.plan();
    for (const reader of [desk.lead, desk.ocu, desk.analyst, desk.thai, desk.partner])
      expect(await desk.seen(release, reader)).toMatchObject({ state: "embargoed" });
    expect(await desk.seen(release, desk.observer)).toBeNull();
    expect(await desk.runClock()).toBe(0);
    expect(await desk.seen(release, desk.observer)).toBeNull();
  });

  test("the minute is said by the clock of the operation, and is one for everybody", async () => {
    const release = await desk.plan({ day: "2099-08-12", time: "18:00" });
    const found = await desk.seen(release, desk.thai);
    expect(found?.releaseAt.toISOString()).toBe("2099-08-12T11:00:00.000Z");
  });

  test("leads alone plan, move, cancel and name", async () => {
    const release = await desk.plan();
    for (const by of [desk.ocu, desk.analyst, desk.thai, desk.observer]) {
      const refused = { kind: "forbidden" };
      const said = { title: "x", words: "x", edition: null, pictures: [], ...TOMORROW };
      await expect(planRelease(by, aCommand({ ...said, id: crypto.randomUUID() }))).rejects.toMatchObject(refused);
      await expect(moveRelease(by, aCommand({ release, ...TOMORROW }))).rejects.toMatchObject(refused);
      await expect(cancelRelease(by, aCommand({ release, why: "No" }))).rejects.toMatchObject(refused);
      await expect(orderNames(by, aCommand({ release, names: ["VN"] }))).rejects.toMatchObject(refused);
    }
    await orderNames(desk.lead, aCommand({ release, names: ["VN", "TH"] }));
    expect(await desk.seen(release, desk.thai)).toMatchObject({ names: ["VN", "TH"] });
    await moveRelease(desk.lead, aCommand({ release, day: "2099-01-01", time: "00:05" }));
    await cancelRelease(desk.lead, aCommand({ release, why: "The minister speaks first" }));
    expect(await desk.seen(release, desk.thai)).toBeNull();
    await expect(moveRelease(desk.lead, aCommand({ release, ...TOMORROW }))).rejects.toMatchObject({
      message: "media.release.cancelled",
    });
    const acts = ["release.planned", "release.named", "release.moved", "release.cancelled"];
    expect(await actsOn(release)).toEqual(acts);
  });

  test("a minute that is over, a release that says nothing about anything, and a case by its number are refused", async () => {
    await expect(desk.plan({ day: "2021-01-01" })).rejects.toMatchObject({
      detail: { fields: { time: ["media.time.past"] } },
    });
    const no = await desk.noOf(await desk.release());
    await expect(desk.plan({ words: `Found in ${no.toLowerCase()}.` })).rejects.toMatchObject({
      detail: { fields: { words: ["media.words.case"] } },
    });
  });

  test("a command that comes twice plans once", async () => {
    const said = { title: "x", words: "x", edition: null, pictures: [], ...TOMORROW, id: crypto.randomUUID() };
    const command = aCommand(said);
    expect(await planRelease(desk.lead, command)).toEqual(await planRelease(desk.lead, command));
    expect(await actsOn(said.id)).toEqual(["release.planned"]);
  });
});

describe("when its minute has come", () => {
  test("a release goes out by the clock once, is told in the stream, and can only be corrected or retracted", async () => {
    const release = await desk.plan();
    await desk.due(release);
    await expect(moveRelease(desk.lead, aCommand({ release, ...TOMORROW }))).rejects.toMatchObject({
      message: "media.release.out",
    });
    await Promise.all([desk.runClock(), desk.runClock(), desk.runClock()]);
    expect(await desk.seen(release, desk.observer)).toMatchObject({ state: "released", title: "Ivory stopped" });
    expect(await actsOn(release)).toEqual(["release.planned", "release.out"]);
    const told = await desk.world.owner`
      select from events e join event_bodies b on b.event_id = e.id
      where e.type = 'media.released' and b.body::jsonb ->> 'release' = ${release}`;
    expect(told).toHaveLength(1);

    await expect(cancelRelease(desk.lead, aCommand({ release, why: "Too early" }))).rejects.toMatchObject({
      message: "media.release.out",
    });
    const wrong = { release, kind: "retraction" as const, words: "It was camel bone" };
    await expect(correctRelease(desk.ocu, aCommand(wrong))).rejects.toMatchObject({ kind: "forbidden" });
    await correctRelease(desk.lead, aCommand(wrong));
    const said = await read(desk.observer, (tx) => correctionsOf(tx, desk.world.operationId));
    expect(said).toMatchObject([{ releaseId: release, kind: "retraction", words: "It was camel bone" }]);
    expect((await actsOn(release)).at(-1)).toBe("release.retraction");
  });

  test("what is not out is not corrected", async () => {
    const release = await desk.plan();
    const wrong = { release, kind: "correction" as const, words: "x" };
    await expect(correctRelease(desk.lead, aCommand(wrong))).rejects.toMatchObject({
      message: "media.release.not_out",
    });
  });

  test("one with a report that is not published waits, and goes out in another minute once it is", async () => {
    const report = await desk.publicReport(await desk.release(), false);
    const release = await desk.plan({ edition: { report, number: 1 } });
    await desk.due(release);
    await desk.runClock();
    expect(await desk.seen(release, desk.lead)).toMatchObject({ state: "embargoed", waitsFor: "unpublished" });
    await publishReport(desk.lead, aCommand({ report, edition: 1 }));
    await desk.runClock();
    expect(await desk.seen(release, desk.observer)).toBeNull();
    await moveRelease(desk.lead, aCommand({ release, ...TOMORROW }));
    await desk.due(release);
    await desk.runClock();
    expect(await desk.seen(release, desk.observer)).toMatchObject({ state: "released", waitsFor: null });
    const acts = ["release.planned", "release.waits", "release.moved", "release.out"];
    expect(await actsOn(release)).toEqual(acts);
  });
});

test("a public report with a release is not read outside before its minute, and is by participants", async () => {
  const report = await desk.publicReport(await desk.release());
  const reads = (by: typeof desk.lead) => read(by, (tx) => findEdition(tx, desk.world.operationId, report, 1));
  expect(await reads(desk.observer)).not.toBeNull();
  const release = await desk.plan({ edition: { report, number: 1 } });
  expect(await reads(desk.observer)).toBeNull();
  expect(await reads(desk.thai)).not.toBeNull();
  await desk.due(release);
  await desk.runClock();
  expect(await reads(desk.observer)).not.toBeNull();
});

test("a report for participants gets into no release", async () => {
  const report = await desk.report("participants");
  await desk.freeze(report);
  await expect(desk.plan({ edition: { report, number: 1 } })).rejects.toMatchObject({ kind: "not-found" });
});
