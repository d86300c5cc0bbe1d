import { afterAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { loader } from "#app/routes/operations.$operationId.digest.tsx";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import { returnReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { aPlace, aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 1 } });
afterAll(() => world.close());
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });

const see = ({ token }: Acting) =>
  visit(loader, `/operations/${world.operationId}/digest`, {
    house: world.house,
    token,
    params: { operationId: world.operationId },
  });

const whole = {
  place: aPlace({ country: "TH", placeId: "SGSIN", lat: 13.7, lon: 100.75, precision: "facility" }),
  route: [aRouteNode({ role: "departure" }), aRouteNode({ role: "destination" })],
  concealmentPlaces: ["none"],
  items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })],
};

/** Cleared and released so many hours after the end of its day, in the zone of the operation. */
async function released(hours: readonly [number, number], over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput({ ...whole, occurredOn: "2021-05-17", ...over });
  const dayEnd = Date.parse("2021-05-17T17:00:00Z");
  const [clearedAt, releasedAt] = hours.map((n) => new Date(dayEnd + n * HOUR)) as [Date, Date];
  await submitReport(thai, aCommand(input), { clearedAt, releasedAt });
  return input.id;
}
const HOUR = 3_600_000;

test("an agency sees how its own reports went, and nobody else's", async () => {
  const id = await released([10, 11]);
  await released([20, 120], { concealmentPlaces: [] });
  await released([30, 33], { concealmentPlaces: [], datePrecision: "month" });
  const seizure = { ...aSeizureInput({ ...whole, occurredOn: "2021-05-17" }), id, carrier: "Mekong Lines" };
  const base = { facts: 1, case: 1, nominal: 0 };
  await amendSeizure(thai, aCommand({ seizure, base, kind: "own_error", reason: "Read again" }));
  for (const question of [crypto.randomUUID(), crypto.randomUUID()]) {
    await askQuestion(ocu, aCommand({ id: question, seizure: id, field: "place", question: "Where?" }));
    await answerQuestion(thai, aCommand({ question, answer: "At the quay" }));
  }
  await askQuestion(ocu, aCommand({ id: crypto.randomUUID(), seizure: id, field: "amount", question: "Net?" }));
  const { data } = await see(thai);
  expect(data.page).toMatchObject({
    cases: 3,
    late: 1,
    // Of the month alone nobody can say how long it took.
    toCleared: { n: 2, median: 15 * HOUR, ninetieth: 19 * HOUR },
    toReleased: { n: 3, median: 3 * HOUR },
    corrections: [{ kind: "own_error", n: 1 }],
    returned: 0,
    questions: { asked: 3, open: 1, toAnswer: { n: 2 } },
  });
  const page = data.page as { findings: { check: string; cases: number }[] };
  expect(page.findings).toEqual(
    expect.arrayContaining([
      { check: "missing_concealment", cases: 2 },
      { check: "late", cases: 1 },
      { check: "rough_day", cases: 1 },
    ]),
  );
  expect((await see(lao)).data.page).toMatchObject({ cases: 0, toCleared: null, questions: { asked: 0 } });
  expect((await see(ocu)).status).toBe(403);
});

test("what was returned counts for the agency whose it was", async () => {
  const officer = await world.join({ role: "reporter", agency: agencyOf(world, "LA-CUS") });
  const input = aSeizureInput();
  await submitReport(officer, aCommand(input));
  await returnReport(lao, aCommand({ seizure: input.id, baseVersion: 1, note: "Weigh again" }));
  expect((await see(lao)).data.page).toMatchObject({ returned: 1 });
  expect((await see(thai)).data.page).toMatchObject({ returned: 0 });
});
