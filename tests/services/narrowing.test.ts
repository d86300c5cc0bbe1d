import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { AudienceInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { reachOf } from "#db/queries/reach.server.ts";
import { findCase, findNominal, nominalOfVersion, versionsOf } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let thai: Acting;
let thaiContact: Acting;
let lao: Acting;
let coordinator: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  thaiContact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
});
afterAll(() => world.close());

const agency = (code: string) => agencyOf(world, code).id;
const memberId = (acting: Acting) => read(acting, async (_tx, self) => memberOf(self).id);
const caseSeenBy = (acting: Acting, id: Id) => read(acting, (tx) => findCase(tx, world.operationId, id));
const countedBy = async (acting: Acting, id: Id) =>
  (await read(acting, (tx) => visibleFacts(tx, world.operationId, [id]))).length === 1;

async function released(audience: AudienceInput, recipients: Id[] = []) {
  const persons = [{ name: "Nguyen Van A", document: "", note: "" }];
  const nominal = { persons, registration: "", waybill: "", note: "", recipients };
  const seizure = aSeizureInput({ audience, nominal });
  await submitReport(contact, aCommand(seizure));
  return seizure.id;
}

const narrow = (acting: Acting, seizure: Id, keep: Id[], { base = 1, reason = "" } = {}) =>
  narrowSeizure(acting, aCommand({ seizure, base, keep, reason }));

async function reach(id: Id) {
  const kase = await caseSeenBy(contact, id);
  return read(contact, (tx) => reachOf(tx, world.operationId, kase?.audienceId ?? "", agency("VN-CUS")));
}

describe("whom a case reaches now", () => {
  test("agencies that take part, without its owner, and who coordinates", async () => {
    const id = await released({ kind: "all" });
    const { kind, readers, coordination } = await reach(id);
    expect(kind).toBe("agencies");
    expect(readers.map(({ id: one }) => one)).not.toContain(agency("VN-CUS"));
    expect(readers.map(({ name }) => name)).toEqual(["LA-CUS", "RILO", "TH-CUS", "VN-POL"].map((c) => `Agency ${c}`));
    expect(coordination).toEqual([{ id: agency("RILO"), name: "Agency RILO" }]);
  });

  test("persons by name, and not those who have no access any more", async () => {
    const gone = await world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") });
    const id = await released({ kind: "members", members: [await memberId(thai), gone.memberId] });
    await world.owner`update members set state = 'suspended' where id = ${gone.memberId}`;
    expect(await reach(id)).toMatchObject({
      kind: "members",
      readers: [{ id: await memberId(thai), name: "Officer TH-CUS, Agency TH-CUS", agencyId: agency("TH-CUS") }],
    });
  });
});

describe("narrowing", () => {
  test("who is left out loses the case and its names in every version, and counts it as before", async () => {
    const id = await released({ kind: "all" }, [agency("TH-CUS"), agency("LA-CUS")]);
    expect(await narrow(contact, id, [agency("TH-CUS")], { reason: "On request" })).toMatchObject({
      version: "2",
      lost: "3",
    });
    expect([await countedBy(thai, id), await countedBy(lao, id)]).toEqual([true, true]);
    expect((await caseSeenBy(thai, id))?.input.audience).toEqual({ kind: "agencies", agencies: [agency("TH-CUS")] });
    expect(await caseSeenBy(coordinator, id)).toBeDefined();
    expect(await caseSeenBy(lao, id)).toBeUndefined();
    expect(await read(lao, (tx) => versionsOf(tx, world.operationId, id))).toEqual([]);
    expect(await read(thai, (tx) => findNominal(tx, world.operationId, id))).toBeDefined();
    for (const version of [1, 2]) {
      expect(await read(lao, (tx) => nominalOfVersion(tx, world.operationId, id, version))).toBeUndefined();
    }
  });

  test("history keeps it with who, when and why, and how many lost it for its owner alone", async () => {
    const id = await released({ kind: "all" });
    await narrow(contact, id, [agency("TH-CUS")], { reason: "On request" });
    const newest = async (acting: Acting) => (await read(acting, (tx) => versionsOf(tx, world.operationId, id)))[0];
    const kept = { version: 2, changeKind: "narrowed", changeReason: "On request", author: "Officer VN-CUS" };
    expect(await newest(contact)).toMatchObject({ ...kept, lost: 3 });
    expect(await newest(thai)).toMatchObject({ ...kept, lost: null });
  });

  test("of persons by name some are left, and others of their agency get nothing by it", async () => {
    const id = await released({ kind: "members", members: [await memberId(thai), await memberId(lao)] });
    expect(await narrow(contact, id, [await memberId(thai)])).toMatchObject({ lost: "1" });
    expect(await caseSeenBy(thai, id)).toBeDefined();
    expect([await caseSeenBy(lao, id), await caseSeenBy(thaiContact, id)]).toEqual([undefined, undefined]);
  });

  test("down to its owner and the coordination unit", async () => {
    const id = await released({ kind: "agencies", agencies: [agency("TH-CUS")] });
    expect(await narrow(contact, id, [])).toMatchObject({ lost: "1" });
    expect([await caseSeenBy(thai, id), await countedBy(thai, id)]).toEqual([undefined, true]);
    expect(await caseSeenBy(coordinator, id)).toBeDefined();
  });

  test("a wider list is no narrowing, nor is the same one", async () => {
    const id = await released({ kind: "agencies", agencies: [agency("TH-CUS")] });
    const wider = narrow(contact, id, [agency("TH-CUS"), agency("LA-CUS")]);
    await expect(wider).rejects.toMatchObject({ detail: { fields: { keep: ["seizure.narrow.wider"] } } });
    const person = narrow(contact, id, [await memberId(thai)]);
    await expect(person).rejects.toMatchObject({ detail: { fields: { keep: ["seizure.narrow.wider"] } } });
    const same = narrow(contact, id, [agency("TH-CUS")]);
    await expect(same).rejects.toMatchObject({ detail: { fields: { keep: ["seizure.narrow.nobody"] } } });
  });

  test("once per command; based on an older version, by others, or of what is withdrawn, it is refused", async () => {
    const id = await released({ kind: "all" });
    const command = aCommand({ seizure: id, base: 1, keep: [agency("TH-CUS")], reason: "" });
    const first = await narrowSeizure(contact, command);
    expect(await narrowSeizure(contact, command)).toEqual(first);
    expect(await read(contact, (tx) => versionsOf(tx, world.operationId, id))).toHaveLength(2);
    await expect(narrow(contact, id, [])).rejects.toMatchObject({ kind: "stale" });
    for (const other of [thaiContact, coordinator]) {
      await expect(narrow(other, id, [], { base: 2 })).rejects.toMatchObject({ kind: "forbidden" });
    }
    await withdrawSeizure(contact, aCommand({ seizure: id, base: 1, reason: "Doubled" }));
    await expect(narrow(contact, id, [], { base: 3 })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("all who count it hear that, and never how many lost it; of what is held back nobody hears", async () => {
    const bodies = async (id: Id) =>
      (
        await world.owner<{ kind: string; body: string }[]>`
          select s.kind, b.body from events e join event_bodies b on b.event_id = e.id join streams s on s.id = e.stream_id
          where e.type = 'seizure.narrowed' and b.body like ${`%${id}%`} order by s.kind`
      ).map(({ kind, body }) => [kind, JSON.parse(body)]);
    const id = await released({ kind: "all" });
    await narrow(contact, id, []);
    expect(await bodies(id)).toEqual([
      ["operation", { seizure: id }],
      ["unit", { seizure: id, lost: 4 }],
    ]);
    const held = await released({ kind: "all" });
    await holdSeizure(contact, aCommand({ seizure: held, base: 1, reason: "" }));
    await narrow(contact, held, []);
    expect((await bodies(held)).map(([kind]) => kind)).toEqual(["unit"]);
  });
});
