import { expect } from "vitest";
import type { Question } from "#app/domain/checks.ts";
import type { Form, Sent } from "#tests/access/acts.ts";
import { ACTS } from "#tests/access/all-acts.ts";
import type { Reader } from "#tests/access/cast.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { seenKeys } from "#tests/support/seizure-routes.ts";
import { nextDay } from "./days.ts";
import type { Drawn } from "./drawn.ts";
import { unflattened } from "./flat-answer.ts";
import { postForm, prepared } from "./staged.ts";
import { called, expectOnce, type Ground, inWords, records } from "./trials.ts";
import type { FormOf, WrongForm } from "./wrong-forms.ts";

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

type Ready = { asker: Reader; sent: Sent };

/** The form as its page has it, filled in rightly, with ids of its own. */
async function ready({ here }: Ground, form: FormOf): Promise<Ready> {
  const subject = SUBJECTS[form];
  const act = ACTS[subject];
  if (!act) throw new Error(`no form ${subject}`);
  const { asker, sent } = await prepared(here, subject, act);
  const own: Form = form === "tally" ? { "tallies.0.day": nextDay(), mark: "." } : {};
  return { asker, sent: { ...sent, form: { command: crypto.randomUUID(), ...sent.form, ...own } } };
}

const sendForm = (ground: Ground, { asker, sent }: Ready, form: FormOf, over: Form = {}) =>
  postForm(ground, SUBJECTS[form], asker, { ...sent, form: { ...sent.form, ...over } });

/** A file in one piece, from its announcement to its end; answers what was said last. */
async function sendFile(ground: Ground, { asker, sent }: Ready, content: Buffer) {
  const upload = String(sent.form.upload);
  const say = (intent: string, form: Form) =>
    postForm(ground, `${SEIZURE}/:seizure/attachments ${intent}`, asker, { ...sent, form });
  const begun = await sendForm(ground, { asker, sent }, "file", { bytes: String(content.length) });
  if (begun.status >= 400) return begun;
  const piece = await say("piece", { upload, position: "0", content: content.toString("base64") });
  if (piece.status >= 400) return piece;
  return say("finish", { upload, command: `${upload.slice(0, 24)}ffffffffffff` });
}

/** The right form, with an answer to what it is asked about. */
async function sendRight(ground: Ground, form: Ready, of: FormOf) {
  const first = await sendForm(ground, form, of);
  const { questions } = saidBy(first.text);
  return questions.length === 0 ? first : sendForm(ground, form, of, { asked: seenKeys(questions) });
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

/** The error stands at its field and what was typed comes back; mended, it goes through once. */
export async function tryForm(ground: Ground, one: Drawn<WrongForm>): Promise<void> {
  const { wrong } = one;
  const what = called(one);
  const form = await ready(ground, wrong.form);
  const before = await records(ground);
  const content = wrong.content === undefined ? null : Buffer.from(wrong.content, "base64");
  const { status, text } = content
    ? await sendFile(ground, form, content)
    : await sendForm(ground, form, wrong.form, wrong.over);
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
  expectToldOnForm(what, wrong, text);
  const left = await records(ground);
  // A file is announced before its bytes are looked at.
  expect({ ...left, commands: 0 }, `${what}: nothing is left of it`).toEqual({ ...before, commands: 0 });
  if (!content) expect(left.commands, what).toBe(before.commands);
  const again = content ? await ready(ground, wrong.form) : form;
  const photo = await aPhoto({ width: 32, height: 32 });
  const send = () => (content ? sendFile(ground, again, photo) : sendRight(ground, form, wrong.form));
  await expectOnce(ground, what, { table: TABLES[wrong.form], send });
}
