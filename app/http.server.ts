import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "@remix-run/node";
import { DrizzleQueryError } from "drizzle-orm";
import type { z } from "zod";
import { Id } from "./domain/id.ts";
import { deviceTimesIn } from "./domain/outbox/delivery.ts";
import { Problem, type ProblemKind } from "./domain/problem.ts";
import type { Acting } from "./services/house.server.ts";
import { keepAlive } from "./services/sessions.server.ts";
import { tokenOfCookie } from "./session.server.ts";

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

function actingOf({ request, context }: Visit, operationId: Id | null): Acting {
  const token = tokenOfCookie(request.headers.get("Cookie"));
  if (!token) throw new Problem("unauthenticated", "session.none");
  const acting = { house: context.house, token, operationId, device: deviceTimesIn(request.headers) };
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
  malformed: 400,
  "media-type": 415,
  method: 405,
};

export function statusOf(problem: Problem): number {
  return STATUS[problem.kind];
}

async function answering<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem = asProblem(thrown);
    // A program of ours that sends in the background is told; a page that a person looks at leads to the door.
    if (wantsJson(request)) {
      throw Response.json({ problem: problem.message, values: problem.values }, { status: statusOf(problem) });
    }
    if (problem.kind === "unauthenticated") throw redirect(signInAddress(request));
    throw data({ problem: problem.message, values: problem.values }, { status: statusOf(problem) });
  }
}

function wantsJson(request: Request): boolean {
  return request.headers.get("Accept") === "application/json";
}

function signInAddress(request: Request): string {
  const url = new URL(request.url);
  const next = url.pathname.replace(/\.data$/, "") + url.search;
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** A Problem as it is; a database that is away as `unavailable`; anything else is a bug and goes on. */
export function asProblem(thrown: unknown): Problem {
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

const KEY = /^[a-z_]+(\.[a-z_]+)+$/;

/** Message keys by path, "items.0.quantity". Where zod has only a sentence of its own, the key says 'not understood'. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) fields[[...issue.path, key].join(".")] = ["field.unknown"];
      continue;
    }
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), KEY.test(issue.message) ? issue.message : "field.invalid"];
  }
  return fields;
}
