import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Acting } from "#app/services/house.server.ts";
import { liftBlackout, markOpen, sayKnown, takeKnownBack } from "#app/services/media-cases.server.ts";
import { moveRelease } from "#app/services/media-releases.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { read, write } from "#app/services/write.server.ts";
import { blackoutsOf, hindrancesOf, knownOf, logOf } from "#db/queries/media.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { packed, recordsIn } from "#tests/support/package-world.ts";
import { aCommand } from "#tests/support/world.ts";
import { aDesk, type Desk, TOMORROW } from "./media-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.world.close());

const inTheWay = async (release: string, by: Acting = desk.lead) =>
  (await read(by, hindrancesOf)).find((one) => one.release === release);

/** Two people of one network: somebody said that both cases belong together. */
async function link(one: string, other: string) {
  const [low, high] = [one, other].sort();
  await desk.world.owner`
    insert into case_links (operation_id, one, other, version, answer, reasons, author_id, command_id)
    values (${desk.world.operationId}, ${low ?? ""}, ${high ?? ""}, 1, 'linked', '{}', gen_random_uuid(), gen_random_uuid())`;
}

async function aReleaseWith(seizure: string) {
  const report = await desk.publicReport(seizure);
  return desk.plan({ edition: { report, number: 1 } });
}

describe("while something about a case is open", () => {
  test("no release with that case goes out: it waits, leads are told, and it goes out in another minute once it is lifted", async () => {
    const seizure = await desk.release();
    const release = await aReleaseWith(seizure);
    const blackout = await desk.mark(seizure);
    expect(await inTheWay(release)).toMatchObject({ hindrance: "black", openCases: 1, marks: [blackout] });
    await desk.due(release);
    await desk.runClock();
    expect(await desk.seen(release, desk.lead)).toMatchObject({ state: "embargoed", waitsFor: "black" });
    const told = await desk.world.owner`
      select from events e join event_bodies b on b.event_id = e.id
      where e.type = 'media.changed' and b.body::jsonb ->> 'release' = ${release}`;
    expect(told).toHaveLength(1);
    await liftBlackout(desk.thai, aCommand({ blackout }));
    await desk.runClock();
    expect(await desk.seen(release, desk.lead)).toMatchObject({ state: "embargoed" });
    await moveRelease(desk.lead, aCommand({ release, ...TOMORROW }));
    await desk.due(release);
    await desk.runClock();
    expect(await desk.seen(release, desk.observer)).toMatchObject({ state: "released" });
  });

  test("nor one with a case that belongs to it over another, or with a picture of it", async () => {
    const [open, between, shown] = [await desk.release(), await desk.release(), await desk.release()];
    await link(open, between);
    await link(between, shown);
    const [told, pictured] = [await aReleaseWith(shown), await desk.plan({ pictures: [await desk.picture(shown)] })];
    const else_ = await aReleaseWith(await desk.release());
    await desk.mark(open);
    expect(await inTheWay(told)).toMatchObject({ hindrance: "black", openCases: 1 });
    expect(await inTheWay(pictured)).toMatchObject({ hindrance: "black", openCases: 1 });
    expect(await inTheWay(else_)).toMatchObject({ hindrance: null, openCases: 0, marks: [] });
  });

  test("PostgreSQL refuses it, whoever asks; and a lead's statement releases nothing at all", async () => {
    const seizure = await desk.release();
    const release = await aReleaseWith(seizure);
    await desk.mark(seizure);
    await desk.due(release);
    const out = "update media_releases set state = 'released', released_at = now() where id = $1";
    await expect(desk.world.owner.unsafe(out, [release])).rejects.toThrow(/bar_release: black/);
    const free = await desk.plan();
    await desk.due(free);
    const byLead = write(desk.lead, "x", aCommand({}), async ({ tx }) => {
      await tx.execute(sql`update media_releases set state = 'released' where id = ${free}`);
      return {};
    });
    await expect(byLead).rejects.toMatchObject({ cause: { message: expect.stringContaining("guard_release") } });
  });

  test("a public report with it is not read outside, until what is open is over by itself", async () => {
    const seizure = await desk.release();
    const report = await desk.publicReport(seizure);
    const reads = () => read(desk.observer, (tx) => findEdition(tx, desk.world.operationId, report, 1));
    expect(await reads()).not.toBeNull();
    const said = { seizure: await desk.noOf(seizure), kind: "delivery" as const, reason: "It is under way" };
    const { blackout = "" } = await markOpen(desk.thai, aCommand({ ...said, until: TOMORROW }));
    expect(await reads()).toBeNull();
    await desk.world.owner`update media_blackouts set until = now() - interval '1 minute' where id = ${blackout}`;
    expect(await reads()).not.toBeNull();
  });

  test("its owner's contact points mark it, and nobody else; lifting is logged, and done once", async () => {
    const seizure = await desk.release();
    for (const by of [desk.lead, desk.ocu, desk.analyst, desk.observer])
      await expect(desk.mark(seizure, by)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(desk.mark(seizure, desk.lao)).rejects.toMatchObject({
      detail: { fields: { case: ["media.case.unknown"] } },
    });
    const blackout = await desk.mark(seizure);
    await expect(liftBlackout(desk.lao, aCommand({ blackout }))).rejects.toMatchObject({ kind: "not-found" });
    await liftBlackout(desk.thai, aCommand({ blackout }));
    await expect(liftBlackout(desk.thai, aCommand({ blackout }))).rejects.toMatchObject({ kind: "not-found" });
    const acts = async (by: Acting) =>
      (await read(by, (tx) => logOf(tx, desk.world.operationId)))
        .filter(({ subject }) => subject === blackout)
        .map(({ act }) => act)
        .reverse();
    for (const by of [desk.lead, desk.ocu, desk.thai]) expect(await acts(by)).toEqual(["open.marked", "open.lifted"]);
    for (const by of [desk.lao, desk.analyst, desk.observer]) expect(await acts(by)).toEqual([]);
  });

  test("which case it is, is read by its owner, and by leads and the coordination unit where they see the case; others get no number", async () => {
    const seizure = await desk.release();
    const release = await aReleaseWith(seizure);
    const blackout = await desk.mark(seizure);
    const marks = async (by: Acting) =>
      (await read(by, (tx) => blackoutsOf(tx, desk.world.operationId))).filter(({ id }) => id === blackout);
    for (const by of [desk.thai, desk.lead, desk.ocu]) expect(await marks(by)).toMatchObject([{ seizure }]);
    for (const by of [desk.lao, desk.analyst, desk.partner, desk.observer]) {
      expect(await marks(by)).toEqual([]);
      expect(await read(by, hindrancesOf)).toEqual([]);
    }
    await holdSeizure(desk.thai, aCommand({ seizure, base: 1, reason: "" }));
    expect(await marks(desk.lead)).toEqual([]);
    expect(await marks(desk.thai)).toHaveLength(1);
    expect(await inTheWay(release)).toMatchObject({ openCases: 1, marks: [blackout] });
  });
});

test("what is public nationally is said by its owner, read by whoever sees the case, and taken back", async () => {
  const seizure = await desk.release();
  const said = { outlet: "Thai PBS", source: "https://example.org/ivory", day: "2021-04-20" };
  const command = aCommand({ seizure: await desk.noOf(seizure), ...said });
  await expect(sayKnown(desk.lead, command)).rejects.toMatchObject({ kind: "forbidden" });
  const { known = "" } = await sayKnown(desk.thai, command);
  const seen = (by: Acting) => read(by, (tx) => knownOf(tx, desk.world.operationId, [seizure]));
  for (const by of [desk.thai, desk.lead, desk.lao, desk.analyst]) expect(await seen(by)).toMatchObject([said]);
  expect(await seen(desk.observer)).toEqual([]);
  await takeKnownBack(desk.thai, aCommand({ known }));
  expect(await seen(desk.lead)).toEqual([]);
});

test("an agency takes home what it said to the press of its cases, and nothing that others said", async () => {
  const [seizure, other] = [await desk.release(), await desk.release({}, desk.lao)];
  const [open, picture] = [await desk.mark(seizure), await desk.picture(seizure)];
  await desk.mark(other, desk.lao);
  const release = await desk.plan({ pictures: [picture], title: "Ivory in crates" });
  const known = { seizure: await desk.noOf(seizure), outlet: "Evening news", source: "", day: "2021-05-20" };
  await sayKnown(desk.thai, aCommand(known));
  const { files } = await packed(desk.thai);
  const said = recordsIn(files, "said_to_press.json").filter((one) => one.case === seizure || one.case === other);
  expect(said).toMatchObject([
    { kind: "known", outlet: "Evening news", day: "2021-05-20", takenBackAt: null },
    { kind: "open", id: open, why: "arrest", reason: "Two are followed", liftedAt: null },
    { kind: "picture", id: picture, caption: "Ivory in crates", releases: [{ title: "Ivory in crates" }] },
  ]);
  expect(await desk.seen(release, desk.lead)).toMatchObject({ state: "embargoed" });
  const theirs = recordsIn((await packed(desk.lao)).files, "said_to_press.json");
  expect(theirs.map((one) => one.case)).toEqual([other]);
});
