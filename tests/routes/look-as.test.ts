import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { ReleasedPage } from "#app/components/seizure/page-types.ts";
import { action as act, loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

const vn = agencyOf(world, "VN-CUS").id;
const nominal = {
  persons: [{ name: "Nguyen Van A", document: "", note: "" }],
  ...{ registration: "", waybill: "", note: "", recipients: [] as string[] },
};

/** Acts are the reader's own, and so are the ids under which he would do them. */
const said = (shown: ReleasedPage | null | undefined) => shown && { ...shown, may: null, commands: null };

test("the page as an agency sees it is what that agency gets", async () => {
  const { id } = await released(thai, { nominal: { ...nominal, recipients: [vn] } });
  await visit(act, `${home()}/${id}`, {
    ...as(coordinator, id),
    form: { intent: "ask", command: uuid(), id: uuid(), field: "amount", question: "Is it the ivory alone?" },
  });
  await visit(act, `${home()}/${id}`, {
    ...as(coordinator, id),
    form: { intent: "verify", command: uuid(), base: "1" },
  });
  for (const [who, agency] of [
    [contact, vn],
    [coordinator, agencyOf(world, "RILO").id],
  ] as const) {
    const { look } = (await pageFor(thai, id, `?as=${agency}`)).data;
    expect(said(look?.page)).toEqual(said((await pageFor(who, id)).data.page.released));
    expect(Object.values(look?.page?.may ?? {})).not.toContain(true);
  }
});

test("by role: the facts alone, or nothing; names are not shown where they would not be", async () => {
  const { id } = await released(thai, { nominal, audience: { kind: "agencies", agencies: [] } });
  const { data } = await pageFor(thai, id, `?as=${vn}&names`);
  expect(data.look).toMatchObject({
    role: "ncp",
    rows: [
      { role: "ncp", persons: 1, facts: true, kase: false, names: false },
      { role: "reporter", persons: 1, facts: false },
    ],
    page: { case: null, versions: [], readers: [], hasNames: false },
  });
  expect(data.nominal).toBeNull();
  expect((await pageFor(contact, id)).data.page.released?.case).toBeNull();
  expect((await pageFor(thai, id, `?as=${vn}&role=reporter`)).data.look).toMatchObject({
    role: "reporter",
    page: null,
  });
  expect((await visit(page, `${home()}/${id}`, as(officer, id))).status).toBe(404);
});

test("only the owner's contact points look; what is no agency is no question", async () => {
  const { id } = await released();
  for (const other of [contact, coordinator]) expect((await pageFor(other, id, `?as=${vn}`)).status).toBe(403);
  expect((await pageFor(thai, id, "?as=nobody")).data.look).toBeNull();
  expect((await pageFor(thai, id, `?as=${uuid()}`)).data.look).toMatchObject({ rows: [], role: null, page: null });
});
