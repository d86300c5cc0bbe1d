import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, contact, thai, coordinator, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

const agency = (code: string) => agencyOf(world, code).id;
const narrow = (who: Acting, id: string, keep: string[], over: Record<string, string> = {}) =>
  visit(act, `${home()}/${id}`, {
    ...as(who, id),
    form: { intent: "narrow", command: uuid(), base: "1", reason: "", keep, ...over },
  });

test("whom the case reaches is said to those alone who may take it from them", async () => {
  const { id } = await released();
  const own = (await pageFor(thai, id)).data.page.released;
  expect(own?.may).toMatchObject({ narrow: true, withdraw: true });
  expect(own?.reach?.readers.map(({ name }) => name)).toEqual([
    "Agency LA-CUS",
    "Agency RILO",
    "Agency VN-CUS",
    "Agency VN-POL",
  ]);
  for (const other of [contact, coordinator]) {
    const seen = (await pageFor(other, id)).data.page.released;
    expect(seen).toMatchObject({ reach: null, may: { narrow: false } });
  }
});

test("left out, it counts the facts and does not read the case; the owner's history says how many lost it", async () => {
  const { id } = await released();
  expect(await narrow(thai, id, [agency("VN-POL")])).toMatchObject({ data: { done: "narrow", lost: "3" } });
  expect((await pageFor(contact, id)).data.page.released).toMatchObject({ fact: { id }, case: null, versions: [] });
  const { versions, reach } = (await pageFor(thai, id)).data.page.released ?? {};
  expect(versions?.[0]).toMatchObject({ changeKind: "narrowed", lost: 3 });
  expect(reach?.readers).toMatchObject([{ id: agency("VN-POL") }]);
});

test("what cannot be done comes back at its field, with what was chosen and typed", async () => {
  const { id } = await released();
  const everybody = ["LA-CUS", "RILO", "VN-CUS", "VN-POL"].map(agency);
  const said = await narrow(thai, id, everybody, { reason: "On request" });
  expect(said).toMatchObject({
    status: 422,
    data: { refused: { fields: { keep: ["seizure.narrow.nobody"] }, form: { keep: everybody, reason: "On request" } } },
  });
  expect(await narrow(thai, id, ["nobody"])).toMatchObject({ status: 422 });
  const long = await narrow(thai, id, [], { reason: "x".repeat(1001) });
  expect(long).toMatchObject({ status: 422, data: { refused: { fields: { reason: ["text.long"] } } } });
  expect((await pageFor(contact, id)).data.page.released?.case).not.toBeNull();
});
