import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FactBlock } from "#app/domain/fact-block.ts";
import { FactReader } from "#app/domain/fact-reader.ts";
import type { Id } from "#app/domain/id.ts";
import type { RecordsLook } from "#app/domain/look.ts";
import { loader as map } from "#app/routes/operations.$operationId.map.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { ownSeenBy } from "#db/queries/seen-by.server.ts";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, observer, as, listFor, released } = await seizureRoutes();
afterAll(() => world.close());

const agency = (code: string) => agencyOf(world, code).id;
const vn = agency("VN-CUS");
const marker = "Marigold";
let shared: Id;
let closed: Id;
let personal: Id;
let held: Id;

/** Of Thailand, each given to others in another way; of Viet Nam one that Thailand reads. */
beforeAll(async () => {
  const lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  const memberId = await read(lao, async (_tx, self) => memberOf(self).id);
  shared = (await released(thai, { narrative: `${marker} to all` })).id;
  closed = (await released(thai, { narrative: `${marker} to nobody`, audience: { kind: "agencies", agencies: [] } }))
    .id;
  personal = (
    await released(thai, { narrative: `${marker} to one`, audience: { kind: "members", members: [memberId] } })
  ).id;
  held = (await released(thai)).id;
  await holdSeizure(thai, aCommand({ seizure: held, base: 1, reason: "" }));
  const gone = (await released(thai)).id;
  await withdrawSeizure(thai, aCommand({ seizure: gone, base: 1, reason: "Not ours" }));
  const police = await world.join({ role: "ncp", agency: await world.agency("KH-CUS") });
  await world.owner`update participants set clearance_steps = 0 where agency_id = ${agency("KH-CUS")}`;
  await released(police, { narrative: `${marker} of others` });
});

type Listed = Awaited<ReturnType<typeof listFor>>["data"] & { looked: RecordsLook | null; looks: boolean };

async function listed(who: Acting, query: string) {
  const { status, data } = await listFor(who, query);
  return { status, data: data as Listed };
}
const idsIn = ({ data }: { data: Listed }) => data.page.facts.map(({ id }) => id).sort();
const mapFor = async (who: Acting, query: string) =>
  visit(map, `/operations/${world.operationId}/map${query}`, as(who));

describe("the list of the own records as another agency sees it", () => {
  test("is what that agency gets of them, and nothing of anybody else's", async () => {
    for (const [who, code] of [
      [contact, "VN-CUS"],
      [coordinator, "RILO"],
    ] as const) {
      const theirs = (await listFor(who)).data.page.facts.filter(({ agencyId }) => agencyId === agency("TH-CUS"));
      const looked = await listed(thai, `?as=${agency(code)}`);
      expect(idsIn(looked)).toEqual(theirs.map(({ id }) => id).sort());
      expect(idsIn(looked)).toEqual([shared, closed, personal].sort());
      expect(looked.data.page.total).toBe(3);
      expect(looked.data.reports).toEqual([]);
    }
  });

  test("is searched only where they may read the case", async () => {
    const found = async (code: string) => idsIn(await listed(thai, `?as=${agency(code)}&q=${marker}`));
    expect(await found("VN-CUS")).toEqual([shared]);
    expect(await found("LA-CUS")).toEqual([shared, personal].sort());
    expect(await found("RILO")).toEqual([shared, closed, personal].sort());
    // With her own eyes she finds the one of others as well.
    expect((await listFor(thai, `?q=${marker}`)).data.page.total).toBe(4);
  });

  test("says by role how many they see; who reads no facts sees none", async () => {
    const { looked } = (await listed(thai, `?as=${vn}`)).data;
    expect(looked).toEqual({
      agencyId: vn,
      role: "ncp",
      rows: [
        { role: "ncp", persons: 1, records: 3 },
        { role: "reporter", persons: 1, records: 0 },
      ],
    });
    const reporter = await listed(thai, `?as=${vn}&role=reporter`);
    expect(reporter.data).toMatchObject({ looked: { role: "reporter" }, page: { total: 0, facts: [] } });
    const nobody = await listed(thai, `?as=${uuid()}`);
    expect(nobody.data).toMatchObject({ looked: { role: null, rows: [] }, page: { total: 0 } });
    expect((await listed(thai, "?as=nobody")).data.looked).toBeNull();
  });

  test("is for contact points alone; the own agency is nobody else", async () => {
    for (const other of [officer, coordinator]) expect((await listed(other, `?as=${vn}`)).status).toBe(403);
    expect((await listed(observer, `?as=${vn}`)).status).toBe(403);
    expect((await listed(thai, `?as=${agency("TH-CUS")}`)).data).toMatchObject({ page: { total: 0 } });
    expect((await listed(contact, "")).data.looks).toBe(true);
    expect((await listed(coordinator, "")).data.looks).toBe(false);
  });

  test("leaves the same transaction reading as itself", async () => {
    const after = await read(thai, async (tx, self) => {
      await ownSeenBy(tx, vn, null);
      const [row] = await tx.execute<{ id: Id }>("select current_member() as id");
      return [row?.id, memberOf(self).id];
    });
    expect(after[0]).toBe(after[1]);
  });
});

describe("the map of the own records as another agency sees it", () => {
  test("has what they see of them, with its own figures, and no word of the live ones", async () => {
    const { status, data } = await mapFor(thai, `?as=${vn}`);
    expect(status).toBe(200);
    const { looked, ...rest } = data as { looked: { block: unknown; look: RecordsLook } };
    expect(rest).toEqual({});
    expect([...new FactReader(FactBlock.parse(looked.block)).ids].sort()).toEqual([shared, closed, personal].sort());
    expect(looked.look).toMatchObject({ agencyId: vn, role: "ncp" });
  });

  test("is for contact points alone", async () => {
    expect((await mapFor(coordinator, `?as=${vn}`)).status).toBe(403);
    expect((await mapFor(thai, "")).data).toMatchObject({ looked: null, looks: true });
  });
});
