import { data, redirect } from "@remix-run/node";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { unitsOf } from "#db/queries/participants.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import type { ReportAnswer, ReportKind } from "./components/seizure/report-types.ts";
import { unanswered } from "./domain/asked.ts";
import { errorsOf, type FieldErrors } from "./domain/field-errors.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import type { SeizureInput } from "./domain/seizure.ts";
import { amendPartOf } from "./domain/seizure-form/amend.ts";
import { type Behalf, readBehalf } from "./domain/seizure-form/behalf.ts";
import { fieldsOf } from "./domain/seizure-form/fields.ts";
import { type FormFields, listOf, textOf } from "./domain/seizure-form/rows.ts";
import { afterStep, readStep } from "./domain/seizure-form/steps.ts";
import { readForm } from "./form.server.ts";
import { placesMeant, readReport, reportQuestions } from "./report-form.server.ts";
import { mergedAnswer } from "./report-merging.server.ts";
import { refused, shown } from "./report-refusal.server.ts";
import type { Acting } from "./services/house.server.ts";
import { enterOnBehalf } from "./services/on-behalf.server.ts";
import { mustBePossible } from "./services/possible-reports.server.ts";
import { saveDraft, submitReport } from "./services/reports.server.ts";
import { amendSeizure } from "./services/seizures.server.ts";
import { memberOf, mustBeAllowed, type Outcome, read } from "./services/write.server.ts";

export type Receiving = {
  acting: Acting;
  operationId: Id;
  requestId: string;
  kind: ReportKind;
  seizureId?: Id;
};

/** A posted report: a step of the form, a draft to keep, or the report itself. What is not taken comes back as typed. */
export async function receiveReport({ request, ...receiving }: Receiving & { request: Request }) {
  return receiveReportForm(receiving, await readForm(request));
}

/** The same of a form that has been read. */
export async function receiveReportForm(receiving: Receiving, form: FormData) {
  const posted = fieldsOf(form);
  const fields: FormFields = { ...posted, ...(receiving.seizureId && { id: receiving.seizureId }) };
  const step = form.get("step");
  const confirmed = [...new Set([...listOf(fields, "confirmed"), ...listOf(fields, "asked")])];
  try {
    await read(receiving.acting, (tx, self) => mustReceive(tx, self, receiving));
    if (typeof step === "string") return await takeStep(receiving, fields, step);
    const send = form.get("send") ?? "report";
    if (send === "draft") return await keepDraft(receiving, fields);
    if (send !== "report") badRequest();
    return await sendReport(receiving, { ...fields, confirmed });
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === "stale") {
      return await mergedAnswer({ ...receiving, id: idIn(fields, "id") }, fields, thrown);
    }
    return refused(fields, thrown);
  }
}

/** Whoever may not send is told so before anything is asked; what one may not see is not there. */
async function mustReceive(tx: Tx, self: Self, { operationId, kind, seizureId = "" }: Receiving) {
  const { agencyId, unitId } = memberOf(self);
  if (kind === "new") mustBeAllowed(self, "report.write", { agencyId, unitId });
  else if (kind === "draft") {
    const report = await findReport(tx, operationId, seizureId);
    if (!report) throw new Problem("not-found", "report.unknown");
    mustBeAllowed(self, "report.write", report);
  } else {
    const fact = await findFact(tx, operationId, seizureId);
    if (!fact) throw new Problem("not-found", "seizure.unknown");
    mustBeAllowed(self, "seizure.amend", { agencyId: fact.agencyId });
  }
}

async function takeStep({ acting }: Receiving, fields: FormFields, text: string) {
  const step = readStep(text);
  const answer: ReportAnswer = { fields: step ? afterStep(fields, step) : fields };
  if (step?.act === "find") answer.found = await read(acting, (tx) => placesMeant(tx, fields));
  return data(answer);
}

async function keepDraft({ acting, operationId }: Receiving, fields: FormFields) {
  const { confirmed: _confirmed, asked: _asked, ...form } = fields;
  mustBeKeepable(form);
  const base = textOf(fields, "baseVersion");
  const input = { id: idIn(fields, "id"), form, baseVersion: base === "" ? null : Number(base) };
  const outcome = await saveDraft(acting, { id: idIn(fields, "draftCommandId"), input });
  return redirect(`/operations/${operationId}/seizures/${outcome.seizure}?kept`);
}

/** A draft is kept as it was typed; there is one letter that the database has no place for. */
function mustBeKeepable(form: FormFields) {
  const unkept = Object.entries(form).filter(([, value]) => [value].flat().some((text) => text.includes("\0")));
  if (unkept.length === 0) return;
  const wrong = Object.fromEntries(unkept.map(([name]) => [name, ["text.characters"]]));
  throw new Problem("invalid", "form.invalid", {}, { fields: wrong });
}

async function sendReport(receiving: Receiving, fields: FormFields) {
  const { operationId, kind } = receiving;
  const looked = await look(receiving, fields);
  if (!("input" in looked)) return data(looked, { status: 422 });
  const outcome = await take(receiving, fields, looked);
  return redirect(`/operations/${operationId}/seizures/${outcome.seizure}${kind === "amend" ? "" : "?sent"}`);
}

async function take({ acting, kind }: Receiving, fields: FormFields, { input, behalf }: Looked): Promise<Outcome> {
  if (kind === "amend") return amend(acting, fields, input);
  const id = idIn(fields, "commandId");
  return behalf
    ? enterOnBehalf(acting, { id, input: { seizure: input, behalf } })
    : submitReport(acting, { id, input });
}

/** What is ready to be sent. */
type Looked = { input: SeizureInput; behalf: Behalf | null };

/** The report, or what stands against sending it: errors at their fields, or questions nobody has answered. */
async function look({ acting, operationId, kind }: Receiving, fields: FormFields) {
  return read(acting, async (tx, self): Promise<Looked | ReportAnswer> => {
    const member = memberOf(self);
    const earlier = kind === "amend" ? await findCase(tx, operationId, idIn(fields, "id")) : undefined;
    const report = await readReport(tx, self, member, fields, earlier?.input.origin);
    const { behalf, errors: wrong } = kind === "amend" ? NOBODY : await behalfOf(tx, self, fields);
    const errors = { ...(report.ok ? {} : report.errors), ...(kind === "amend" ? amendErrors(fields) : wrong) };
    if (!report.ok || Object.keys(errors).length > 0) {
      const found = Object.keys(errors).some((name) => name.endsWith("country")) ? await placesMeant(tx, fields) : {};
      return { fields: shown(fields, errors), errors, found };
    }
    await mustBePossible(tx, self.now, [report.input]);
    const questions = unanswered(await reportQuestions(tx, self, member, report.input), listOf(fields, "confirmed"));
    if (questions.length === 0) return { input: report.input, behalf };
    return { fields: shown(fields, Object.fromEntries(questions.map(({ field }) => [field, []]))), questions };
  });
}

const NOBODY = { behalf: null, errors: {} };

/** On whose behalf it is; services ask again whether this member may enter it for anybody. */
async function behalfOf(tx: Tx, self: Self, fields: FormFields) {
  const { agencyId, operation } = memberOf(self);
  const posts = (await unitsOf(tx, agencyId)).map(({ id }) => id);
  return readBehalf(fields, { zone: operation.zone, now: self.now, posts });
}

function amendErrors(fields: FormFields): FieldErrors {
  const part = amendPartOf(fields);
  if (part.success) return {};
  return Object.fromEntries(Object.entries(errorsOf(part.error)).map(([name, keys]) => [`amend.${name}`, keys]));
}

async function amend(acting: Acting, fields: FormFields, seizure: SeizureInput): Promise<Outcome> {
  const { kind, reason, order, base } = amendPartOf(fields).data ?? badRequest();
  return amendSeizure(acting, { id: idIn(fields, "commandId"), input: { seizure, base, kind, reason, order } });
}

function badRequest(): never {
  throw new Problem("invalid", "body.invalid");
}

function idIn(fields: FormFields, name: string): Id {
  const id = Id.safeParse(textOf(fields, name));
  return id.success ? id.data : badRequest();
}
