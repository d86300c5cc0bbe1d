import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { AwaitedAnswer, UncheckedReport } from "#app/components/verification/verification-types.ts";
import type { Id } from "#app/domain/id.ts";
import { action, loader } from "#app/routes/operations.$operationId.checks.tsx";
import { answerQuestion } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0 } });
afterAll(() => world.close());
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

const home = `/operations/${world.operationId}/checks`;
const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId: world.operationId } });
type Page = { reports: UncheckedReport[]; total: number; awaited: AwaitedAnswer[] };
const queueOf = async (who: Acting) => (await visit(loader, home, as(who))).data.page as Page;
const send = (who: Acting, form: Record<string, string>) => visit(action, home, { ...as(who), form });
const stateOf = async (id: Id) => (await read(ocu, (tx) => findFact(tx, world.operationId, id)))?.state;

/** Said in full, so that only what a test plants is found. */
async function released(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput({
    place: aPlace({ country: "TH", placeId: "SGSIN", lat: 13.7, lon: 100.75, precision: "facility" }),
    route: [aRouteNode({ role: "departure" }), aRouteNode({ role: "destination" })],
    concealmentPlaces: ["none"],
    items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })],
    ...over,
  });
  await submitReport(officer, aCommand(input));
  return input.id;
}

describe("the queue", () => {
  test("has what is released and not checked, the riskiest first, then the oldest", async () => {
    const plain = await released();
    const rough = await released({ concealmentPlaces: [] });
    const risky = await released({ items: [aSeizureItem({ commodity: "D2.heroin", quantity: "120", unit: "kg" })] });
    const second = await released();
    const { reports, total } = await queueOf(ocu);
    expect(reports.map(({ id }) => id)).toEqual([risky, rough, plain, second]);
    expect(total).toBe(4);
    expect(reports[0]).toMatchObject({ findings: [{ check: "large_quantity", about: "amount" }], risk: 3 });
    expect(reports[2]).toMatchObject({ findings: [], risk: 0, awaitedSince: null });
    for (const id of [plain, rough, risky, second]) await verified(id);
    expect((await queueOf(ocu)).reports).toEqual([]);
  });

  test("is the coordination unit's alone", async () => {
    for (const other of [officer, contact]) expect((await visit(loader, home, as(other))).status).toBe(403);
  });
});

async function verified(id: Id) {
  return send(ocu, { intent: "verify", seizure: id, base: "1", command: uuid() });
}

describe("verify and ask", () => {
  test("a question waits at the end of the queue and on the board; its answer stands beside the report", async () => {
    const risky = await released({ concealmentPlaces: [], datePrecision: "month" });
    const plain = await released();
    const question = uuid();
    const form = {
      intent: "ask",
      seizure: risky,
      id: question,
      field: "concealment",
      question: "Where was it?",
      command: uuid(),
    };
    expect(await send(ocu, form)).toMatchObject({ data: { done: "ask" } });
    expect(await send(ocu, form)).toMatchObject({ data: { done: "ask" } });
    const asked = await queueOf(ocu);
    expect(asked.reports.map(({ id }) => id)).toEqual([plain, risky]);
    expect(asked.awaited).toMatchObject([
      { id: question, seizureId: risky, agency: "Agency TH-CUS", field: "concealment" },
    ]);
    await answerQuestion(contact, aCommand({ question, answer: "Under the seat" }));
    const answered = await queueOf(ocu);
    expect(answered.awaited).toEqual([]);
    expect(answered.reports.map(({ id }) => id)).toEqual([risky, plain]);
    expect(answered.reports[0]?.answers).toEqual([
      { field: "concealment", question: "Where was it?", answer: "Under the seat" },
    ]);
    for (const id of [risky, plain]) await verified(id);
  });

  test("a stale verification, an empty question and a foreign act are refused, with what was typed", async () => {
    const id = await released();
    expect(await send(ocu, { intent: "verify", seizure: id, base: "7", command: uuid() })).toMatchObject({
      status: 409,
      data: { refused: { problem: "seizure.stale", form: { seizure: id } } },
    });
    const empty = { intent: "ask", seizure: id, id: uuid(), field: "amount", question: "  ", command: uuid() };
    expect(await send(ocu, empty)).toMatchObject({
      status: 422,
      data: { refused: { fields: { question: ["text.missing"] }, form: { field: "amount" } } },
    });
    expect(await send(ocu, { ...empty, question: "Net?", field: "<b>" })).toMatchObject({ status: 422 });
    expect(await send(ocu, { intent: "withdraw", seizure: id, base: "1" })).toMatchObject({ status: 422 });
    expect(await send(ocu, { intent: "verify", seizure: "nobody", base: "1" })).toMatchObject({ status: 404 });
    expect(await send(contact, { intent: "verify", seizure: id, base: "1", command: uuid() })).toMatchObject({
      status: 403,
    });
    expect(await stateOf(id)).toBe("submitted");
    expect(await verified(id)).toMatchObject({ data: { done: "verify" } });
    expect(await stateOf(id)).toBe("verified");
  });
});
