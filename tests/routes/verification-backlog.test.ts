import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { UncheckedReport } from "#app/components/verification/verification-types.ts";
import type { Id } from "#app/domain/id.ts";
import { action, loader } from "#app/routes/operations.$operationId.checks.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aPlace, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { copyCases } from "#tests/support/copied-cases.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0 } });
afterAll(() => world.close());
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
const home = `/operations/${world.operationId}/checks`;
const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId: world.operationId } });
const queue = async () =>
  (await visit(loader, home, as(ocu))).data.page as { reports: UncheckedReport[]; total: number };
const verified = (id: Id) =>
  visit(action, home, { ...as(ocu), form: { intent: "verify", seizure: id, base: "1", command: uuid() } });

async function released(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput({
    place: aPlace({ country: "TH", placeId: "SGSIN", lat: 13.7, lon: 100.75, precision: "facility" }),
    concealmentPlaces: ["none"],
    items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })],
    ...over,
  });
  await submitReport(officer, aCommand(input));
  return input.id;
}

test("names the other message of a suspected pair, checked or not", async () => {
  const known = await released();
  await verified(known);
  const again = await released();
  const number = (await read(ocu, (tx) => findFact(tx, world.operationId, known)))?.messageNo;
  const { findings } = (await queue()).reports.find(({ id }) => id === again) ?? {};
  expect(number).toBeTruthy();
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: expect.stringMatching(/^duplicate/),
      values: expect.objectContaining({ no: number }),
    }),
  );
  await verified(again);
});

test("shows the riskiest that has just come in before the seven hundred that wait", async () => {
  const first = await released();
  await copyCases(world, first, 700);
  const tons = (commodity: string) => aSeizureItem({ commodity, quantity: "5000", unit: "kg" });
  const risky = await released({
    items: ["D1.meth_crystal", "D2.heroin", "D5.ketamine"].map(tons),
    ...{ occurredOn: "2021-05-01", concealmentPlaces: [], route: [], datePrecision: "month" as const },
  });
  const { reports, total } = await queue();
  expect(total).toBe(702);
  expect(reports[0]).toMatchObject({ id: risky });
  expect(reports[0]?.risk).toBeGreaterThan(reports[1]?.risk ?? 0);
});
