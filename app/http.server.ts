import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "@remix-run/node";
import { DrizzleQueryError } from "drizzle-orm";
import type { z } from "zod";
import { Id } from "./domain/id.ts";
import { Problem, type ProblemKind } from "./domain/problem.ts";
import type { Acting } from "./services/house.server.ts";
import { keepAlive } from "./services/sessions.server.ts";
import { tokenOfBearer, tokenOfCookie } from "./session.server.ts";

type Visit = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };
type PersonVisit = Visit & { acting: Acting };
type ParticipantVisit = PersonVisit & { operationId: Id };

/** For pages that anyone may ask for: sign-in, invitations. Refusals still become answers. */
export function forAnyone<T>(work: (visit: Visit) => Promise<T>) {
  return ({ request, params, context }: ActionFunctionArgs) =>
    answering(request, () => work({ request, params, context }));
}

/** For whoever is signed in. The token is resolved by the transaction that `read` or `write` opens. */
export function forPerson<T>(work: (visit: PersonVisit) => Promise<T>) {
  return forAnyone((visit) => work({ ...visit, acting: actingOf(visit, null) }));
}

/** For a member of the operation in the address: each loader and action asks by itself, since loaders run side by side. */
export function forParticipant<T>(work: (visit: ParticipantVisit) => Promise<T>) {
  return forAnyone((visit) => {
    const operationId = Id.safeParse(visit.params.operationId);
    if (!operationId.success) throw new Problem("not-found", "operation.unknown");
    return work({ ...visit, operationId: operationId.data, acting: actingOf(visit, operationId.data) });
  });
}

/** For machines: a bearer key, and answers as problem details (RFC 9457) instead of pages. */
export function forMachine<T>(work: (visit: ParticipantVisit) => Promise<T>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    try {
      const token = tokenOfBearer(request.headers.get("Authorization"));
      if (!token) throw new Problem("unauthenticated", "key.missing");
      const operationId = Id.safeParse(params.operationId);
      if (!operationId.success) throw new Problem("not-found", "operation.unknown");
      const acting = { house: context.house, token, operationId: operationId.data };
      keepAlive(acting);
      return Response.json(await work({ request, params, context, acting, operationId: operationId.data }));
    } catch (thrown) {
      return problemDetails(asProblem(thrown), context.requestId);
    }
  };
}

function actingOf({ request, context }: Visit, operationId: Id | null): Acting {
  const token = tokenOfCookie(request.headers.get("Cookie"));
  if (!token) throw new Problem("unauthenticated", "session.none");
  const acting = { house: context.house, token, operationId };
  keepAlive(acting);
  return acting;
}

const STATUS: Record<ProblemKind, number> = {
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  stale: 409,
  invalid: 422,
  unauthenticated: 401,
  "too-many": 429,
  unavailable: 503,
};

export function statusOf(problem: Problem): number {
  return STATUS[problem.kind];
}

async function answering<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.kind === "unauthenticated") throw redirect(signInAddress(request));
    throw data({ problem: problem.message, values: problem.values }, { status: statusOf(problem) });
  }
}

function signInAddress(request: Request): string {
  const url = new URL(request.url);
  const next = url.pathname.replace(/\.data$/, "") + url.search;
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** A Problem as it is; a database that is away as `unavailable`; anything else is a bug and goes on. */
function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isDatabaseAway(thrown)) return new Problem("unavailable", "database.away");
  throw thrown;
}

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

export function isDatabaseAway(thrown: unknown): boolean {
  const cause = thrown instanceof DrizzleQueryError ? thrown.cause : thrown;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" && AWAY.has(cause.code);
}

function problemDetails(problem: Problem, requestId: string): Response {
  const { fields, current, yours } = problem.detail;
  const body = {
    type: `urn:naga:problem:${problem.kind}`,
    title: problem.message,
    status: statusOf(problem),
    values: problem.values,
    fields,
    current,
    yours,
    requestId,
  };
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (problem.kind === "unavailable" || problem.kind === "too-many") headers["Retry-After"] = "2";
  return new Response(JSON.stringify(body), { status: statusOf(problem), headers });
}

/** Parses a JSON body; a body that is no JSON or does not fit is a 422 with the fields named. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    throw new Problem("invalid", "body.malformed");
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Problem("invalid", "body.invalid", {}, { fields: fieldErrors(parsed.error) });
  return parsed.data;
}

const KEY = /^[a-z_]+(\.[a-z_]+)+$/;

/** Message keys by path, "items.0.quantity". Where zod has only a sentence of its own, the key says 'not understood'. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), KEY.test(issue.message) ? issue.message : "field.invalid"];
  }
  return fields;
}
