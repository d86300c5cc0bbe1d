import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { erasedPage } from "#app/erased-page.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport } from "#app/services/operation-reports.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { versionsCounting } from "#db/queries/erasures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** What a contact point is told before a case is taken away: in which frozen versions of reports it stays. */
let world: World;
let [lead, contact, other]: Acting[] = [];
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  other = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());
const as = (who?: Acting) => who ?? expect.fail("nobody");

const heroin = () => aSeizureInput({ items: [aSeizureItem({ commodity: "D2.heroin", quantity: "2", unit: "kg" })] });
async function released(input = heroin()) {
  await submitReport(as(contact), aCommand(input));
  return input;
}
const WHOLE = { kind: "end_of_operation" as const, from: null, to: null };
async function frozen(over: object = {}): Promise<Id> {
  const id = crypto.randomUUID();
  await beginReport(as(lead), aCommand({ id, audience: "participants" as const, title: "Results", ...WHOLE, ...over }));
  await freezeReport(as(lead), aCommand({ report: id, reckoning: 1 }));
  return id;
}
const counting = (seizure: Id, who = contact) => read(as(who), (tx) => versionsCounting(tx, seizure));
const inReports = async (seizure: Id) => (await counting(seizure)).map(({ report }) => report);

test("those that were frozen while it was counted, by name once they are published to the reader", async () => {
  const before = await frozen();
  const { id } = await released();
  const report = await frozen();
  expect(await counting(id)).toEqual([{ report, number: 1, title: null }]);
  await publishReport(as(lead), aCommand({ report, edition: 1 }));
  expect(await counting(id)).toEqual([{ report, number: 1, title: "Results" }]);
  for (const who of [other, lead]) expect(await counting(id, who)).toEqual([]);
  await withdrawSeizure(as(contact), aCommand({ seizure: id, base: 1, reason: "Not ours" }));
  const after = await frozen();
  expect(await inReports(id)).toEqual([report]);
  expect([before, after]).not.toContain(report);
});

test("none of a time when it was held back, and those of other days, countries and goods left out", async () => {
  const { id, occurredOn } = await released();
  await holdSeizure(as(contact), aCommand({ seizure: id, base: 1, reason: "" }));
  await frozen();
  expect(await inReports(id)).toEqual([]);
  const { id: seen } = await released();
  const day = String(occurredOn);
  const sheet = (kind: string, subject: string) => frozen({ kind, subject });
  await frozen({ kind: "situation", from: "2021-06-29", to: "2021-06-30" });
  await sheet("country_sheet", "TH");
  await sheet("commodity_sheet", "D1");
  const counted = [
    await frozen({ kind: "situation", from: day, to: day }),
    await sheet("country_sheet", "VN"),
    await sheet("commodity_sheet", "D2"),
  ];
  expect(await inReports(seen)).toEqual(counted);
});

test("after it was erased the receipt of its owner names the same versions, and nobody else's does", async () => {
  const before = heroin();
  await released({ ...before, nationalCaseNo: "RECEIPT-1" });
  const [named, unnamed] = [await frozen(), await frozen()];
  await publishReport(as(lead), aCommand({ report: named, edition: 1 }));
  const expected = await counting(before.id);
  expect(expected).toEqual([
    { report: named, number: 1, title: "Results" },
    { report: unnamed, number: 1, title: null },
  ]);
  const order = { reference: "Court 1", approver: "" };
  await eraseSeizure(as(contact), aCommand({ seizure: before.id, base: 1, reason: "Court", order }), "RECEIPT-1");
  await frozen();
  const receipt = (who?: Acting) => read(as(who), (tx, self) => erasedPage(tx, self, before.id));
  expect((await receipt(contact))?.frozenVersions).toEqual(expected);
  for (const who of [other, lead]) expect((await receipt(who))?.frozenVersions).toEqual([]);
});
