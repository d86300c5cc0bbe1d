import { data } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { ReportAnswer, ReportKind } from "./components/seizure/report-types.ts";
import type { FieldErrors } from "./domain/field-errors.ts";
import { Problem } from "./domain/problem.ts";
import { SeizureInput } from "./domain/seizure.ts";
import { fieldsOf, pairsOf } from "./domain/seizure-form/fields.ts";
import { fillSeizureForm } from "./domain/seizure-form/fill.ts";
import { type FormFields, textOf } from "./domain/seizure-form/rows.ts";
import { isDatabaseAway, statusOf } from "./http.server.ts";

/** Fields of the short form; what stands elsewhere is shown by the full one. */
const IN_SHORT =
  /^(items\.0\.(commodity|quantity|unit)|place\.(name|country|lat|lon|placeId)|occurredOn|mode|nationalCaseNo)$/;

/** The form opened as far as what stands at its fields needs. */
export function shown(fields: FormFields, at: FieldErrors): FormFields {
  return Object.keys(at).every((name) => IN_SHORT.test(name)) ? fields : { ...fields, depth: "full" };
}

/** A refusal that the form can show. What means that nobody is signed in, or that nothing is there, goes on. */
export function refused(fields: FormFields, thrown: unknown, kind: ReportKind) {
  if (isDatabaseAway(thrown)) return data<ReportAnswer>({ fields, lost: true }, { status: 503 });
  if (!(thrown instanceof Problem) || thrown.kind === "unauthenticated" || thrown.kind === "not-found") throw thrown;
  return data(refusal(fields, thrown, kind), { status: statusOf(thrown) });
}

/** Paths by which services name what only the database can know, and the fields at which the form shows it. */
const SHOWN_AT: Record<string, string> = { items: "items.0.commodity", "place.placeId": "place.name", codes: "mode" };

function refusal(fields: FormFields, problem: Problem, kind: ReportKind): ReportAnswer {
  if (problem.kind === "stale") return { fields, stale: staleOf(fields, problem, kind) };
  if (problem.message === "command.reused") return { fields, arrived: true };
  const found = Object.entries(problem.detail.fields ?? {}).map(([name, keys]) => [SHOWN_AT[name] ?? name, keys]);
  if (found.length > 0) return { fields: shown(fields, Object.fromEntries(found)), errors: Object.fromEntries(found) };
  return { fields, problem: { key: problem.message, values: problem.values } };
}

type Current = { input?: unknown; base?: { facts: number; case: number; nominal: number } };

/** Both versions, and what the next sending is based on: the one that was just shown. A new try is a new command. */
function staleOf(
  fields: FormFields,
  { detail, values }: Problem,
  kind: ReportKind,
): NonNullable<ReportAnswer["stale"]> {
  const current = (detail.current ?? {}) as Current;
  const told = SeizureInput.safeParse(kind === "amend" ? current.input : detail.current);
  const mark = fields.mark === "," ? "," : ".";
  const zone = textOf(fields, "occurredZone") || "UTC";
  const theirs = told.success ? fillSeizureForm(told.data, { mark, zone }) : draftFields(detail.current);
  const fresh = { commandId: uuid(), draftCommandId: uuid() };
  if (kind !== "amend") return { theirs, base: { ...fresh, baseVersion: String(values.version ?? "") } };
  const base = current.base ?? { facts: 0, case: 0, nominal: 0 };
  const based = { "base.facts": base.facts, "base.case": base.case, "base.nominal": base.nominal };
  const versions = Object.fromEntries(Object.entries(based).map(([name, version]) => [name, String(version)]));
  return { theirs, base: { ...fresh, ...versions } };
}

const Draft = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

function draftFields(current: unknown): FormFields {
  const draft = Draft.safeParse(current);
  return draft.success ? fieldsOf(pairsOf(draft.data)) : {};
}
