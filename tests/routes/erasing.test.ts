import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { Erased } from "#app/domain/erasing.ts";
import type { Id } from "#app/domain/id.ts";
import { loader as deadline } from "#app/routes/operations.$operationId.deadlines.$day.tsx";
import { action as act, loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { noteAccess } from "#app/services/access-log.server.ts";
import { agreeToMerge, proposeMerge } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { sinceLastHere } from "#app/since-page.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, observer, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

type Input = { id: Id; nationalCaseNo: string };
const said = ({ nationalCaseNo }: Input) => ({
  ...{ intent: "erase", command: uuid(), base: "1", confirm: nationalCaseNo },
  ...{ reason: "A court demands it", reference: "Court 12/2026", approver: "" },
});
const post = (who: Acting, id: Id, form: Record<string, string>) =>
  visit(act, `${home()}/${id}`, { ...as(who, id), form });

async function erasedFor(who: Acting, id: Id) {
  const { status, data } = await visit(page, `${home()}/${id}`, as(who, id));
  return { status, erased: (data as { erased: Erased | null }).erased };
}

test("what was erased has a page for those who counted it, and none for others; its order is the owner's", async () => {
  const input = await released();
  const at = { action: "case.read" as const, subject: input.id, outcome: "shown" as const, requestId: "" };
  await noteAccess(contact, at);
  expect(await post(thai, input.id, said(input))).toMatchObject({ data: { done: "erase" } });

  const own = await erasedFor(thai, input.id);
  expect(own).toMatchObject({
    status: 410,
    erased: {
      agencyId: agencyOf(world, "TH-CUS").id,
      reason: "A court demands it",
      order: { reference: "Court 12/2026", approver: "" },
      by: "Officer TH-CUS",
      readings: [{ agency: "Agency VN-CUS", kinds: ["case.read"] }],
    },
  });
  for (const other of [contact, coordinator]) {
    const { status, erased } = await erasedFor(other, input.id);
    expect(status).toBe(410);
    expect(erased).toMatchObject({ reason: "A court demands it", order: null, by: null, readings: null });
    expect(JSON.stringify(erased)).not.toContain(input.nationalCaseNo);
  }
  for (const other of [officer, observer]) expect((await erasedFor(other, input.id)).status).toBe(404);
});

test("what is missing is said at its field, with what was typed; nothing is erased by it", async () => {
  const input = await released();
  const short = await post(thai, input.id, { ...said(input), reason: " ", reference: "" });
  expect(short).toMatchObject({
    status: 422,
    data: {
      refused: {
        fields: { reason: ["erase.reason.missing"], reference: ["erase.order.missing"] },
        form: { confirm: input.nationalCaseNo },
      },
    },
  });
  const wrong = await post(thai, input.id, { ...said(input), confirm: "CASE-1" });
  expect(wrong).toMatchObject({ status: 422, data: { refused: { fields: { confirm: ["erase.confirm.other"] } } } });
  for (const base of ["2", "", "-1"]) {
    const said2 = await post(thai, input.id, { ...said(input), base });
    expect([409, 412, 422]).toContain(said2.status);
  }
  expect(await post(contact, input.id, said(input))).toMatchObject({ status: 403 });
  expect((await pageFor(thai, input.id)).data.page.released?.names).toContain(input.nationalCaseNo);
});

test("before they take it away its owners are told in how many frozen figures it stays, and the deadline what it lost", async () => {
  const input = await released();
  await world.owner`update seizure_facts set released_at = '2021-09-14T00:00Z' where id = ${input.id}`;
  await world.owner`delete from deadline_sums`;
  await freezeDeadlines(world.house.db);
  expect((await pageFor(thai, input.id)).data.page.released).toMatchObject({
    frozen: { days: 2, versions: [] },
    may: { erase: true },
  });
  for (const other of [contact, coordinator]) {
    const seen = (await pageFor(other, input.id)).data.page.released;
    expect(seen).toMatchObject({ frozen: null, names: [], may: { erase: false } });
  }
  await post(thai, input.id, said(input));
  const params = { params: { operationId: world.operationId, day: "2021-09-15" } };
  const of = async (who: Acting) =>
    (await visit(deadline, "/deadlines/2021-09-15", { ...as(who), ...params })).data as { page: { erased: unknown[] } };
  expect((await of(contact)).page.erased).toMatchObject([{ id: input.id }]);
});

test("on opening, others read that it was erased, by its number", async () => {
  await world.owner`insert into member_visits (operation_id, member_id, seen_at, shown_at, shown_from)
    select operation_id, id, now() - interval '2 hours', now() - interval '1 hour', null from members
    where operation_id = ${world.operationId} on conflict do nothing`;
  const input = await released();
  const { messageNo } = (await pageFor(contact, input.id)).data.page.released?.fact ?? {};
  await post(thai, input.id, said(input));
  const secret = await released(thai, { held: true });
  await post(thai, secret.id, said(secret));
  const lines = async (who: Acting) => (await read(who, (tx, self) => sinceLastHere(tx, self)))?.lines ?? [];
  const erased = (await lines(contact)).filter(({ kind }) => kind === "erased");
  expect(erased).toContainEqual(expect.objectContaining({ seizure: input.id, no: messageNo }));
  expect(JSON.stringify(await lines(contact))).not.toContain(secret.id);
});

test("a report inside its agency is erased by its contact point, from its own page", async () => {
  const input = aSeizureInput();
  await submitReport(officer, aCommand(input));
  expect((await pageFor(contact, input.id)).data.page.report).toMatchObject({
    may: { erase: true },
    names: [input.nationalCaseNo],
  });
  expect((await pageFor(officer, input.id)).data.page.report).toMatchObject({ may: { erase: false }, names: [] });
  expect(await post(officer, input.id, said(input))).toMatchObject({ status: 403 });
  expect(await post(contact, input.id, said(input))).toMatchObject({ data: { done: "erase" } });
  for (const who of [contact, officer])
    expect(await erasedFor(who, input.id)).toMatchObject({ status: 410, erased: { messageNo: "" } });
  expect((await erasedFor(thai, input.id)).status).toBe(404);
});

test("a merged message links the one that counts, and that one what is counted under it, as far as each reader sees it", async () => {
  const [kept, dropped] = [await released(), await released()];
  const duplicate = uuid();
  await proposeMerge(coordinator, aCommand({ id: duplicate, kept: kept.id, dropped: dropped.id, note: "" }));
  const merged = async (who: Acting, id: Id, query = "") => {
    const { page, look } = (await pageFor(who, id, query)).data;
    return (look ? look.page : page.released)?.merged;
  };
  expect(await merged(contact, dropped.id)).toEqual([]);
  await agreeToMerge(thai, aCommand({ duplicate }));
  const vn = agencyOf(world, "VN-CUS").id;
  for (const [who, query] of [
    [thai, ""],
    [contact, ""],
    [coordinator, ""],
    [thai, `?as=${vn}`],
  ] as const) {
    expect(await merged(who, dropped.id, query)).toMatchObject([{ id: kept.id, kept: true }]);
    expect(await merged(who, kept.id, query)).toMatchObject([{ id: dropped.id, kept: false }]);
  }
  await holdSeizure(thai, aCommand({ seizure: kept.id, base: 1, reason: "" }));
  expect(await merged(contact, dropped.id)).toEqual([]);
  expect(await merged(thai, dropped.id, `?as=${vn}`)).toEqual([]);
  expect(await merged(thai, dropped.id)).toHaveLength(1);
});
