import { afterAll, beforeAll, expect, test } from "vitest";
import type { Question } from "#app/domain/checks.ts";
import { en } from "#app/messages/en.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { startImport } from "#app/services/imports.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { findImport, rowsAfter } from "#db/queries/imports.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import type { Form, Sent, Stage } from "#tests/access/acts.ts";
import { ACTS } from "#tests/access/all-acts.ts";
import type { Reader } from "#tests/access/cast.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { seenKeys } from "#tests/support/seizure-routes.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { aCommand } from "#tests/support/world.ts";
import { type Drawn, draw, tallyOf } from "./drawn.ts";
import { unflattened } from "./flat-answer.ts";
import { postForm, prepared, stagedServer } from "./staged.ts";
import { rowsOf } from "./written.ts";
import { WRONG_CALLS, type WrongCall } from "./wrong-calls.ts";
import { type FormOf, WRONG_FORMS, type WrongForm } from "./wrong-forms.ts";
import {
  aGoodRow,
  HEADINGS,
  type Row,
  WRONG_FILES,
  WRONG_ROWS,
  type WrongFile,
  type WrongRow,
} from "./wrong-sheets.ts";

/** 300 bad inputs and more, a third by each way; the same ones each time, and others for another seed. */
const SEED = 2021;

let here: Stage;
let server: RunningServer;
let contact: Acting;
beforeAll(async () => {
  ({ here, server } = await stagedServer());
  contact = here.cast.people.contact;
}, 240_000);
afterAll(async () => {
  await server.close();
  await here.world.close();
});

/** Sessions and their use, logs, and what is on its way but not here yet, are no records. */
const BESIDE =
  /^(tokens|persons|access_log|member_visits|uploads|upload_pieces|imports|import_parts|import_rows|streams)$/;

async function records(): Promise<Record<string, number>> {
  const all = await rowsOf(here.world.owner);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !BESIDE.test(name)));
}

/** What a failure is told by. */
const called = ({ kind, seed }: Drawn<unknown>) => `${kind}, seed ${seed}`;

const MESSAGES: Readonly<Record<string, string>> = en;
const inWords = (key: string) => MESSAGES[key] ?? MESSAGES[`error.${key}`];

/** Tries each; what goes wrong is told together, by kind and seed. */
async function tryAll<T>(all: readonly T[], attempt: (one: T, turn: number) => Promise<void>) {
  const wrong: string[] = [];
  for (const [turn, one] of all.entries()) {
    await attempt(one, turn).catch((thrown) => wrong.push(thrown instanceof Error ? thrown.message : String(thrown)));
  }
  expect(wrong).toEqual([]);
}

/** A right input that is sent twice is one more change, and one more record of its kind. */
async function expectOnce(what: string, table: string | null, send: () => Promise<{ status: number; text: string }>) {
  const before = await records();
  const { status, text } = await send();
  expect(status, `${what}: mended, it goes through: ${text.slice(-300)}`).toBeLessThan(400);
  const after = await records();
  expect((after.commands ?? 0) - (before.commands ?? 0), `${what}: one change`).toBeGreaterThan(0);
  if (table) expect((after[table] ?? 0) - (before[table] ?? 0), `${what}: one of ${table}`).toBe(1);
  await send();
  expect(await records(), `${what}: sent twice`).toEqual(after);
}

const SEIZURE = "POST /operations/:operation/seizures";
const SUBJECTS: Record<FormOf, string> = {
  report: `${SEIZURE}/new report`,
  amend: `${SEIZURE}/:seizure/amend report`,
  tally: "POST /operations/:operation/tallies/:agency/:day post",
  begin: `${SEIZURE}/:seizure/attachments begin`,
  file: `${SEIZURE}/:seizure/attachments begin`,
};
const TABLES: Record<FormOf, string | null> = {
  report: "seizure_reports",
  amend: null,
  tally: "tallies",
  begin: null,
  file: "attachments",
};

let days = 0;
/** Another day of the operation each time, of which nobody has said anything. */
const nextDay = () => new Date(Date.UTC(2021, 5, 1 + days++)).toISOString().slice(0, 10);

type Ready = { asker: Reader; sent: Sent };

/** The form as its page has it, filled in rightly, with ids of its own. */
async function ready(form: FormOf): Promise<Ready> {
  const subject = SUBJECTS[form];
  const act = ACTS[subject];
  if (!act) throw new Error(`no form ${subject}`);
  const { asker, sent } = await prepared(here, subject, act);
  const own: Form = form === "tally" ? { "tallies.0.day": nextDay(), mark: "." } : {};
  return { asker, sent: { ...sent, form: { command: crypto.randomUUID(), ...sent.form, ...own } } };
}

const sendForm = ({ asker, sent }: Ready, form: FormOf, over: Form = {}) =>
  postForm({ here, server }, SUBJECTS[form], asker, { ...sent, form: { ...sent.form, ...over } });

/** A file in one piece, from its announcement to its end; answers what was said last. */
async function sendFile({ asker, sent }: Ready, content: Buffer) {
  const upload = String(sent.form.upload);
  const say = (intent: string, form: Form) =>
    postForm({ here, server }, `${SEIZURE}/:seizure/attachments ${intent}`, asker, { ...sent, form });
  const begun = await sendForm({ asker, sent }, "file", { bytes: String(content.length) });
  if (begun.status >= 400) return begun;
  const piece = await say("piece", { upload, position: "0", content: content.toString("base64") });
  if (piece.status >= 400) return piece;
  return say("finish", { upload, command: `${upload.slice(0, 24)}ffffffffffff` });
}

/** The right form, with an answer to what it is asked about. */
async function sendRight(form: Ready, of: FormOf) {
  const first = await sendForm(form, of);
  const { questions } = saidBy(first.text);
  return questions.length === 0 ? first : sendForm(form, of, { asked: seenKeys(questions) });
}

type FormSaid = {
  questions?: Question[];
  errors?: Record<string, unknown[]>;
  fields?: Record<string, string>;
  refused?: { problem: string; fields: Record<string, string[]>; form: Record<string, string> };
};

/** What the page is given: the errors by field, and everything that was typed. */
function saidBy(text: string) {
  const answer = unflattened(text);
  const told = typeof answer === "object" && answer !== null && "data" in answer ? (answer.data as FormSaid) : {};
  const errors = told.errors ?? told.refused?.fields ?? {};
  return {
    errors,
    typed: told.fields ?? told.refused?.form ?? {},
    problem: told.refused?.problem ?? "",
    questions: told.questions ?? [],
  };
}

const keyOf = (error: unknown) =>
  typeof error === "object" && error !== null && "key" in error ? String(error.key) : String(error);

function expectToldOnForm(what: string, { at, over, form }: WrongForm, text: string) {
  const { errors, typed, problem } = saidBy(text);
  if (at === "") return expect(inWords(problem), `${what}: ${problem} in words`).toBeDefined();
  expect(Object.keys(errors), what).toContain(at);
  for (const error of errors[at] ?? []) expect(inWords(keyOf(error)), `${what}: ${keyOf(error)}`).toBeDefined();
  const kept = Object.entries(over).filter(([name, value]) => typed[name] !== value);
  expect(kept, `${what}: what was typed in ${form}`).toEqual([]);
}

test("by form: the error stands at its field, what was typed comes back, and mended it goes through once", async () => {
  const all = draw(WRONG_FORMS, 3, SEED);
  expect(all.length).toBeGreaterThanOrEqual(100);
  await tryAll(all, async (one) => {
    const { wrong } = one;
    const what = called(one);
    const form = await ready(wrong.form);
    const before = await records();
    const content = wrong.content === undefined ? null : Buffer.from(wrong.content, "base64");
    const { status, text } = content ? await sendFile(form, content) : await sendForm(form, wrong.form, wrong.over);
    expect(status, `${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
    expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
    expectToldOnForm(what, wrong, text);
    const left = await records();
    // A file is announced before its bytes are looked at.
    expect({ ...left, commands: 0 }, `${what}: nothing is left of it`).toEqual({ ...before, commands: 0 });
    if (!content) expect(left.commands, what).toBe(before.commands);
    const again = content ? await ready(wrong.form) : form;
    const photo = await aPhoto({ width: 32, height: 32 });
    await expectOnce(what, TABLES[wrong.form], () => (content ? sendFile(again, photo) : sendRight(form, wrong.form)));
  });
  console.info(`by form: ${all.length} bad inputs: ${tallyOf(all)}`);
}, 120_000);

async function aKey(): Promise<string> {
  const [unit] = here.owner.units;
  const machine = { id: crypto.randomUUID(), agencyId: here.owner.id, unitId: unit.id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: unit.id, toDay: null };
  await addMember(contact, aCommand({ ...member, role: "ncp" as const, fromDay: "2021-04-01" }));
  const scopes: ("seizures.write" | "tallies.write")[] = ["seizures.write", "tallies.write"];
  const key = { machineId: machine.id, label: "Gateway", days: 30, reach: "operation" as const, scopes };
  return (await issueKey({ ...contact, house: server.house }, aCommand(key))).token ?? "";
}

/** A right body, with ids and a day of its own. */
function aCall(call: WrongCall["call"]): Record<string, unknown> {
  const commandId = crypto.randomUUID();
  if (call === "seizure") return { commandId, seizure: aSeizureInput({ items: [aSeizureItem({ quantity: "95.5" })] }) };
  const groups = [{ group: "F2", cases: 1, quantities: [{ quantity: "95.5", unit: "kg" }] }];
  return { commandId, tallies: [{ day: nextDay(), nil: false, groups }] };
}

/** The same body with something else in one place. */
function changed(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === name ? changed(part, rest, to) : part));
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [name]: changed(Object.entries(value).find(([key]) => key === name)?.[1], rest, to) };
}

type ProblemSaid = { type?: string; detail?: string; code?: string; errors?: { pointer: string; detail: string }[] };

function expectToldInJson(what: string, { pointer }: WrongCall, kind: string, text: string) {
  expect(kind, what).toContain("application/problem+json");
  const problem: ProblemSaid = JSON.parse(text);
  expect(problem.type, what).toMatch(/^urn:naga:problem:/);
  expect(problem.detail, what).not.toBe("");
  if (pointer === null) return;
  const found = (problem.errors ?? []).filter((one) => one.pointer.startsWith(pointer));
  expect(found.length, `${what}: ${pointer} in ${text.slice(0, 400)}`).toBeGreaterThan(0);
  for (const { detail } of found) expect(detail, what).toMatch(/\w+ \w+/);
}

test("by API: the problem points to the place, and mended the same command goes through once", async () => {
  const all = draw(WRONG_CALLS, 4, SEED);
  expect(all.length).toBeGreaterThanOrEqual(100);
  const key = await aKey();
  const paths = { seizure: "seizures", tally: "tallies" };
  const post = async (call: WrongCall["call"], body: string) => {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const address = `${server.address}/api/v1/operations/${here.world.operationId}/${paths[call]}`;
    const answer = await fetch(address, { method: "POST", headers, body });
    return { status: answer.status, kind: answer.headers.get("content-type") ?? "", text: await answer.text() };
  };
  await tryAll(all, async (one) => {
    const { wrong } = one;
    const what = called(one);
    const right = aCall(wrong.call);
    const before = await records();
    const body = wrong.body ?? JSON.stringify(changed(right, wrong.path, wrong.value));
    const { status, kind, text } = await post(wrong.call, body);
    expect(status, `${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
    expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
    expectToldInJson(what, wrong, kind, text);
    expect(await records(), `${what}: nothing is left of it`).toEqual(before);
    const table = wrong.call === "seizure" ? "seizure_reports" : "tallies";
    await expectOnce(what, table, () => post(wrong.call, JSON.stringify(right)));
  });
  console.info(`by API: ${all.length} bad inputs: ${tallyOf(all)}`);
}, 120_000);

const worker = () => ({ id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });
const standing = (id: string) => asBearer(contact, (tx, { operationId }) => findImport(tx, { operationId, id }));

/** Sends a file as a page does, in one piece unless told otherwise. */
async function sendSheet(id: string, name: string, content: Buffer, says: Record<string, string> = {}) {
  const fields = { name, bytes: String(content.length), place: "0", content: content.toString("base64"), ...says };
  const answer = await fetch(`${server.address}/operations/${here.world.operationId}/import/${id}/file`, {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin", Cookie: `naga_session=${contact.token}`, Accept: "application/json" },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Rows as a file of text, or as cells that are pasted. */
const sheetOf = (rows: readonly Row[], mark: ";" | "\t") =>
  Buffer.from([HEADINGS, ...rows].map((row) => row.join(mark)).join("\n"));

/** A right file, sent twice and made twice: one report comes of it. */
async function expectGoodFile(what: string, caseNo: string) {
  const before = await records();
  const id = crypto.randomUUID();
  const content = sheetOf([aGoodRow(caseNo)], ";");
  for (let time = 0; time < 2; time++) expect((await sendSheet(id, "Good.csv", content)).status, what).toBe(200);
  await workOnImports(server.house, worker());
  await startOnce(id);
  const after = await records();
  expect((after.seizure_reports ?? 0) - (before.seizure_reports ?? 0), `${what}: one report`).toBe(1);
}

/** Has the reports of a file made: the same command twice is one. */
async function startOnce(id: string) {
  const command = aCommand({ importId: id, mode: "good" as const, drafts: false, corrects: false });
  for (let time = 0; time < 2; time++) await startImport({ ...contact, house: server.house }, command);
  await workOnImports(server.house, worker());
}

async function tryRows(kind: string, drawn: readonly Drawn<WrongRow>[], turn: number) {
  const rows = drawn.map(({ seed, wrong }): Row => aGoodRow(`W-${seed}`).with(wrong.column, wrong.cell));
  const caseNo = `GOOD-${turn}`;
  const [mark, name] = turn % 2 === 0 ? ([";", "May.csv"] as const) : (["\t", "pasted.txt"] as const);
  const id = crypto.randomUUID();
  const before = await records();
  expect((await sendSheet(id, name, sheetOf([...rows, aGoodRow(caseNo)], mark))).status, kind).toBe(200);
  await workOnImports(server.house, worker());
  const of = await standing(id);
  expect(of?.state, `${kind}: ${JSON.stringify(of?.refusal)}`).toBe("read");
  if (!of) return;
  const read = await asBearer(contact, (tx) => rowsAfter(tx, of, -1, 100));
  for (const [at, one] of drawn.entries()) {
    const row = read[at];
    const what = `${called(one)}: ${JSON.stringify(one.wrong.cell)}`;
    expect(row?.status, what).toMatch(/^(error|question)$/);
    const asked = (row?.notes ?? []).filter(({ field }) => one.wrong.fields.test(field));
    expect(asked.map(({ key }) => inWords(key)).filter(Boolean), what).not.toEqual([]);
    expect(row?.written, what).toEqual(rows[at]);
  }
  await startOnce(id);
  const after = await records();
  expect((after.seizure_reports ?? 0) - (before.seizure_reports ?? 0), `${kind}: the clear row alone`).toBe(1);
  const left = await asBearer(contact, (tx) => rowsAfter(tx, of, -1, 100));
  expect(
    left.map(({ outcome }) => outcome),
    kind,
  ).toEqual([...drawn.map(() => ""), "imported"]);
  expect(left.map(({ written }) => written).slice(0, -1), `${kind}: rows are kept`).toEqual(rows);
}

async function tryFile(one: Drawn<WrongFile>) {
  const { name, content, says } = one.wrong;
  const what = called(one);
  const before = await records();
  const id = crypto.randomUUID();
  const { status, text } = await sendSheet(id, name, Buffer.from(content, "base64"), says);
  expect(status, `${what}: ${text}`).toBeLessThan(500);
  if (status >= 400) {
    const { refused } = JSON.parse(text);
    const keys = [refused?.problem, ...Object.values(refused?.fields ?? {}).flat()];
    expect(
      keys.filter((key) => inWords(String(key)) !== undefined),
      `${what}: ${text}`,
    ).not.toEqual([]);
  } else {
    await workOnImports(server.house, worker());
    const of = await standing(id);
    expect(of?.state, what).toBe("refused");
    expect(inWords(of?.refusal?.key ?? ""), `${what}: ${of?.refusal?.key}`).toBeDefined();
  }
  expect(await records(), `${what}: nothing is left of it`).toEqual(before);
}

test("by spreadsheet: a row is refused or asked about and kept as written, a file is refused in words", async () => {
  const rows = draw(WRONG_ROWS, 5, SEED);
  const files = draw(WRONG_FILES, 2, SEED);
  expect(rows.length + files.length).toBeGreaterThanOrEqual(100);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  await tryAll(kinds, (kind, turn) =>
    tryRows(
      kind,
      rows.filter((one) => one.kind === kind),
      turn,
    ),
  );
  await tryAll(files, async (one) => {
    await tryFile(one);
    await expectGoodFile(called(one), `AFTER-${one.seed}`);
  });
  console.info(`by spreadsheet: ${rows.length + files.length} bad inputs: ${tallyOf([...rows, ...files])}`);
}, 120_000);
