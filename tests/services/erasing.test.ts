import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FactReader } from "#app/domain/fact-reader.ts";
import type { Id } from "#app/domain/id.ts";
import { linesOf } from "#app/domain/visit.ts";
import { answerQuestion, askQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { returnReport } from "#app/services/clearance.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint, proposeMerge } from "#app/services/duplicates.server.ts";
import { type Erasing, eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { confirmEntry, enterOnBehalf } from "#app/services/on-behalf.server.ts";
import { discardDraft, saveDraft, submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { findErasure, frozenDaysOf } from "#db/queries/erasures.server.ts";
import { followableStreams, sealStreams } from "#db/queries/events.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { readFrame } from "#db/queries/frames.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, listSeizures } from "#db/queries/seizures.server.ts";
import { SnapshotAnswer } from "#realtime/protocol.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let officer: Acting;
let thai: Acting;
let thaiContact: Acting;
let ocu: Acting;
let observer: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "VN-POL": 1 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  thaiContact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  observer = await world.join({ role: "observer", agency: agencyOf(world, "LA-CUS") });
});
afterAll(() => world.close());

let records = 0;
/** A case with a number of its own, whose texts are found nowhere else. */
function aCase(over: Parameters<typeof aSeizureInput>[0] = {}) {
  records += 1;
  return aSeizureInput({ nationalCaseNo: `ERASE-${records}-QX`, narrative: `A lorry, told ${records} times`, ...over });
}

async function released(over: Parameters<typeof aSeizureInput>[0] = {}) {
  const input = aCase(over);
  await submitReport(contact, aCommand(input));
  return input;
}

const ORDER = { reference: "Court 12/2026", approver: "Judge Hoa" };
const asked = (seizure: Id, over: Partial<Erasing> = {}) =>
  aCommand({ seizure, base: 1, reason: "Order of a court", order: ORDER, ...over });
const erase = (who: Acting, { id, nationalCaseNo }: { id: Id; nationalCaseNo: string }, over: Partial<Erasing> = {}) =>
  eraseSeizure(who, asked(id, over), nationalCaseNo);

/** Every row of every table in words, each after the name of its table. */
async function everyWord(): Promise<string> {
  const tables = await world.owner<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await world.owner.unsafe<{ row: string }[]>(`select t::text as row from "${name}" t`);
    parts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return parts.join("\n");
}
/** The tables in which a text stands. */
const tablesWith = (words: string, wanted: string) => [
  ...new Set(
    words
      .split("\n")
      .filter((line) => line.toLowerCase().includes(wanted.toLowerCase()))
      .map((line) => line.split(" ")[0] ?? ""),
  ),
];

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
      const { facts } = SnapshotAnswer.parse(JSON.parse(await snapshotFor(thai, { withFacts: true })));
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
      const filter = { from: null, to: null, reporters: [], slots: [], groups: [], modes: [], states: [] };
      const found = await read(who, (tx) => listSeizures(tx, world.operationId, { ...wanted, filter }));
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

describe("before it is erased", () => {
  test("its owner's contact point knows which sums count it, those of a time when it was held back left out", async () => {
    const input = await released();
    await world.owner`update seizure_facts set released_at = '2021-09-14T00:00Z' where id = ${input.id}`;
    const days = (who: Acting) => read(who, (tx) => frozenDaysOf(tx, input.id));
    const again = async () => {
      await world.owner`delete from deadline_sums`;
      await freezeDeadlines(world.house.db);
    };
    await again();
    expect(await days(contact)).toEqual(["2021-09-14", "2021-09-15"]);
    for (const other of [thaiContact, thai, ocu, officer]) expect(await days(other)).toEqual([]);
    await holdSeizure(contact, aCommand({ seizure: input.id, base: 1, reason: "" }));
    expect(await days(contact)).toEqual(["2021-09-14", "2021-09-15"]);
    await again();
    expect(await days(contact)).toEqual([]);
  });

  test("it is named once more, by either number; the wrong one, a stale version and a reason left out change nothing", async () => {
    const input = await released();
    await expect(eraseSeizure(contact, asked(input.id), "ERASE")).rejects.toMatchObject({
      detail: { fields: { confirm: ["erase.confirm.other"] } },
    });
    await expect(erase(contact, input, { base: 2 })).rejects.toMatchObject({ kind: "stale" });
    const [fact] = await read(contact, (tx) => visibleFacts(tx, world.operationId, [input.id]));
    expect(await eraseSeizure(contact, asked(input.id), ` ${fact?.messageNo.toLowerCase()} `)).toMatchObject({
      state: "erased",
    });
  });

  test("a merge of it is undone first", async () => {
    const [kept, dropped] = [await released(), await released()];
    const duplicate = crypto.randomUUID();
    await proposeMerge(ocu, aCommand({ id: duplicate, kept: kept.id, dropped: dropped.id, note: "" }));
    await agreeToMerge(contact, aCommand({ duplicate }));
    await expect(erase(contact, kept)).rejects.toMatchObject({ message: "erase.merged" });
    await expect(erase(contact, dropped, { base: 2 })).rejects.toMatchObject({ message: "erase.merged" });
    await closeDuplicate(contact, aCommand({ duplicate, note: "Two parcels" }));
    expect(await erase(contact, dropped, { base: 3 })).toMatchObject({ state: "erased" });
    expect(await erase(contact, kept)).toMatchObject({ state: "erased" });
  });

  test("a joint case is parted first", async () => {
    const [own, other] = [await released(), aCase()];
    await submitReport(thaiContact, aCommand(other));
    const duplicate = crypto.randomUUID();
    await proposeJoint(ocu, aCommand({ id: duplicate, kept: own.id, dropped: other.id, note: "" }));
    await agreeToMerge(contact, aCommand({ duplicate }));
    await agreeToMerge(thaiContact, aCommand({ duplicate }));
    await expect(erase(contact, own, { base: 2 })).rejects.toMatchObject({ message: "erase.merged" });
    await closeDuplicate(contact, aCommand({ duplicate, note: "Two consignments" }));
    expect(await erase(contact, own, { base: 3 })).toMatchObject({ state: "erased" });
  });
});

describe("who erases", () => {
  test("is a contact point of the owner, in a closed operation too, and nobody else", async () => {
    const input = await released();
    for (const other of [officer, thai, thaiContact, ocu]) {
      await expect(erase(other, input)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|not-found/) });
    }
    const direct = (who: Acting) =>
      read(who, (tx) => tx.execute(`select * from erase_record('${input.id}', 1, 'x', 'y', '')`));
    for (const other of [officer, thai, ocu]) await expect(direct(other)).rejects.toBeDefined();
    await world.owner`update operations set state = 'closed' where id = ${world.operationId}`;
    try {
      expect(await erase(contact, input)).toMatchObject({ state: "erased" });
    } finally {
      await world.owner`update operations set state = 'active' where id = ${world.operationId}`;
    }
  });

  test("does so once per command; another one says that it is erased, and no command of before is answered again", async () => {
    const input = aCase();
    const sending = aCommand(input);
    await submitReport(contact, sending);
    const command = asked(input.id);
    const first = await eraseSeizure(contact, command, input.nationalCaseNo);
    expect(await eraseSeizure(contact, command, input.nationalCaseNo)).toEqual(first);
    await expect(erase(contact, input)).rejects.toMatchObject({ message: "seizure.erased" });
    await expect(submitReport(contact, sending)).rejects.toMatchObject({ message: "command.reused" });
    await expect(submitReport(contact, aCommand(input))).rejects.toMatchObject({ message: "seizure.erased" });
    const draft = { id: input.id, form: {}, baseVersion: null };
    await expect(saveDraft(contact, aCommand(draft))).rejects.toMatchObject({ message: "seizure.erased" });
    await expect(withdrawSeizure(contact, aCommand({ seizure: input.id, base: 1, reason: "x" }))).rejects.toMatchObject(
      {
        kind: "not-found",
      },
    );
  });

  test("may do so of two at once one time only", async () => {
    const input = await released();
    const both = await Promise.allSettled([erase(contact, input), erase(contact, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("leaves the application no other way to take a row away", async () => {
    const tables = await world.owner<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_table_privilege('naga_app', c.oid, 'DELETE')`;
    // That somebody is not shown as present is a choice, not a record.
    expect(tables).toEqual([{ name: "presence_hidden" }]);
  });
});

describe("a report that was not released", () => {
  test("is erased with its draft, its entry for a post and the decisions on it, whatever state it is in", async () => {
    const police = await world.join({ role: "ncp", agency: agencyOf(world, "VN-POL") });
    const post = await world.join({ role: "reporter", agency: agencyOf(world, "VN-POL") });
    const input = aCase({ narrative: "Quillmarkstory" });
    const unitId = agencyOf(world, "VN-POL").units[0].id;
    const told = {
      informant: "Sergeant Quillmarklan",
      channel: "telephone" as const,
      cameAt: "2021-05-17T09:05:00.000Z",
    };
    await enterOnBehalf(police, aCommand({ seizure: input, behalf: { unitId, ...told } }));
    await confirmEntry(post, aCommand({ seizure: input.id }));
    await returnReport(police, aCommand({ seizure: input.id, baseVersion: 1, note: "Quillmarkreturn" }));
    expect(await erase(police, input, { base: 2 })).toMatchObject({ lost: "0" });
    const words = await everyWord();
    for (const text of ["quillmark", input.nationalCaseNo]) expect(tablesWith(words, text)).toEqual([]);
    expect(await read(post, (tx) => findReport(tx, world.operationId, input.id))).toMatchObject({
      state: "erased",
      input: null,
    });
    expect(await read(thai, (tx) => findErasure(tx, world.operationId, input.id))).toBeUndefined();

    const draft = crypto.randomUUID();
    await saveDraft(police, aCommand({ id: draft, form: { narrative: "Quillmarkdraft" }, baseVersion: null }));
    await discardDraft(police, aCommand({ seizure: draft, baseVersion: 1 }));
    await eraseSeizure(police, asked(draft, { base: 2 }), draft.slice(-8));
    expect(tablesWith(await everyWord(), "quillmark")).toEqual([]);
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
