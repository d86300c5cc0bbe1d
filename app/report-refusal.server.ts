import { data } from "@remix-run/node";
import type { ReportAnswer } from "./components/seizure/report-types.ts";
import type { FieldErrors } from "./domain/field-errors.ts";
import { Problem } from "./domain/problem.ts";
import type { FormFields } from "./domain/seizure-form/rows.ts";
import { isDatabaseAway, statusOf } from "./http.server.ts";

/** Fields of the short form; what stands elsewhere is shown by the full one. */
const IN_SHORT =
  /^(items\.0\.(commodity|quantity|unit)|place\.(name|country|lat|lon|placeId)|occurredOn|mode|nationalCaseNo|behalf\..*)$/;

/** The form opened as far as what stands at its fields needs. */
export function shown(fields: FormFields, at: FieldErrors): FormFields {
  return Object.keys(at).every((name) => IN_SHORT.test(name)) ? fields : { ...fields, depth: "full" };
}

/** A refusal that the form can show. What means that nobody is signed in, or that nothing is there, goes on. */
export function refused(fields: FormFields, thrown: unknown) {
  if (isDatabaseAway(thrown)) return data<ReportAnswer>({ fields, lost: true }, { status: 503 });
  if (!(thrown instanceof Problem) || thrown.kind === "unauthenticated" || thrown.kind === "not-found") throw thrown;
  return data(refusal(fields, thrown), { status: statusOf(thrown) });
}

/** Paths by which services name what only the database can know, and the fields at which the form shows it. */
const SHOWN_AT: Record<string, string> = { items: "items.0.commodity", "place.placeId": "place.name", codes: "mode" };

function refusal(fields: FormFields, problem: Problem): ReportAnswer {
  if (problem.message === "command.reused") return { fields, arrived: true };
  const found = Object.entries(problem.detail.fields ?? {}).map(([name, keys]) => [SHOWN_AT[name] ?? name, keys]);
  if (found.length > 0) return { fields: shown(fields, Object.fromEntries(found)), errors: Object.fromEntries(found) };
  return { fields, problem: { key: problem.message, values: problem.values } };
}
