import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { duplicatesPage } from "#app/duplicates-page.server.ts";
import { seizurePage } from "#app/seizure-page.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, unholdSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { verificationPage } from "#app/verification-page.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0 } });
afterAll(() => world.close());
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "LA-CUS") });

/** Told by two countries, and joined with the word of both. */
async function joint() {
  const told = async (by: Acting, quantity: string) => {
    const input = aSeizureInput({ items: [aSeizureItem({ quantity })] });
    await submitReport(by, aCommand(input));
    return input.id;
  };
  const [sent, taken] = [await told(thai, "31"), await told(lao, "470")];
  const duplicate = uuid();
  await proposeJoint(ocu, aCommand({ id: duplicate, kept: sent, dropped: taken, note: "" }));
  for (const owner of [thai, lao]) await agreeToMerge(owner, aCommand({ duplicate }));
  return { sent, taken, duplicate };
}

const pageOf = async (who: Acting, id: Id) => {
  const { released } = await read(who, (tx, self) => seizurePage(tx, self, id));
  if (!released) throw new Error("not released");
  return released;
};
const jointlyOf = async (who: Acting, id: Id) =>
  (await pageOf(who, id)).standing.map(({ version, joint, headNo }) => ({ version, joint, headNo }));
const findingsOn = async (id: Id) => {
  const { reports } = await read(ocu, (tx, self) => verificationPage(tx, self, ocu, new URLSearchParams()));
  return reports.find((report) => report.id === id);
};
const numberOf = async (id: Id) => (await pageOf(ocu, id)).fact.messageNo;
const baseOf = async (id: Id) => (await read(thai, (tx) => findFact(tx, world.operationId, id)))?.revision ?? 0;

test("beside each other two messages say the species by its name, where a machine gave its id alone", async () => {
  const told = async (by: Acting, taxonText: string) => {
    const item = aSeizureItem({ commodity: "L1.rosewood", taxonId: "dalbergia-cochinchinensis", taxonText });
    const input = aSeizureInput({ items: [item] });
    await submitReport(by, aCommand(input));
    return input.id;
  };
  const [sent, taken] = [await told(thai, ""), await told(lao, "Rosewood, Siamese")];
  await proposeJoint(ocu, aCommand({ id: uuid(), kept: sent, dropped: taken, note: "" }));
  const { decided } = await read(thai, (tx, self) => duplicatesPage(tx, self, thai));
  const pair = decided.find(({ sides }) => sides[0].id === sent);
  expect(pair?.sides.map(({ input }) => input?.items[0]?.taxonText)).toEqual([
    "Dalbergia cochinchinensis",
    "Rosewood, Siamese",
  ]);
});

test("the history of a seizure tells when it became part of a joint case and when it left it", async () => {
  const { sent, taken, duplicate } = await joint();
  const no = await numberOf(sent);
  const joinedThen = [
    { version: 1, joint: null, headNo: null },
    { version: 2, joint: sent, headNo: no },
  ];
  for (const who of [thai, lao, ocu, analyst]) {
    for (const id of [sent, taken]) expect(await jointlyOf(who, id)).toEqual(joinedThen);
  }
  await closeDuplicate(thai, aCommand({ duplicate, note: "Another box" }));
  expect(await jointlyOf(lao, taken)).toEqual([...joinedThen, { version: 3, joint: null, headNo: null }]);
});

test("who may not see the message that stands for the case is told no number of it", async () => {
  const { sent, taken } = await joint();
  const no = await numberOf(sent);
  await holdSeizure(thai, aCommand({ seizure: sent, base: await baseOf(sent), reason: "Not yet" }));
  const last = async (who: Acting) => (await jointlyOf(who, taken)).at(-1)?.headNo;
  expect([await last(lao), await last(ocu), await last(analyst), await last(thai)]).toEqual([null, null, null, no]);
  expect((await findingsOn(taken))?.findings.map(({ check }) => check)).not.toContain("joint");
  await unholdSeizure(thai, aCommand({ seizure: sent, base: await baseOf(sent), reason: "Now" }));
  expect(await last(analyst)).toBe(no);
});

test("the queue of checks says it without risk, with the other country's number", async () => {
  const { sent, taken } = await joint();
  const alone = aSeizureInput({ items: [aSeizureItem({ quantity: "5" })] });
  await submitReport(lao, aCommand(alone));
  const [one, other] = [await findingsOn(sent), await findingsOn(taken)];
  expect(one?.findings.filter(({ check }) => check === "joint")).toEqual([
    { check: "joint", about: "other", weight: 0, values: { no: await numberOf(taken), country: "LA" } },
  ]);
  expect(other?.findings.at(-1)).toMatchObject({ check: "joint", values: { no: await numberOf(sent), country: "TH" } });
  const weights = one?.findings.filter(({ check }) => check !== "joint").map(({ weight }) => weight) ?? [];
  expect(one?.risk).toBe(weights.reduce((sum, weight) => sum + weight, 0));
  expect((await findingsOn(alone.id))?.findings.map(({ check }) => check)).not.toContain("joint");
});
