import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OwnReport } from "#app/components/seizure/own-reports.tsx";
import type { ReleasedPage, UnreleasedPage } from "#app/components/seizure/page-types.ts";
import type { ReportAnswer } from "#app/components/seizure/report-types.ts";
import type { ListPage } from "#app/components/seizure/seizure-list.tsx";
import { questionKey } from "#app/domain/asked.ts";
import type { Question } from "#app/domain/checks.ts";
import type { Id } from "#app/domain/id.ts";
import type { Nominal } from "#app/domain/seizure.ts";
import type { ReportChoices } from "#app/domain/seizure-form/choices.ts";
import { pairsOf } from "#app/domain/seizure-form/fields.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { loader as places } from "#app/routes/operations.$operationId.places.ts";
import { loader as list } from "#app/routes/operations.$operationId.seizures._index.tsx";
import { action as act, loader as page } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import {
  action as amend,
  loader as amendPage,
} from "#app/routes/operations.$operationId.seizures.$seizureId_.amend.tsx";
import {
  loader as draftPage,
  action as sendDraft,
} from "#app/routes/operations.$operationId.seizures.$seizureId_.draft.tsx";
import { loader as newPage, action as send } from "#app/routes/operations.$operationId.seizures.new.tsx";
import { loader as taxa } from "#app/routes/operations.$operationId.taxa.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { type Said, visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let officer: Acting;
let contact: Acting;
let thai: Acting;
let coordinator: Acting;
let observer: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0 } });
  const join = (role: Parameters<World["join"]>[0]["role"], code: string) =>
    world.join({ role, agency: agencyOf(world, code) });
  officer = await join("reporter", "VN-CUS");
  contact = await join("ncp", "VN-CUS");
  thai = await join("ncp", "TH-CUS");
  coordinator = await join("ocu", "RILO");
  observer = await join("observer", "LA-CUS");
});
afterAll(() => world.close());

const home = () => `/operations/${world.operationId}/seizures`;
const as = ({ token }: Acting, seizureId?: Id) => ({
  house: world.house,
  token,
  params: { operationId: world.operationId, ...(seizureId && { seizureId }) },
});

/** What an officer says in one minute, as the short form posts it. */
function shortForm(over: FormFields = {}): FormFields {
  const id = uuid();
  return {
    id,
    commandId: uuid(),
    depth: "short",
    mark: ",",
    send: "report",
    nationalCaseNo: `FORM-${id}`,
    "items.0.slot": "I",
    "items.0.commodity": "F2.raw_ivory",
    "items.0.quantity": "95,54",
    "items.0.unit": "kg",
    "place.country": "VN",
    occurredOn: "2021-05-17",
    mode: "air_cargo",
    handling: "H1",
    "audience.kind": "all",
    ...over,
  };
}

function aDraft(over: FormFields = {}): FormFields {
  return shortForm({ draftCommandId: uuid(), send: "draft", ...over });
}

/** As a browser without scripts posts it: names repeated where several may be chosen. */
function posted(fields: FormFields): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {};
  for (const [name, value] of [...pairsOf(fields)]) {
    const before = form[name];
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return form;
}

async function sendAs(who: Acting, fields: FormFields) {
  return answered(await visit(send, `${home()}/new`, { ...as(who), form: posted(fields) }));
}

/** What the form's pages and actions give, and the page of one seizure, and the list. */
const answered = ({ data, ...said }: Said) => ({ ...said, data: data as Partial<ReportAnswer> });
const formOf = ({ data, ...said }: Said) => ({ ...said, data: data as FormData });
type FormData = { choices: ReportChoices; initial: FormFields };
type ListData = { page: ListPage; reports: OwnReport[] };
type PageData = { page: { released: ReleasedPage | null; report: UnreleasedPage | null }; nominal: Nominal | null };

async function pageFor(who: Acting, id: Id, query = "") {
  const { data, ...said } = await visit(page, `${home()}/${id}${query}`, as(who, id));
  return { ...said, data: data as PageData };
}

async function listFor(who: Acting, query = "") {
  const { data, ...said } = await visit(list, `${home()}${query}`, as(who));
  return { ...said, data: data as ListData };
}

function seenKeys(questions: readonly Question[] = []): string[] {
  return questions.map(questionKey);
}

async function released(who: Acting = thai, over: Parameters<typeof aSeizureInput>[0] = {}) {
  const seizure = aSeizureInput(over);
  await submitReport(who, aCommand(seizure));
  return seizure;
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
        fields: { "items.0.quantity": "2" },
        stale: { theirs: { "items.0.quantity": "1" }, base: { baseVersion: "2" } },
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
    expect(seen.data.page.released).toMatchObject({ fact: { reporter: "VN" }, case: { version: 1 } });
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
      "amend.kind": "finding",
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
      data: { stale: { theirs: { "items.0.quantity": "13" } }, fields: { "items.0.quantity": "14" } },
    });
    const seen = await pageFor(contact, id);
    expect(seen.data.page.released?.versions).toMatchObject([
      { version: 2, changeKind: "finding", changeReason: "Weighed again without wrapping", author: "Officer TH-CUS" },
      { version: 1 },
    ]);
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

/** Sends, and where the checks ask, sends again as a person would. */
async function through(save: (fields: FormFields) => Promise<ReturnType<typeof answered>>, fields: FormFields) {
  const said = await save(fields);
  const asked = seenKeys(said.data.questions);
  return asked.length === 0 ? said : save({ ...fields, asked });
}

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
