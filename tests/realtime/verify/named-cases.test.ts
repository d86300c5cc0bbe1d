import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { verifySeizure } from "#app/services/checks.server.ts";
import { agreeToMerge, proposeJoint } from "#app/services/duplicates.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure } from "#app/services/seizures.server.ts";
import type { Verified, Wanted } from "#realtime/verify/verify-report.ts";
import { aPlace, aRouteNode, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, aWorld, type World } from "#tests/support/world.ts";
import { AGENCIES, type AgencyCode, openScene, type Scene, tell } from "./deeds.ts";
import { codeOf, countedIn, verifying, wrongIn } from "./verified.ts";

let world: World;
let verify: (wanted: Wanted) => Promise<Verified>;
let scene: Scene;
beforeAll(async () => {
  world = await aWorld({ steps: Object.fromEntries(AGENCIES.map((code) => [code, 0])) });
  verify = verifying(world.database);
});
beforeEach(async () => {
  scene = await openScene(await world.another());
});
afterAll(() => world.close());

async function told(agency: AgencyCode, said: Partial<SeizureInput>): Promise<Id> {
  const id = uuid();
  await tell(scene, { agency, said: { id, occurredOn: "2021-05-17", ...said }, hours: [30, 2] });
  return id;
}

/** That both countings agree, and that they say this. */
async function expectFigures(lines: Record<string, string | null>): Promise<void> {
  const verified = await verify({ operation: await codeOf(scene.world) });
  expect(wrongIn(verified)).toEqual([]);
  expect(Object.fromEntries(Object.keys(lines).map((line) => [line, countedIn(verified, line)]))).toEqual(lines);
}

const inCountry = (country: string) => aPlace({ country, placeId: null, name: "", precision: "country" });
const through = (role: string, country: string, over = {}) => aRouteNode({ role, place: inCountry(country), ...over });
const persons = (arrested: number) => ({ arrested, identified: null, nationalities: [] });

describe("the worked examples", () => {
  test("mixed units: ivory in kilograms and plants in pieces are two lines, and no sum", async () => {
    const ivory = aSeizureItem({ commodity: "F2.raw_ivory", quantity: "33", unit: "kg" });
    const plants = aSeizureItem({ commodity: "L3", quantity: "1221", unit: "pcs" });
    await told("VN-CUS", {
      ...{ eventKind: "controlled_delivery_takedown", mode: "post", items: [ivory, plants], persons: persons(2) },
    });
    await expectFigures({
      ...{ "cases/total": "1", "byReporter/mixed/VN/total": "1", "bySlot/I/total": "1", "bySlot/L/total": "1" },
      ...{ "quantityBySlot/rows/I/kg/total": "33", "quantityBySlot/rows/L/pcs/total": "1221" },
      ...{ "quantityBySlot/rows/I/pcs/total": null, "persons/persons": "2", "counts/takedowns": "1" },
    });
  });

  test("timber: found in Thailand on its way to China, four arrests", async () => {
    await told("TH-CUS", {
      ...{ occurredOn: "2021-04-20", place: inCountry("TH"), offences: ["forged_document"], persons: persons(4) },
      items: [aSeizureItem({ commodity: "L1", quantity: null, unit: null })],
      route: [through("discovery", "TH"), through("destination", "CN")],
    });
    await expectFigures({
      ...{ "corridors/TH~CN/total": "1", "persons/persons": "4", "byFamily/timber/total": "1" },
      ...{ "quantityBySlot/without/L/cases": "1", "counts/completeness/destination": "1" },
    });
  });

  test("parallel origins: each leads to where the way begins, none to the other", async () => {
    await told("VN-CUS", {
      place: inCountry("SG"),
      items: [aSeizureItem({ quantity: "1", unit: "t" })],
      route: [
        through("origin", "UG", { sharePercent: "20" }),
        through("origin", "KE", { sharePercent: "80" }),
        through("departure", "KE"),
        through("transit", "AE", { opportunity: true }),
        through("transit", "MY", { opportunity: false }),
        through("discovery", "SG"),
        through("destination", "CN"),
      ],
    });
    const corridors = ["UG>KE", "KE>AE", "AE>MY", "MY>SG", "SG~CN"];
    await expectFigures({
      ...Object.fromEntries(corridors.map((corridor) => [`corridors/${corridor}/total`, "1"])),
      ...{ "corridors/UG>SG/total": null, "corridors/UG>AE/total": null, "corridors/KE>KE/total": null },
      ...{ "corridors/-/total": null, "quantityByCommodity/rows/F2.raw_ivory/kg/total": "1000" },
    });
  });
});

async function join(one: [AgencyCode, Id], other: [AgencyCode, Id]): Promise<void> {
  const duplicate = uuid();
  const note = "Sender and receiver";
  await proposeJoint(scene.ocu, aCommand({ id: duplicate, kept: one[1], dropped: other[1], note }));
  await agreeToMerge(scene.as[one[0]], aCommand({ duplicate }));
  await agreeToMerge(scene.as[other[0]], aCommand({ duplicate }));
}

async function correct(agency: AgencyCode, id: Id, facts: number, said: Partial<SeizureInput>, version = 1) {
  const message = scene.told.find((one) => one.id === id);
  if (!message) throw new Error("Nobody told of it");
  message.input = { ...message.input, ...said };
  const base = { facts, case: version, nominal: 0 };
  const why = { kind: "correction", reason: "Looked again" };
  await amendSeizure(scene.as[agency], aCommand({ seizure: message.input, base, ...why }));
}

describe("a joint case", () => {
  test("is one in the total and one of each that told of it; a day that is corrected later does not move it", async () => {
    const [thai, lao] = [
      await told("TH-CUS", { occurredOn: "2021-05-03", mode: "post", persons: persons(3) }),
      await told("LA-CUS", { occurredOn: "2021-05-05", mode: "river", persons: persons(5) }),
    ];
    await join(["TH-CUS", thai], ["LA-CUS", lao]);
    await correct("LA-CUS", lao, 2, { occurredOn: "2021-05-01" });
    const both = {
      "byReporter/I/TH/total": "1",
      "byReporter/I/LA/total": "1",
      "joint/cases": "1",
      "joint/messages": "2",
    };
    await expectFigures({ "cases/total": "1", ...both, "byDay/2021-05-03/I/total": "1", "persons/persons": "3" });
  });

  test("whose head is held back is told by the next in the order of its last link", async () => {
    const takedown = { eventKind: "controlled_delivery_takedown", occurredOn: "2021-05-09" };
    const [thai, lao, viet] = [
      await told("TH-CUS", { occurredOn: "2021-05-03", persons: persons(3) }),
      await told("LA-CUS", { occurredOn: "2021-05-05", persons: persons(5) }),
      await told("VN-CUS", { ...takedown, persons: persons(7) }),
    ];
    await join(["TH-CUS", thai], ["LA-CUS", lao]);
    await join(["VN-CUS", viet], ["LA-CUS", lao]);
    await expectFigures({ "cases/total": "1", "persons/persons": "7", "joint/messages": "3" });
    await correct("LA-CUS", lao, 3, { occurredOn: "2021-05-01" });
    const standing = await scene.world.owner<{ version: number }[]>`
      select version from seizure_facts where id = ${viet} and ended_by is null`;
    await holdSeizure(scene.as["VN-CUS"], aCommand({ seizure: viet, base: standing[0]?.version ?? 0, reason: "Wait" }));
    await expectFigures({ "cases/total": "1", "persons/persons": "3", "joint/messages": "2", "counts/takedowns": "0" });
  });
});

describe("what was checked", () => {
  test("stays confirmed where words alone were corrected, and is provisional after anything that counts", async () => {
    const thai = await told("TH-CUS", { mode: "post" });
    await verifySeizure(scene.ocu, aCommand({ seizure: thai, base: 1 }));
    await correct("TH-CUS", thai, 2, { narrative: "A word" });
    await expectFigures({ "cases/confirmed": "1" });
    await correct("TH-CUS", thai, 2, { mode: "river" }, 2);
    await correct("TH-CUS", thai, 3, { mode: "post" }, 3);
    await expectFigures({ "cases/confirmed": "0", "cases/provisional": "1" });
  });

  test("is provisional after a correction that was made while it was held back", async () => {
    const thai = await told("TH-CUS", { mode: "post" });
    await verifySeizure(scene.ocu, aCommand({ seizure: thai, base: 1 }));
    await holdSeizure(scene.as["TH-CUS"], aCommand({ seizure: thai, base: 2, reason: "Wait" }));
    await correct("TH-CUS", thai, 2, { mode: "river" });
    await expectFigures({ "cases/total": "0", "cases/confirmed": "0" });
    await unholdSeizure(scene.as["TH-CUS"], aCommand({ seizure: thai, base: 3, reason: "Ours" }));
    await expectFigures({ "cases/total": "1", "cases/confirmed": "0" });
  });
});
