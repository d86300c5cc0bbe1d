import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import {
  loader as draftPage,
  action as sendDraft,
} from "#app/routes/operations.$operationId.seizures.$seizureId_.draft.tsx";
import { loader as newPage } from "#app/routes/operations.$operationId.seizures.new.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { formOf, posted, seenKeys, seizureRoutes, shortForm } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, home, as, sendAs, listFor } = await seizureRoutes();
afterAll(() => world.close());

function aDraft(over: FormFields = {}): FormFields {
  return shortForm({ draftCommandId: uuid(), send: "draft", ...over });
}

describe("reporting", () => {
  test("five answers are a report; sent again after a lost line it is the same one", async () => {
    const form = shortForm();
    const first = await sendAs(officer, form);
    expect(first).toMatchObject({ status: 302, to: `${home()}/${form.id}?sent` });
    expect(await sendAs(officer, form)).toMatchObject(first);
    const { data } = await listFor(officer);
    expect(data.reports.filter((report) => report.id === form.id)).toHaveLength(1);
  });

  test("the same sending with other words is not taken twice, and says that the first arrived", async () => {
    const form = shortForm();
    await sendAs(officer, form);
    const said = await sendAs(officer, { ...form, "items.0.quantity": "96" });
    expect(said).toMatchObject({ status: 409, data: { arrived: true, fields: { "items.0.quantity": "96" } } });
  });

  test("errors stand at their fields, and everything typed comes back", async () => {
    const form = shortForm({ "items.0.quantity": "about 95", nationalCaseNo: "" });
    const said = await sendAs(officer, form);
    expect(said).toMatchObject({
      status: 422,
      data: {
        errors: { "items.0.quantity": ["decimal.malformed"], nationalCaseNo: ["case_no.missing"] },
        fields: { "items.0.quantity": "about 95", "place.country": "VN" },
      },
    });
  });

  test("doubts are asked once and never block: a second sending goes through", async () => {
    const form = shortForm({ occurredOn: "2020-01-02", "items.0.quantity": "95540" });
    const said = await sendAs(officer, form);
    expect(said.status).toBe(422);
    const checks = said.data.questions?.map((question) => question.check);
    expect(checks).toEqual(expect.arrayContaining(["outside_window", "large_quantity"]));
    const asked = seenKeys(said.data.questions);
    expect(await sendAs(officer, { ...form, asked })).toMatchObject({ status: 302 });
  });

  test("without scripts a button adds goods, opens the whole form and answers a question", async () => {
    const form = shortForm();
    const step = async (name: string) => (await sendAs(officer, { ...form, step: name })).data.fields;
    expect(await step("add:items")).toMatchObject({ "items.1.commodity": "", "items.0.quantity": "95,54" });
    expect(await step("full")).toMatchObject({ depth: "full", nationalCaseNo: form.nationalCaseNo });
    expect(await step("answer:items.0.notWeighed=on")).toMatchObject({ "items.0.notWeighed": "on" });
  });

  test("who only reads is told so, and nothing is taken from him", async () => {
    expect(await visit(newPage, `${home()}/new`, as(coordinator))).toMatchObject({
      status: 403,
      data: { refused: "role" },
    });
    expect(await sendAs(coordinator, shortForm())).toMatchObject({
      status: 403,
      data: { problem: { key: "access.refused" } },
    });
  });

  test("the form offers the lists, the readers and fresh ids", async () => {
    const { data } = formOf(await visit(newPage, `${home()}/new`, as(officer)));
    expect(data.choices.codes.mode).toContain("air_cargo");
    expect(data.choices.commodities.length).toBeGreaterThan(100);
    expect(data.choices.steps).toBe(1);
    expect(data.choices.participants).toEqual(
      expect.arrayContaining([expect.objectContaining({ agencyId: agencyOf(world, "RILO").id, coordinates: true })]),
    );
    const again = formOf(await visit(newPage, `${home()}/new`, as(officer)));
    expect(again.data.initial.id).not.toBe(data.initial.id);
  });
});

describe("drafts", () => {
  test("a draft keeps what nobody could read yet, and goes on as it was typed", async () => {
    const form = aDraft({ "items.0.quantity": "95,5?" });
    expect(await sendAs(officer, form)).toMatchObject({ status: 302, to: `${home()}/${form.id}?kept` });
    const id = String(form.id);
    const { data } = await visit(draftPage, `${home()}/${id}/draft`, as(officer, id));
    expect(data.initial).toMatchObject({ id, "items.0.quantity": "95,5?", baseVersion: "1" });
  });

  test("two who write on one draft see both versions; nothing is overwritten", async () => {
    const form = aDraft();
    const id = String(form.id);
    await sendAs(officer, form);
    const address = `${home()}/${id}/draft`;
    const save = (who: Acting, quantity: string) =>
      visit(sendDraft, address, {
        ...as(who, id),
        form: posted({ ...form, draftCommandId: uuid(), baseVersion: "1", "items.0.quantity": quantity }),
      });
    expect(await save(contact, "1")).toMatchObject({ status: 302 });
    expect(await save(officer, "2")).toMatchObject({
      status: 409,
      data: {
        fields: { "items.0.quantity": "2", baseVersion: "2" },
        stale: { theirs: { "items.0.quantity": "1" }, taken: [], open: ["items.0.amount"], by: null },
      },
    });
  });

  test("nobody outside the agency learns that it exists", async () => {
    const form = aDraft();
    await sendAs(officer, form);
    const unknown = await visit(page, `${home()}/${uuid()}`, as(thai, uuid()));
    expect(await visit(page, `${home()}/${form.id}`, as(thai, String(form.id)))).toEqual(unknown);
    expect(unknown.status).toBe(404);
  });
});
