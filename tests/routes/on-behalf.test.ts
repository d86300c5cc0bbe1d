import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { Waiting } from "#app/components/workspace/waiting-list.tsx";
import type { Id } from "#app/domain/id.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { loader as today } from "#app/routes/operations.$operationId._index.tsx";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { loader as draftPage } from "#app/routes/operations.$operationId.seizures.$seizureId_.draft.tsx";
import { loader as newPage } from "#app/routes/operations.$operationId.seizures.new.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { formOf, seizureRoutes, shortForm } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, home, as, sendAs, pageFor } = await seizureRoutes();
afterAll(() => world.close());

const post = agencyOf(world, "VN-CUS").units[0].id;
const onBehalf = (over: FormFields = {}) =>
  shortForm({
    "behalf.unitId": post,
    "behalf.informant": "Sergeant Lan",
    "behalf.channel": "radio",
    "behalf.cameOn": "2021-05-17",
    "behalf.cameTime": "9.05",
    ...over,
  });

async function entered() {
  const form = onBehalf();
  await sendAs(contact, form);
  return String(form.id);
}

const answer = (who: Acting, id: Id, form: Record<string, string>) =>
  visit(act, `${home()}/${id}`, { ...as(who, id), form: { command: uuid(), ...form } });

async function waitsFor(who: Acting, id: Id) {
  const { data } = await visit(today, `/operations/${world.operationId}`, as(who));
  return (data as Partial<Waiting>).entries?.filter(({ seizureId }) => seizureId === id);
}

describe("the form", () => {
  test("offers the posts of the agency to contact points, and nothing of it to officers", async () => {
    const offered = async (who: Acting) => formOf(await visit(newPage, `${home()}/new`, as(who))).data.choices.posts;
    expect(await offered(contact)).toMatchObject([{ id: post }, {}]);
    expect(await offered(officer)).toEqual([]);
  });

  test("says at each field what is missing, and keeps what was typed", async () => {
    const typed = { "behalf.unitId": "", "behalf.channel": "", "behalf.informant": "", "behalf.cameTime": "noon" };
    const said = await sendAs(contact, onBehalf(typed));
    expect(said).toMatchObject({
      status: 422,
      data: {
        errors: {
          "behalf.unitId": ["behalf.post.missing"],
          "behalf.channel": ["behalf.channel.missing"],
          "behalf.informant": ["behalf.informant.missing"],
          "behalf.cameTime": ["time.malformed"],
        },
        fields: { "behalf.cameTime": "noon", "behalf.cameOn": "2021-05-17", depth: "short" },
      },
    });
    const future = await sendAs(contact, onBehalf({ "behalf.cameOn": "2999-01-01" }));
    expect(future).toMatchObject({ status: 422, data: { errors: { "behalf.cameTime": ["behalf.came.future"] } } });
    const foreign = await sendAs(contact, onBehalf({ "behalf.unitId": agencyOf(world, "TH-CUS").units[0].id }));
    expect(foreign).toMatchObject({ status: 422, data: { errors: { "behalf.unitId": ["behalf.post.missing"] } } });
  });

  test("without a word in that part it is a report of one's own", async () => {
    const form = shortForm({ "behalf.cameOn": "2021-05-17" });
    expect(await sendAs(contact, form)).toMatchObject({ status: 302 });
    expect((await pageFor(contact, String(form.id))).data.page.report?.entry).toBeNull();
  });
});

test("the number is there at once, in clearance, with when it came in by the operation's clock", async () => {
  const id = await entered();
  expect((await pageFor(contact, id, "?sent")).data.page.report).toMatchObject({
    state: "in_clearance",
    entry: {
      receipt: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/),
      informant: "Sergeant Lan",
      channel: "radio",
      cameAt: "2021-05-17T02:05:00.000Z",
      mayConfirm: false,
    },
  });
  const { data } = formOf(await visit(draftPage, `${home()}/${id}/draft`, as(contact, id)));
  expect(data.choices.posts).toEqual([]);
});

test("the post is asked on its first page and on the report's; what it says is wrong waits for the contact point", async () => {
  const id = await entered();
  expect(await waitsFor(officer, id)).toMatchObject([{ by: "Officer VN-CUS", objection: "" }]);
  expect(await waitsFor(contact, id)).toEqual([]);
  expect((await pageFor(officer, id)).data.page.report?.entry).toMatchObject({ mayConfirm: true });

  const wordless = await answer(officer, id, { intent: "object_entry", objection: " " });
  expect(wordless).toMatchObject({
    status: 422,
    data: { refused: { fields: { objection: ["behalf.objection.missing"] } } },
  });
  await answer(officer, id, { intent: "object_entry", objection: "It was two bags" });
  expect(await waitsFor(officer, id)).toEqual([]);
  expect(await waitsFor(contact, id)).toMatchObject([{ objection: "It was two bags", unit: "Unit 1" }]);

  await answer(officer, id, { intent: "confirm_entry" });
  expect([await waitsFor(officer, id), await waitsFor(contact, id)]).toEqual([[], []]);
  expect((await pageFor(officer, id)).data.page.report?.entry).toMatchObject({
    confirmedBy: "Officer VN-CUS",
    objection: "It was two bags",
    mayConfirm: false,
  });
});
