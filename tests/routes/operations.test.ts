import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planValues } from "#app/operation-form.server.ts";
import { loader as home } from "#app/routes/_index.tsx";
import { loader as accounts } from "#app/routes/accounts._index.tsx";
import { loader as participants } from "#app/routes/operations.$operationId.participants._index.tsx";
import { action as agencyAct } from "#app/routes/operations.$operationId.participants.$agencyId.tsx";
import { action as invite } from "#app/routes/operations.$operationId.participants.invite.tsx";
import { action as move, loader as plan } from "#app/routes/operations.$operationId.plan.tsx";
import { action as change } from "#app/routes/operations.$operationId.plan_.change.tsx";
import { loader as newPage, action as open } from "#app/routes/operations.new.tsx";
import type { Acting } from "#app/services/house.server.ts";
import {
  aCurrentPlan,
  anInstallation,
  anOpenOperation,
  type Installation,
  type Office,
} from "#tests/support/installation.ts";
import { visit } from "#tests/support/visit.ts";

let here: Installation;
let vietnam: Office;
let thailand: Office;
let opener: Acting;

beforeAll(async () => {
  here = await anInstallation();
  [vietnam, thailand] = [await here.office("VN"), await here.office("TH")];
  opener = await here.person(vietnam, { mayOpen: true });
});
afterAll(() => here.close());

const as = ({ token }: Acting) => ({ house: here.house, token });

/** The form of a new operation as the page sends it. */
function newForm(over: Record<string, string | string[]> = {}) {
  return {
    id: uuid(),
    command: uuid(),
    code: "FORM1",
    ...planValues(aCurrentPlan()),
    [`official.${vietnam.administrationId}`]: "Viet Nam",
    [`steps.${vietnam.agencyId}`]: "2",
    [`official.${thailand.administrationId}`]: "Thailand",
    [`takes.${thailand.agencyId}`]: "yes",
    [`steps.${thailand.agencyId}`]: "1",
    [`all.${thailand.agencyId}`]: "yes",
    [`contact_name.${thailand.agencyId}`]: "Somsak",
    [`contact_email.${thailand.agencyId}`]: "somsak@example.org",
    ...over,
  };
}

test("one form opens an operation with its participants; sent twice it is one", async () => {
  const form = newForm();
  const first = await visit(open, "/operations/new", { ...as(opener), form });
  expect(first).toMatchObject({ status: 302, to: `/operations/${form.id}/participants` });
  expect(await visit(open, "/operations/new", { ...as(opener), form })).toMatchObject(first);
  const params = { operationId: form.id };
  const { data } = await visit(participants, `/operations/${form.id}/participants`, { ...as(opener), params });
  expect(data.participants).toMatchObject([
    { officialName: "Thailand", clearanceSteps: 1, leads: false },
    { officialName: "Viet Nam", clearanceSteps: 2, leads: true },
  ]);
  expect(data.members).toEqual(
    expect.arrayContaining([expect.objectContaining({ email: "somsak@example.org", role: "ncp" })]),
  );
});

test("a form that cannot be read comes back whole, with every fault at its field", async () => {
  const wrong = { code: "lower", "plan.endsOn": "2021-02-30", "plan.lateLimitHours": "many", "plan.scope[]": [] };
  const form = newForm({ ...wrong, [`contact_email.${thailand.agencyId}`]: "nowhere" });
  const said = await visit(open, "/operations/new", { ...as(opener), form });
  expect(said).toMatchObject({
    status: 422,
    data: {
      refused: {
        fields: {
          code: ["operation.code.malformed"],
          "plan.endsOn": ["date.malformed"],
          "plan.lateLimitHours": ["operation.late_limit.range"],
          "plan.scope": ["operation.scope.empty"],
          [`contact_email.${thailand.agencyId}`]: ["email.malformed"],
        },
        form: { code: "lower", "plan.endsOn": "2021-02-30", "plan.name": "Operation Mekong Dragon III" },
      },
    },
  });
});

test("an address that is taken elsewhere is told at the contact that gave it", async () => {
  await here.person(vietnam, { email: "taken@example.org" });
  const form = newForm({ code: "FORM2", [`contact_email.${thailand.agencyId}`]: "taken@example.org" });
  expect(await visit(open, "/operations/new", { ...as(opener), form })).toMatchObject({
    status: 422,
    data: { refused: { fields: { [`contact_email.${thailand.agencyId}`]: ["person.email.taken"] } } },
  });
});

test("who may not open operations gets no form for it", async () => {
  const officer = await here.person(thailand);
  expect(await visit(newPage, "/operations/new", as(officer))).toMatchObject({ status: 403 });
});

test("the front page lists my operations; an administrator begins with accounts, which are nobody else's", async () => {
  const lead = await anOpenOperation(opener, { code: "HOME1" });
  const { data } = await visit(home, "/", as(opener));
  expect(data.operations).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: lead.operationId, role: "lead" })]),
  );
  expect(await visit(home, "/", as(here.administrator))).toMatchObject({ status: 302, to: "/accounts" });
  expect(await visit(accounts, "/accounts", as(here.administrator))).toMatchObject({ status: 200 });
  expect(await visit(accounts, "/accounts", as(opener))).toMatchObject({ status: 403 });
});

test("an operation of others is not there, neither its plan nor its people", async () => {
  const lead = await anOpenOperation(opener, { code: "OTHER1" });
  const stranger = await here.person(thailand);
  const params = { operationId: lead.operationId ?? "" };
  for (const page of [plan, participants]) {
    expect(await visit(page, "/operations/x", { ...as(stranger), params })).toMatchObject({ status: 404 });
    expect(await visit(page, "/operations/x", { ...as(here.administrator), params })).toMatchObject({ status: 404 });
  }
});

test("a plan that somebody changed meanwhile comes back with both versions", async () => {
  const lead = await anOpenOperation(opener, { code: "STALE1" });
  const visiting = { ...as(lead), params: { operationId: lead.operationId ?? "" } };
  const form = (name: string) => ({ ...planValues(aCurrentPlan({ name })), version: "1", command: uuid() });
  expect(await visit(change, "/plan/change", { ...visiting, form: form("Theirs") })).toMatchObject({ status: 302 });
  expect(await visit(change, "/plan/change", { ...visiting, form: form("Mine") })).toMatchObject({
    status: 409,
    data: { refused: { values: { version: 2 }, form: { "plan.name": "Mine" }, current: { "plan.name": "Theirs" } } },
  });
});

test("a lead approves the borders and moves the operation; nobody skips a state", async () => {
  const lead = await anOpenOperation(opener, { code: "MOVE1" });
  const visiting = { ...as(lead), params: { operationId: lead.operationId ?? "" } };
  const send = (form: Record<string, string>) =>
    visit(move, "/plan", { ...visiting, form: { command: uuid(), ...form } });
  expect(await send({ intent: "move", from: "draft", to: "active" })).toMatchObject({ status: 409 });
  expect(await send({ intent: "move", from: "draft", to: "planning" })).toMatchObject({ status: 200 });
  expect(await send({ intent: "move", from: "planning", to: "active" })).toMatchObject({
    status: 409,
    data: { refused: { problem: "operation.boundaries.unapproved" } },
  });
  expect(await send({ intent: "approve", profile: "no_disputed" })).toMatchObject({ status: 200 });
  expect(await send({ intent: "move", from: "planning", to: "active" })).toMatchObject({ data: { done: "move" } });
});

test("an agency is invited and somebody of it comes in by address, with a link to hand over", async () => {
  const lead = await anOpenOperation(opener, { code: "INVITE1" });
  const params = { operationId: lead.operationId ?? "", agencyId: thailand.agencyId };
  const terms = { agencyId: thailand.agencyId, officialName: "Thailand", clearanceSteps: "1", readsAll: "yes" };
  const invited = await visit(invite, "/invite", {
    ...as(lead),
    params,
    form: { intent: "invite", command: uuid(), ...terms },
  });
  expect(invited.to).toBe(`/operations/${lead.operationId}/participants/${thailand.agencyId}`);
  const person = {
    intent: "member",
    command: uuid(),
    memberId: uuid(),
    personId: uuid(),
    name: "Niran",
    email: "niran@example.org",
    role: "ncp",
    unitId: thailand.unitId,
    fromDay: "2021-01-01",
    toDay: "",
  };
  const first = await visit(agencyAct, "/agency", { ...as(lead), params, form: person });
  expect(first).toMatchObject({ status: 200, data: { done: "member", about: "Niran" } });
  expect(first.data.link).toMatch(/^\/invitation\/[\w-]{43}$/);
  expect((await visit(agencyAct, "/agency", { ...as(lead), params, form: person })).data).toEqual(first.data);
});
