import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { action as act, loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import {
  action as amend,
  loader as amendPage,
} from "#app/routes/operations.$operationId.seizures.$seizureId_.amend.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { findNominal } from "#db/queries/seizures.server.ts";
import { answered, formOf, posted, seenKeys, seizureRoutes, shortForm } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";

const { world, officer, contact, thai, coordinator, home, as, sendAs, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

/** Sends, and where the checks ask, sends again as a person would. */
async function through(save: (fields: FormFields) => Promise<ReturnType<typeof answered>>, fields: FormFields) {
  const said = await save(fields);
  const asked = seenKeys(said.data.questions);
  return asked.length === 0 ? said : save({ ...fields, asked });
}

describe("clearance", () => {
  test("the contact point reads it, approves it, and the operation sees it", async () => {
    const form = shortForm();
    const id = String(form.id);
    await sendAs(officer, form);
    const { report } = (await pageFor(contact, id)).data.page;
    expect(report).toMatchObject({ state: "in_clearance", may: { clear: true } });
    const command = report?.commands.clear ?? "";
    const decide = { intent: "clear", command, base: String(report?.version), note: "" };
    expect(await visit(act, `${home()}/${id}`, { ...as(contact, id), form: decide })).toMatchObject({
      data: { done: "clear" },
    });
    const seen = await pageFor(thai, id);
    expect(seen.data.page.released).toMatchObject({ fact: { reporter: "VN" }, case: { version: 1 }, timeliness: null });
    const own = await pageFor(contact, id);
    expect(own.data.page.released?.timeliness).toMatchObject({ toReleased: 0, toCleared: { atLeast: true } });
  });

  test("a return without a reason is refused at its field", async () => {
    const form = shortForm();
    const id = String(form.id);
    await sendAs(officer, form);
    const said = await visit(act, `${home()}/${id}`, {
      ...as(contact, id),
      form: { intent: "return", command: uuid(), base: "1", note: "" },
    });
    expect(said).toMatchObject({ status: 422, data: { refused: { fields: { note: ["report.return.reason"] } } } });
  });
});

describe("one seizure", () => {
  test("who is not among its readers sees what counts and not the case", async () => {
    const { id } = await released(thai, { audience: { kind: "agencies", agencies: [] } });
    const { data } = await pageFor(contact, id);
    expect(data.page.released).toMatchObject({ case: null, versions: [], fact: { id } });
    expect(JSON.stringify(data)).not.toContain("CASE-");
    const coordinating = await pageFor(coordinator, id);
    expect(coordinating.data.page.released?.case?.input.nationalCaseNo).toMatch(/^CASE-/);
  });

  test("names are for those who may, on asking, and every showing is written down", async () => {
    const nominal = {
      persons: [{ name: "Nguyen Van A", document: "", note: "" }],
      ...{ registration: "", waybill: "", note: "", recipients: [] },
    };
    const { id } = await released(thai, { nominal });
    const shown = await pageFor(thai, id, "?names");
    expect(shown.data.nominal?.persons[0]?.name).toBe("Nguyen Van A");
    expect(JSON.stringify((await pageFor(thai, id)).data)).not.toContain("Nguyen");
    for (const other of [contact, coordinator]) {
      const { data } = await pageFor(other, id, "?names");
      expect(JSON.stringify(data)).not.toContain("Nguyen");
      expect(data.page.released?.hasNames).toBe(false);
    }
    const log = await world.owner`select person_id from access_log where action = 'nominal.read' and subject = ${id}`;
    expect(log).toHaveLength(1);
  });

  test("an amendment keeps the first version with who, when, kind and why; a stale one shows both", async () => {
    const { id } = await released();
    const address = `${home()}/${id}/amend`;
    const { data } = formOf(await visit(amendPage, address, as(thai, id)));
    const change = (quantity: string): FormFields => ({
      ...data.initial,
      commandId: uuid(),
      send: "report",
      "items.0.quantity": quantity,
      "amend.kind": "reweighing",
      "amend.reason": "Weighed again without wrapping",
      asked: [],
    });
    const save = async (fields: FormFields) =>
      answered(await visit(amend, address, { ...as(thai, id), form: posted(fields) }));
    const first = await through(save, change("13"));
    expect(first).toMatchObject({ status: 302, to: `${home()}/${id}` });
    const stale = await through(save, change("14"));
    expect(stale).toMatchObject({
      status: 409,
      data: {
        stale: {
          theirs: { "items.0.quantity": "13" },
          taken: [],
          open: ["items.0.amount"],
          by: { name: "Officer TH-CUS" },
        },
        fields: { "items.0.quantity": "14", "base.case": "2" },
      },
    });
    const seen = await pageFor(contact, id);
    expect(seen.data.page.released?.versions).toMatchObject([
      {
        version: 2,
        changeKind: "reweighing",
        changeReason: "Weighed again without wrapping",
        author: "Officer TH-CUS",
      },
      { version: 1 },
    ]);
  });

  test("what only the other one changed, names too, is in the form of the second, and goes out with it", async () => {
    const { id } = await released();
    const address = `${home()}/${id}/amend`;
    const { data } = formOf(await visit(amendPage, address, as(thai, id)));
    const common = { send: "report", "amend.kind": "own_error", "amend.reason": "Read again", asked: [] };
    const change = (over: FormFields): FormFields => ({ ...data.initial, commandId: uuid(), ...common, ...over });
    const save = async (fields: FormFields) =>
      answered(await visit(amend, address, { ...as(thai, id), form: posted(fields) }));
    await through(save, change({ carrier: "Mekong Lines", "nominal.registration": "29C-111.11" }));
    const stale = await through(save, change({ narrative: "Behind the rear wheel" }));
    expect(stale).toMatchObject({
      status: 409,
      data: { stale: { open: [] }, fields: { carrier: "Mekong Lines", narrative: "Behind the rear wheel" } },
    });
    const { taken = [] } = stale.data.stale ?? {};
    expect([...taken].sort()).toEqual(["carrier", "nominal"]);
    const again = await through(save, { ...stale.data.fields, send: "report", asked: [] });
    expect(again).toMatchObject({ status: 302 });
    const { data: seen } = await pageFor(thai, id);
    expect(seen.page.released?.versions).toHaveLength(3);
    expect(seen.page.released?.versions[0]?.input).toMatchObject({
      carrier: "Mekong Lines",
      narrative: "Behind the rear wheel",
    });
    expect(await read(thai, (tx) => findNominal(tx, world.operationId, id))).toMatchObject({
      nominal: { registration: "29C-111.11" },
    });
  });

  test("on whose word it was changed is for the owner alone, and an order of a court has its reference", async () => {
    const { id } = await released();
    const address = `${home()}/${id}/amend`;
    const { data } = formOf(await visit(amendPage, address, as(thai, id)));
    const change: FormFields = {
      ...data.initial,
      ...{ commandId: uuid(), send: "report", "items.0.quantity": "11", asked: [] },
      ...{ "amend.kind": "court_order", "amend.reason": "Part was returned", "amend.order.approver": "Head of office" },
    };
    const save = async (fields: FormFields) =>
      answered(await visit(amend, address, { ...as(thai, id), form: posted(fields) }));
    expect(await save(change)).toMatchObject({
      status: 422,
      data: { errors: { "amend.order.reference": ["amend.order.missing"] } },
    });
    expect(await through(save, { ...change, "amend.order.reference": "TH 12/2021" })).toMatchObject({ status: 302 });
    const orderFor = async (who: Acting) => (await pageFor(who, id)).data.page.released?.versions[0];
    const order = { reference: "TH 12/2021", approver: "Head of office" };
    expect(await orderFor(thai)).toMatchObject({ changeKind: "court_order", order });
    expect(await orderFor(coordinator)).toMatchObject({ changeKind: "court_order", order: null });
  });

  test("an amendment says its kind and its reason", async () => {
    const { id } = await released();
    const address = `${home()}/${id}/amend`;
    const { data } = formOf(await visit(amendPage, address, as(thai, id)));
    const said = await visit(amend, address, { ...as(thai, id), form: posted({ ...data.initial, send: "report" }) });
    expect(said).toMatchObject({
      status: 422,
      data: { errors: { "amend.kind": ["amend.kind.missing"], "amend.reason": ["text.missing"] } },
    });
  });

  test("the coordination unit asks and checks, the owner answers; each act once", async () => {
    const { id } = await released();
    const address = `${home()}/${id}`;
    const post = (who: Acting, form: Record<string, string>) => visit(act, address, { ...as(who, id), form });
    const question = uuid();
    const ask = { intent: "ask", command: uuid(), id: question, field: "amount", question: "Is it the ivory alone?" };
    expect(await post(coordinator, ask)).toMatchObject({ data: { done: "ask" } });
    expect(await post(coordinator, ask)).toMatchObject({ data: { done: "ask" } });
    expect((await pageFor(contact, id)).data.page.released?.questions).toEqual([]);
    const intent = `answer-${question}`;
    expect(await post(thai, { intent, command: uuid(), question, answer: "" })).toMatchObject({ status: 422 });
    await post(thai, { intent, command: uuid(), question, answer: "Yes" });
    await post(coordinator, { intent: "verify", command: uuid(), base: "1" });
    const { data } = await pageFor(thai, id);
    expect(data.page.released).toMatchObject({
      fact: { state: "verified" },
      questions: [{ question: "Is it the ivory alone?", answer: "Yes" }],
    });
    expect(data.page.released?.standing).toMatchObject([{ state: "submitted" }, { state: "verified" }]);
  });

  test("withdrawn it is gone for everybody but its owner", async () => {
    const { id } = await released();
    const address = `${home()}/${id}`;
    const form = { intent: "withdraw", command: uuid(), base: "1", reason: "Doubled" };
    expect(await visit(act, address, { ...as(contact, id), form })).not.toMatchObject({ data: { done: "withdraw" } });
    expect(await visit(act, address, { ...as(thai, id), form })).toMatchObject({ data: { done: "withdraw" } });
    expect((await visit(page, address, as(contact, id))).status).toBe(404);
    expect((await pageFor(thai, id)).data.page.released?.fact.state).toBe("withdrawn");
  });
});
