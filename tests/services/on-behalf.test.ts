import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { confirmEntry, enterOnBehalf, objectToEntry } from "#app/services/on-behalf.server.ts";
import { saveDraft } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { entryOf } from "#db/queries/on-behalf.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let officer: Acting;
let otherPost: Acting;
let thai: Acting;
let post: Id;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0 } });
  const agency = agencyOf(world, "VN-CUS");
  post = agency.units[1].id;
  contact = await world.join({ role: "ncp", agency });
  officer = await world.join({ role: "reporter", agency, unit: 1 });
  otherPost = await world.join({ role: "reporter", agency });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());

const TOLD = { informant: "Sergeant Lan", channel: "telephone" as const, cameAt: "2021-05-17T09:05:00.000Z" };
const RECEIPT = /^[0-9A-Z]{3}-[0-9A-Z]{3}$/;

async function entered(unitId = post) {
  const seizure = aSeizureInput();
  const outcome = await enterOnBehalf(contact, aCommand({ seizure, behalf: { unitId, ...TOLD } }));
  return { id: seizure.id, seizure, receipt: outcome.receipt ?? "", outcome };
}

const entrySeenBy = (acting: Acting, id: Id) => read(acting, (tx) => entryOf(tx, world.operationId, id));

describe("a report entered for a post", () => {
  test("has a number to tell before any clearance, and the release keeps it", async () => {
    const { id, outcome, receipt } = await entered();
    expect(outcome).toMatchObject({ state: "in_clearance", receipt: expect.stringMatching(RECEIPT) });
    const cleared = await clearReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    expect(cleared).toMatchObject({ state: "released", receipt });
    expect((await read(thai, (tx) => findCase(tx, world.operationId, id)))?.receipt).toBe(receipt);
  });

  test("belongs to the post, and is known to its officers and the contact points alone", async () => {
    const { id, receipt } = await entered();
    expect(await read(officer, (tx) => findReport(tx, world.operationId, id))).toMatchObject({ unitId: post });
    const seen = { ...TOLD, cameAt: new Date(TOLD.cameAt), unit: "Unit 2", enteredBy: "Officer VN-CUS", receipt };
    expect(await entrySeenBy(officer, id)).toMatchObject({ ...seen, confirmedAt: null, objection: "" });
    expect(await entrySeenBy(contact, id)).toMatchObject(seen);
    expect([await entrySeenBy(otherPost, id), await entrySeenBy(thai, id)]).toEqual([undefined, undefined]);
  });

  test("the informant is in no tier and in no event", async () => {
    const { id } = await entered();
    await clearReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    const tiers = await read(thai, async (tx) => [
      await findFact(tx, world.operationId, id),
      await findCase(tx, world.operationId, id),
    ]);
    expect(JSON.stringify(tiers)).not.toContain("Lan");
    expect(await world.owner`select 1 from event_bodies where body like '%Lan%'`).toEqual([]);
    expect(await world.owner`select 1 from seizures where search_text like '%lan%' and id = ${id}`).toEqual([]);
  });

  test("is entered once per command; by a reporter, or for a post of others, not at all", async () => {
    const seizure = aSeizureInput();
    const command = aCommand({ seizure, behalf: { unitId: post, ...TOLD } });
    expect(await enterOnBehalf(contact, command)).toEqual(await enterOnBehalf(contact, command));
    const byOfficer = enterOnBehalf(officer, aCommand({ seizure: aSeizureInput(), behalf: { unitId: post, ...TOLD } }));
    await expect(byOfficer).rejects.toMatchObject({ kind: "forbidden" });
    const foreign = agencyOf(world, "TH-CUS").units[0].id;
    const forOthers = enterOnBehalf(
      contact,
      aCommand({ seizure: aSeizureInput(), behalf: { unitId: foreign, ...TOLD } }),
    );
    await expect(forOthers).rejects.toMatchObject({ detail: { fields: { "behalf.unitId": ["behalf.post.missing"] } } });
  });

  test("a draft that the contact point kept goes over to the post", async () => {
    const seizure = aSeizureInput();
    await saveDraft(contact, aCommand({ id: seizure.id, form: {}, baseVersion: null }));
    await enterOnBehalf(contact, aCommand({ seizure, behalf: { unitId: post, ...TOLD } }));
    expect(await read(officer, (tx) => findReport(tx, world.operationId, seizure.id))).toMatchObject({
      state: "in_clearance",
      unitId: post,
    });
  });

  test("an agency that clears in no step releases it at once, under the same number", async () => {
    const seizure = aSeizureInput();
    const unitId = agencyOf(world, "TH-CUS").units[1].id;
    const outcome = await enterOnBehalf(thai, aCommand({ seizure, behalf: { unitId, ...TOLD } }));
    expect(outcome).toMatchObject({ state: "released", receipt: expect.stringMatching(RECEIPT) });
    expect(await read(thai, (tx) => findCase(tx, world.operationId, seizure.id))).toMatchObject({
      receipt: outcome.receipt,
      unitId,
    });
  });
});

describe("what the post says of it", () => {
  test("an officer confirms it once, also after the release", async () => {
    const { id } = await entered();
    await clearReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    const command = aCommand({ seizure: id });
    await confirmEntry(officer, command);
    await confirmEntry(officer, command);
    expect(await entrySeenBy(contact, id)).toMatchObject({ confirmedBy: "Officer VN-CUS", objection: "" });
    const again = confirmEntry(officer, aCommand({ seizure: id }));
    await expect(again).rejects.toMatchObject({ kind: "conflict", message: "behalf.confirmed" });
    const late = objectToEntry(officer, aCommand({ seizure: id, objection: "No" }));
    await expect(late).rejects.toMatchObject({ kind: "conflict" });
  });

  test("or says what is wrong, which the contact point reads, and confirms it when it was put right", async () => {
    const { id } = await entered();
    const wordless = objectToEntry(officer, aCommand({ seizure: id, objection: "" }));
    await expect(wordless).rejects.toMatchObject({
      detail: { fields: { objection: ["behalf.objection.missing"] } },
    });
    await objectToEntry(officer, aCommand({ seizure: id, objection: "It was two bags" }));
    expect(await entrySeenBy(contact, id)).toMatchObject({
      objection: "It was two bags",
      objectedBy: "Officer VN-CUS",
      confirmedAt: null,
    });
    await confirmEntry(officer, aCommand({ seizure: id }));
    expect((await entrySeenBy(contact, id))?.confirmedAt).not.toBeNull();
  });

  test("nobody else can: the contact point is refused, to others it is not there", async () => {
    const { id } = await entered();
    await expect(confirmEntry(contact, aCommand({ seizure: id }))).rejects.toMatchObject({ kind: "forbidden" });
    for (const other of [otherPost, thai]) {
      await expect(confirmEntry(other, aCommand({ seizure: id }))).rejects.toMatchObject({ kind: "not-found" });
    }
  });
});
