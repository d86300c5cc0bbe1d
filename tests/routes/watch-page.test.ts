import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { WatchPageProps } from "#app/components/watch/watch-types.ts";
import { ACCEPT_WITHIN_MS } from "#app/domain/watch/alarm.ts";
import { loader as firstPage } from "#app/routes/operations.$operationId._index.tsx";
import { loader as frame } from "#app/routes/operations.$operationId.tsx";
import { action, loader } from "#app/routes/operations.$operationId.watch.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner } = world;
const [vietnam, thailand] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
const contact = await world.join({ role: "ncp", agency: vietnam });
const second = await world.join({ role: "ncp", agency: vietnam });
const analyst = await world.join({ role: "analyst", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const thai = await world.join({ role: "ncp", agency: thailand });
const partner = await world.join({ role: "partner", agency: thailand });
const path = `/operations/${operationId}/watch`;

const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId } });
const see = (who: Acting, query = "") => visit(loader, path + query, as(who));
const page = async (who: Acting, query = "") => (await see(who, query)).data as unknown as WatchPageProps;
const send = (who: Acting, intent: string, form: Record<string, string>) =>
  visit(action, path, { ...as(who), form: { intent, command: uuid(), ...form } });

/** Read once: between two looks at a clock a minute may end. */
const NOW = Date.now();
/** A wall clock in Ha Noi, so many hours from now, as a field of the form gives it. */
const wall = (hours: number) => new Date(NOW + (hours + 7) * 3_600_000).toISOString().slice(0, 16);
const duty = (over = {}) => ({
  ...{ memberId: officer.memberId, startsAt: wall(-1), endsAt: wall(14), zone: "Asia/Ho_Chi_Minh", contact: "Ext. 12" },
  ...over,
});

describe("the roster", () => {
  test("is empty at first, then says who is on duty, in UTC whatever zone it was typed in", async () => {
    expect(await page(contact)).toMatchObject({ shifts: [], alarms: [], may: { roster: true, handOver: true } });
    expect(await send(contact, "roster", duty())).toMatchObject({ status: 200, data: { done: "roster" } });
    const [shift] = (await page(contact)).shifts;
    expect(shift).toMatchObject({ memberId: officer.memberId, contact: "Ext. 12", present: true });
    expect(shift?.startsAt).toBe(new Date(`${wall(-1)}:00+07:00`).toISOString());
    expect((await page(thai)).shifts).toEqual([]);
    expect((await page(lead)).shifts).toHaveLength(1);
  });

  test("what cannot be is refused at its field, with everything that was typed", async () => {
    const refused = async (over: object, fields: object) => {
      const form = { ...duty(), ...over };
      const { command: _, ...typed } = { command: "", ...form };
      expect(await send(contact, "roster", form)).toMatchObject({
        status: 422,
        data: { refused: { fields, form: typed } },
      });
    };
    await refused({ endsAt: wall(-2) }, { endsAt: ["watch.shift.order"] });
    await refused({ endsAt: wall(400) }, { endsAt: ["watch.shift.long"] });
    await refused(
      { startsAt: "", endsAt: "tomorrow" },
      { startsAt: ["watch.time.missing"], endsAt: ["watch.time.malformed"] },
    );
    await refused({ startsAt: "2021-02-30T08:00" }, { startsAt: ["watch.time.malformed"] });
    await refused({ memberId: "" }, { memberId: ["watch.member.missing"] });
    await refused({ memberId: thai.memberId }, { memberId: ["watch.member.elsewhere"] });
    await refused({ contact: "9".repeat(121) }, { contact: ["text.long"] });
    await refused({ zone: "Nowhere" }, { startsAt: ["watch.time.malformed"] });
    expect((await page(contact)).shifts).toHaveLength(1);
  });

  test("a gap warns on the page and on the first page, of the own agency and on the watch", async () => {
    await owner`update watch_shifts set ends_at = now() + interval '3 hours'`;
    const gap = [{ kind: "gap", agencyId: vietnam.id, until: null }];
    for (const who of [contact, lead]) {
      expect((await page(who)).alarms).toMatchObject(gap);
      expect((await visit(firstPage, `/operations/${operationId}`, as(who))).data).toMatchObject({ alarms: gap });
    }
    expect((await visit(firstPage, `/operations/${operationId}`, as(thai))).data).toMatchObject({ alarms: [] });
    const [shift] = (await page(contact)).shifts;
    expect(await send(contact, "strike", { shift: shift?.id ?? "" })).toMatchObject({ data: { done: "strike" } });
    expect(await page(contact)).toMatchObject({ shifts: [], alarms: [] });
    expect(await send(contact, "strike", { shift: shift?.id ?? "" })).toMatchObject({ status: 409 });
    expect(await send(contact, "strike", { shift: "none" })).toMatchObject({ status: 404 });
  });
});

describe("the log", () => {
  test("takes a note, a promise, its correction and that it was kept; an analyst reads them, a reporter none", async () => {
    await send(contact, "note", { text: "Called the port." });
    await send(contact, "note", { text: "Lab by noon", promise: "yes" });
    const [promise] = (await page(contact)).log?.entries ?? [];
    expect(promise).toMatchObject({ kind: "promise", text: "Lab by noon", author: expect.stringContaining("Officer") });
    const about = promise?.id ?? "";
    const promised = async () => (await page(contact)).handover?.draft.counts.filter(({ kind }) => kind === "promise");
    expect(await promised()).toEqual([{ kind: "promise", n: 1, overdue: 0 }]);
    await send(second, "note", { about, kind: "correction", text: "Lab by six" });
    await send(second, "note", { about, kind: "kept", text: "" });
    const { log } = await page(analyst);
    expect(log?.entries.map(({ kind }) => kind)).toEqual(["kept", "correction", "promise", "note"]);
    expect(log?.related.filter((entry) => entry.about === about)).toHaveLength(2);
    expect(await promised()).toEqual([]);
    expect(await page(officer)).toMatchObject({ log: null, handover: null });
    expect((await page(lead)).log?.entries).toEqual([]);
  });

  test("what says nothing or too much is refused with what was typed", async () => {
    expect(await send(contact, "note", { text: "  " })).toMatchObject({
      status: 422,
      data: { refused: { fields: { text: ["text.missing"] } } },
    });
    const long = "x".repeat(1001);
    expect(await send(contact, "note", { text: long, promise: "yes" })).toMatchObject({
      status: 422,
      data: { refused: { fields: { text: ["text.long"] }, form: { text: long, promise: "yes" } } },
    });
    expect(await send(contact, "nonsense", {})).toMatchObject({ status: 404 });
    for (const who of [analyst, officer, partner]) {
      expect(await send(who, "note", { text: "Me too" })).toMatchObject({ status: 403 });
    }
  });

  test("shows forty entries, and those before them on asking", async () => {
    for (let n = 0; n < 45; n++) await send(thai, "note", { text: `Call ${n}` });
    const { log } = await page(thai);
    expect(log?.entries).toHaveLength(40);
    const before = await page(thai, `?before=${encodeURIComponent(log?.earlier ?? "")}`);
    expect(before.log?.entries.map(({ text }) => text)).toEqual(["Call 4", "Call 3", "Call 2", "Call 1", "Call 0"]);
    expect(before.log).toMatchObject({ earlier: null, isNewest: false });
    expect((await page(thai, "?before=nonsense")).log?.entries).toHaveLength(40);
  });
});

describe("the handover", () => {
  test("is signed as it was seen, with its remark kept where it was not", async () => {
    const seen = (await page(contact)).handover?.seen ?? "";
    expect(await send(contact, "sign", { seen: "another", remark: "Two calls" })).toMatchObject({
      status: 409,
      data: { refused: { problem: "watch.sheet.stale", form: { remark: "Two calls" } } },
    });
    expect(await send(contact, "sign", { seen, remark: "r".repeat(1001) })).toMatchObject({
      status: 422,
      data: { refused: { fields: { remark: ["text.long"] } } },
    });
    expect(await send(contact, "sign", { seen, remark: "Two calls" })).toMatchObject({ data: { done: "sign" } });
    const { handover } = await page(second);
    expect(handover).toMatchObject({
      isOwnWaiting: true,
      waiting: [{ remark: "Two calls", signedBy: contact.memberId }],
    });
    const id = handover?.waiting[0]?.id ?? "";
    const onFirstPage = async (who: Acting) =>
      (await visit(firstPage, `/operations/${operationId}`, as(who))).data.handovers;
    expect(await onFirstPage(second)).toMatchObject([{ id, signer: "Officer VN-CUS" }]);
    expect([await onFirstPage(contact), await onFirstPage(thai), await onFirstPage(lead)]).toEqual([[], [], []]);
    expect(await send(contact, "accept", { handover: id })).toMatchObject({ status: 409 });
    expect(await send(second, "accept", { handover: id })).toMatchObject({ data: { done: "accept" } });
    expect((await page(contact)).handover).toMatchObject({ waiting: [], past: [{ id, taker: "Officer VN-CUS" }] });
    expect(await onFirstPage(second)).toEqual([]);
  });

  test("is not for those who keep no watch, and the page not for partners", async () => {
    expect(await see(partner)).toMatchObject({ status: 403 });
    for (const who of [analyst, officer]) {
      expect(await send(who, "sign", { seen: "x", remark: "" })).toMatchObject({ status: 403 });
    }
  });
});

test("the rail says how many alarms and handovers wait, and a late handover once", async () => {
  const lao = agencyOf(world, "LA-CUS");
  const [outgoing, incoming] = [
    await world.join({ role: "ncp", agency: lao }),
    await world.join({ role: "ncp", agency: lao }),
  ];
  const inRail = async (who: Acting) => {
    const { data } = await visit(frame, `/operations/${operationId}`, as(who));
    return (data as unknown as { waiting: { watch: number } }).waiting.watch;
  };
  expect([await inRail(outgoing), await inRail(incoming)]).toEqual([0, 0]);
  const { handover } = await page(outgoing);
  await send(outgoing, "sign", { seen: handover?.seen ?? "", remark: "" });
  expect([await inRail(outgoing), await inRail(incoming)]).toEqual([0, 1]);
  // An open page is told when nothing but time will make an alarm of it.
  const { data } = await visit(frame, `/operations/${operationId}`, as(incoming));
  const { alarmsChangeIn } = data as unknown as { alarmsChangeIn: number };
  expect(alarmsChangeIn).toBeGreaterThan(0);
  expect(alarmsChangeIn).toBeLessThanOrEqual(ACCEPT_WITHIN_MS);
  await owner`update watch_handovers set signed_at = signed_at - interval '31 minutes' where agency_id = ${lao.id}`;
  expect([await inRail(outgoing), await inRail(incoming)]).toEqual([1, 1]);
  const waiting = (await page(incoming)).handover?.waiting[0]?.id ?? "";
  await send(incoming, "accept", { handover: waiting });
  expect([await inRail(outgoing), await inRail(incoming)]).toEqual([0, 0]);
  expect(await inRail(await world.join({ role: "analyst", agency: lao }))).toBe(0);
});
