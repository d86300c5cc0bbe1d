import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
/** Whose reports wait for an approval, and whose are released at once. */
let senders: Record<"waits" | "released", Acting>;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0 } });
  senders = {
    waits: await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
    released: await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
  };
});
afterAll(() => world.close());

/** What no list has, or no calendar and no scale: by the field that it stands in. */
const IMPOSSIBLE: Record<string, [over: Partial<SeizureInput>, key: string]> = {
  handling: [{ handling: "secret_12" }, "code.unknown"],
  mode: [{ mode: "hovercraft" }, "code.unknown"],
  custody: [{ custody: "nowhere" }, "code.unknown"],
  "detections.0": [{ detections: ["hunch"] }, "code.unknown"],
  "place.country": [{ place: { ...aSeizureInput().place, country: "QX" } }, "country.malformed"],
  "route.0.place.country": [
    { route: [aRouteNode({ place: { ...aRouteNode().place, country: "QX" } })] },
    "country.malformed",
  ],
  "route.0.sharePercent": [{ route: [aRouteNode({ sharePercent: "140" })] }, "percent.range"],
  "items.0.commodity": [{ items: [aSeizureItem({ commodity: "F2.nothing" })] }, "commodity.unknown"],
  "items.0.fieldCommodity": [{ items: [aSeizureItem({ fieldCommodity: "F2.nothing" })] }, "commodity.unknown"],
  "items.0.unit": [{ items: [aSeizureItem({ unit: "glorps" })] }, "code.unknown"],
  "items.0.secondUnit": [{ items: [aSeizureItem({ secondQuantity: "3", secondUnit: "glorps" })] }, "code.unknown"],
  "items.0.purityPercent": [{ items: [aSeizureItem({ purityPercent: "140" })] }, "percent.range"],
  occurredOn: [{ occurredOn: "2090-05-17" }, "date.future"],
};

const refusedAt = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (thrown) => (thrown instanceof Problem ? thrown.detail.fields : Promise.reject(thrown)),
  );

test.each(Object.entries(IMPOSSIBLE))(
  "%s that cannot be is refused at its field, however it goes on",
  async (field, [over, key]) => {
    for (const acting of Object.values(senders)) {
      const seizure = aSeizureInput({ ...over });
      expect(await refusedAt(submitReport(acting, aCommand(seizure)))).toEqual({ [field]: [key] });
    }
  },
);

test.each(Object.entries(IMPOSSIBLE))(
  "%s that cannot be is refused in a correction as well",
  async (field, [over, key]) => {
    const seizure = aSeizureInput();
    await submitReport(senders.released, aCommand(seizure));
    const base = { facts: 1, case: 1, nominal: 0 };
    const corrected = { ...seizure, ...over };
    const amended = { seizure: corrected, base, kind: "correction", reason: "Looked at again" };
    expect(await refusedAt(amendSeizure(senders.released, aCommand(amended)))).toEqual({ [field]: [key] });
  },
);

test("a country that is not known is one of the codes for that, and today has come somewhere", async () => {
  const seizure = aSeizureInput({
    place: { ...aSeizureInput().place, country: "XX", placeId: null },
    occurredOn: new Date().toISOString().slice(0, 10),
  });
  expect(await refusedAt(submitReport(senders.released, aCommand(seizure)))).toBe("taken");
});
