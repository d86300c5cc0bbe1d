import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { ProblemAnswer } from "../domain/api/problem.ts";
import { Problem } from "../domain/problem.ts";
import { statusOf } from "../http.server.ts";
import { textFor } from "../messages/all.server.ts";

/** Seconds after which it is worth trying again. */
const AGAIN_AFTER: Partial<Record<Problem["kind"], string>> = { unavailable: "2", "too-many": "2" };

/** A refusal as problem details (RFC 9457), in English words beside the codes of the messages. */
export function problemDetails(problem: Problem, requestId: string, headers: Record<string, string> = {}): Response {
  const text = textFor("en");
  const { fields, current, yours } = problem.detail;
  const status = statusOf(problem);
  const body = {
    type: `urn:naga:problem:${problem.kind}`,
    title: text.error(problem.kind),
    status,
    code: problem.message,
    detail: text.error(problem.message, problem.values),
    values: problem.values,
    errors: fields && Object.entries(fields).flatMap(([path, keys]) => keys.map((key) => fieldProblem(path, key))),
    fields,
    current,
    yours,
    requestId,
  } satisfies z.input<typeof ProblemAnswer>;
  const sent = new Headers({ "Content-Type": "application/problem+json", ...headers });
  const again = AGAIN_AFTER[problem.kind];
  if (again) sent.set("Retry-After", again);
  if (status === 401) sent.set("WWW-Authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status, headers: sent });
}

function fieldProblem(path: string, code: string) {
  const pointer = `/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`;
  return { pointer, code, detail: textFor("en").error(code) };
}

/** The answer at an address of which the interface knows nothing. */
export async function unknownAddress({ context }: ActionFunctionArgs): Promise<Response> {
  return problemDetails(new Problem("not-found", "address.unknown"), context.requestId);
}
