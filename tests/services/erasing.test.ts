import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FactReader } from "#app/domain/fact-reader.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { Id } from "#app/domain/id.ts";
import { linesOf } from "#app/domain/visit.ts";
import { answerQuestion, askQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { proposeMerge } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { amendSeizure, holdSeizure } from "#app/services/seizures.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { findErasure } from "#db/queries/erasures.server.ts";
import { followableStreams, sealStreams } from "#db/queries/events.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { readFrame } from "#db/queries/frames.server.ts";
import { findCase, listSeizures } from "#db/queries/seizures.server.ts";
import { SnapshotAnswer } from "#realtime/protocol.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import {
  contact,
  erase,
  everyWord,
  ORDER,
  observer,
  ocu,
  officer,
  openWorld,
  released,
  tablesWith,
  thai,
  thaiContact,
  world,
} from "./erasing-world.ts";

beforeAll(openWorld);
afterAll(() => world.close());

async function seal() {
  await sealStreams(world.app.db, [...new Set(world.poked)]);
}

/** What a reader is told from the beginning on, in the streams of one kind. */
async function toldFromTheStart(who: Acting, kind: "operation" | "unit") {
  await seal();
  return read(who, async (tx) => {
    const stream = (await followableStreams(tx)).find((one) => one.kind === kind);
    if (!stream) throw new Error(`no ${kind}`);
    const where = { operationId: world.operationId, stream: { id: stream.id, kind }, after: 0, upTo: stream.head };
    const frame = await readFrame(tx, where);
    if (!frame) throw new Error("not whole");
    return frame;
  });
}

describe("what was erased", () => {
  test("is in no row of any table, whatever was written about it", async () => {
    const nominal = {
      persons: [{ name: "Pham Quillmarkname", document: "Quillmarkdoc", note: "" }],
      ...{ registration: "", waybill: "Quillmarkbill", note: "", recipients: [agencyOf(world, "TH-CUS").id] },
    };
    const input = await released({ nominal, narrative: "Quillmarkstory" });
    const { id, nationalCaseNo, narrative } = input;
    const items = [aSeizureItem({ quantity: "44.125", description: "Quillmarkitem" })];
    const base = { facts: 1, case: 1, nominal: 1 };
    const order = { reference: "Quillmarkorder", approver: "Quillmarkjudge" };
    const why = { kind: "court_order", reason: "Quillmarkreason", order };
    await amendSeizure(contact, aCommand({ seizure: { ...input, items }, base, ...why }));
    const question = crypto.randomUUID();
    await askQuestion(ocu, aCommand({ id: question, seizure: id, field: "place", question: "Quillmarkquestion?" }));
    await answerQuestion(contact, aCommand({ question, answer: "Quillmarkanswer." }));
    await verifySeizure(ocu, aCommand({ seizure: id, base: 2 }));
    const other = await released();
    const duplicate = crypto.randomUUID();
    await proposeMerge(ocu, aCommand({ id: duplicate, kept: other.id, dropped: id, note: "Quillmarknote" }));

    const before = await everyWord();
    for (const text of [
      "Quillmarkname",
      "Quillmarknote",
      "Quillmarkjudge",
      "Quillmarkanswer",
      nationalCaseNo,
      narrative,
    ]) {
      expect(tablesWith(before, text), text).not.toEqual([]);
    }
    const hashes = await world.owner`select c.request_hash from commands c join events e on e.command_id = c.id
      join event_bodies b on b.event_id = e.id where b.body like ${`%${id}%`}`;
    expect(hashes.length).toBeGreaterThan(3);

    expect(await erase(contact, input, { base: 3 })).toEqual({ seizure: id, state: "erased", lost: "4" });
    const after = await everyWord();
    for (const text of ["quillmark", nationalCaseNo, narrative, "44.125"]) expect(tablesWith(after, text)).toEqual([]);
    for (const { request_hash } of hashes) expect(after).not.toContain(Buffer.from(request_hash).toString("hex"));
    const left = ["commands", "duplicates", "erasure_orders", "erasures", "event_bodies", "seizure_reports"];
    expect(tablesWith(after, id)).toEqual(left);
    const [pair] = await world.owner`select state, note from duplicates where id = ${duplicate}`;
    expect(pair).toEqual({ state: "refused", note: "" });
    expect(await read(thai, (tx) => visibleFacts(tx, world.operationId, [other.id]))).toHaveLength(1);
  });

  test("leaves no goods in a handover that was signed", async () => {
    const { id, nationalCaseNo } = await released();
    const { agencyId: agency_id, id: signed_by } = await read(contact, async (_tx, self) => memberOf(self));
    const item = (seizure: Id) => ({
      kind: "clearance",
      id: seizure,
      seizure,
      agencyId: agency_id,
      goods: "F2.raw_ivory",
    });
    const other = crypto.randomUUID();
    const sheet = { scope: "agency", at: "2021-05-17", since: null, counts: [], items: [item(other), item(id)] };
    const row = { operation_id: world.operationId, id: crypto.randomUUID(), agency_id, duty: "ncp", signed_by };
    await world.owner`insert into watch_handovers ${world.owner({ ...row, sheet: world.owner.json(sheet) })}`;
    await erase(contact, { id, nationalCaseNo });
    const [kept] = await world.owner<{ sheet: typeof sheet }[]>`select sheet from watch_handovers where id = ${row.id}`;
    const { goods: _, ...bare } = item(id);
    expect(kept?.sheet.items).toEqual([item(other), bare]);
  });

  test("leaves its headers, and the chain of every stream as it was", async () => {
    const input = await released();
    await seal();
    const [before] = await world.owner`select count(*)::int as n from events`;
    await erase(contact, input);
    await seal();
    const [after] = await world.owner`select count(*)::int as n from events`;
    expect(after?.n).toBe(before?.n + 3);
    expect(await world.owner`select s.kind, l.* from streams s, lateral broken_links(s.id) l`).toEqual([]);
  });

  test("is gone from facts, list, search and snapshot, and its id comes as gone to who begins anew or catches up", async () => {
    const input = await released();
    const { id } = input;
    await toldFromTheStart(thai, "operation");
    const snapshot = async () => {
      const { facts } = SnapshotAnswer.parse(JSON.parse((await snapshotFor(thai, { withFacts: true })).text()));
      return facts.flatMap((block) => new FactReader(block).ids);
    };
    expect(await snapshot()).toContain(id);
    await erase(contact, input);
    const frame = await toldFromTheStart(thai, "operation");
    expect(frame.gone).toContain(id);
    expect(frame.events.filter(({ type }) => type === "seizure.erased").at(-1)).toMatchObject({
      body: { seizure: id },
    });
    expect(frame.events.some(({ type, body }) => type === "seizure.released" && body === null)).toBe(true);
    expect(JSON.stringify({ ...frame, gone: [], events: frame.events.slice(0, -1) })).not.toContain(id);
    expect((await toldFromTheStart(officer, "unit")).gone).toContain(id);
    expect(await snapshot()).not.toContain(id);
    for (const who of [contact, thai, ocu]) {
      const wanted = { search: input.nationalCaseNo, sort: "newest", cursor: null, limit: 5 } as const;
      const found = await read(who, (tx) => listSeizures(tx, world.operationId, { ...wanted, filter: NO_FILTER }));
      expect(found.total).toBe(0);
      expect(await read(who, (tx) => findCase(tx, world.operationId, id))).toBeUndefined();
    }
  });

  test("that nobody else ever counted is told to its owner alone; what was held back later, to all who had counted it", async () => {
    const secret = await released({ held: true });
    await erase(contact, secret);
    const others = await toldFromTheStart(thai, "operation");
    expect(JSON.stringify(others)).not.toContain(secret.id);
    expect((await toldFromTheStart(contact, "operation")).gone).toContain(secret.id);
    expect(await read(thai, (tx) => findErasure(tx, world.operationId, secret.id))).toBeUndefined();

    const held = await released();
    await holdSeizure(contact, aCommand({ seizure: held.id, base: 1, reason: "" }));
    expect(await erase(contact, held)).toMatchObject({ lost: "0" });
    expect((await toldFromTheStart(thai, "operation")).gone).toContain(held.id);
  });

  test("is remembered with its reason for those who counted it, with its order for the owner, and for nobody else", async () => {
    const input = await released();
    await erase(contact, input);
    const seen = (who: Acting) => read(who, (tx) => findErasure(tx, world.operationId, input.id));
    expect(await seen(contact)).toMatchObject({ reason: "Order of a court", ...ORDER, by: "Officer VN-CUS" });
    expect(await seen(thai)).toMatchObject({ reason: "Order of a court", reference: null, approver: null });
    expect(await seen(thaiContact)).toMatchObject({ reference: null });
    expect(await seen(officer)).toMatchObject(ORDER);
    expect(await seen(observer)).toBeUndefined();
  });

  test("was counted by sums that were due: they are written down first, and stay", async () => {
    const input = await released({ occurredOn: "2021-05-17" });
    await world.owner`update seizure_facts set released_at = '2021-05-18T00:00Z' where id = ${input.id}`;
    await world.owner`delete from deadline_sums`;
    await erase(contact, input);
    const sums = () => world.owner<{ day: string; cases: number }[]>`
      select day::text, (figures ->> 'cases')::int as cases from deadline_sums order by day`;
    const written = await sums();
    expect(written).toHaveLength(154);
    expect(await freezeDeadlines(world.house.db)).toBe(0);
    const found = await read(thai, (tx) => findErasure(tx, world.operationId, input.id));
    expect(found?.frozenDays).toHaveLength(121);
    expect(found?.frozenDays[0]).toBe("2021-05-18");
    const cases = (day: string) => written.find((row) => row.day === day)?.cases ?? 0;
    expect(cases("2021-05-18") - cases("2021-05-17")).toBe(1);
  });
});

test("of what changed it weighs as a withdrawal does", () => {
  const at = "2021-05-17T09:00:00Z";
  const { lines } = linesOf([
    { kind: "plan", id: "plan", at },
    { kind: "erased", id: "x", at },
  ]);
  expect(lines.map(({ kind }) => kind)).toEqual(["erased", "plan"]);
});
