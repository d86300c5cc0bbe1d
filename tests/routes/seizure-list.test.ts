import { afterAll, describe, expect, test } from "vitest";
import { loader as places } from "#app/routes/operations.$operationId.places.ts";
import { loader as list } from "#app/routes/operations.$operationId.seizures._index.tsx";
import { loader as taxa } from "#app/routes/operations.$operationId.taxa.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, observer, home, as, listFor, released } = await seizureRoutes();
afterAll(() => world.close());

describe("the list", () => {
  test("is turned by key both ways, each seizure once", async () => {
    const reporter = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    for (let n = 0; n < 55; n++) await released(reporter);
    const first = (await listFor(contact)).data.page;
    expect(first.facts).toHaveLength(50);
    expect(first.previous).toBeNull();
    const second = (await listFor(contact, `?after=${first.next}&at=51`)).data.page;
    expect(first.facts.length + second.facts.length).toBe(first.total);
    const ids = [...first.facts, ...second.facts].map((fact) => fact.id);
    expect(new Set(ids).size).toBe(first.total);
    const back = (await listFor(contact, `?before=${second.previous}`)).data.page;
    expect(back.facts.map((fact) => fact.id)).toEqual(first.facts.map((fact) => fact.id));
    expect(back.previous).toBeNull();
  });

  test.each([
    ["Nội Bài", "noi bai"],
    ["象牙雕刻", "象牙"],
    ["ท่าเรือกรุงเทพ", "กรุงเทพ"],
  ])("finds %s by %s", async (narrative, query) => {
    const { id } = await released(thai, { narrative });
    const { data } = await listFor(contact, `?q=${encodeURIComponent(query)}`);
    expect(data.page.facts.map((fact) => fact.id)).toContain(id);
  });

  test("an observer is sent to the panel, a stranger nowhere", async () => {
    expect(await visit(list, home(), as(observer))).toMatchObject({ status: 403, data: { refused: true } });
    expect((await visit(list, home(), as(await world.stranger()))).status).toBe(404);
  });
});

test("places and species are found by what people type", async () => {
  const json = (route: typeof places) => async (args: Parameters<typeof places>[0]) => (await route(args)).json();
  const ask = (route: typeof places, query: string) => visit(json(route), `/operations/x/find?${query}`, as(officer));
  expect((await ask(places, "q=noi%20bai")).data).toMatchObject({
    places: expect.arrayContaining([expect.objectContaining({ iata: "HAN", country: "VN", kind: "airport" })]),
  });
  const listing = { appendix: "I", toBeConfirmed: true };
  expect((await ask(taxa, "q=pangolin&on=2026-08-14")).data).toMatchObject({
    taxa: expect.arrayContaining([expect.objectContaining({ listing: expect.objectContaining(listing) })]),
  });
});
