import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { Id } from "../domain/id.ts";
import type { Scope } from "../domain/key.ts";
import { Problem } from "../domain/problem.ts";
import { asProblem, fieldErrors } from "../http.server.ts";
import type { Acting } from "../services/house.server.ts";
import { keepAlive } from "../services/sessions.server.ts";
import { tokenOfBearer } from "../session.server.ts";
import { problemDetails } from "./problem.server.ts";

export type Visit = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };

/** What a call is worked with: who acts, what its address names, and what was asked or said. */
export type Asked<Query, Body> = {
  acting: Acting;
  /** Of the operation in the address; of a call that is in none, nothing may be asked of it. */
  operationId: Id;
  /** The other names in the address. */
  named: (name: string) => string;
  query: Query;
  body: Body;
  request: Request;
  requestId: string;
};

/** An answer with a tag that a later change can name as what it is based on. */
export class Tagged<T> {
  constructor(
    readonly answer: T,
    readonly tag: string,
  ) {}
}

type Said = {
  /** The `operationId` of the OpenAPI document. */
  id: string;
  method: "GET" | "POST";
  /** Behind `/api/v1`, its names in braces. */
  path: string;
  /** What a key must be made for. */
  scope: Scope | "any";
  summary: string;
  about?: string;
  /** Refusals beside those that every call may give. */
  refuses?: readonly (404 | 409)[];
  /** Answers with an ETag; takes one as If-Match. */
  givesTag?: boolean;
  takesTag?: boolean;
};

type Spec<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Said & {
  query: Q;
  body: B;
  answer: A;
  /** A whole body, and the names in its address. */
  example?: z.input<B>;
  answered?: z.input<A>;
  work: (asked: Asked<z.output<Q>, z.output<B>>) => Promise<z.input<A> | Tagged<z.input<A>>>;
};

/** A call of the interface for machines: what the document says of it, and how it is answered. */
export type Call = Said & {
  query: z.ZodType;
  body: z.ZodType | null;
  answer: z.ZodType;
  example: unknown;
  answered?: unknown;
  run: (visit: Visit) => Promise<Response>;
};

export const NOTHING = z.strictObject({});
/** What a command says stands in its body; words behind its address are nobody's. */
const UNREAD = z.object({});

/** Something that is asked for. */
export function asking<Q extends z.ZodObject, A extends z.ZodType>(
  spec: Omit<Spec<Q, z.ZodUndefined, A>, "method" | "body" | "example">,
): Call {
  const whole = { ...spec, method: "GET" as const, body: z.undefined() };
  return { ...whole, body: null, example: undefined, run: (visit) => run(whole, visit) };
}

/** Something that is said: a command with an id of its client's. */
export function telling<B extends z.ZodType, A extends z.ZodType>(
  spec: Omit<Spec<typeof UNREAD, B, A>, "method" | "query">,
): Call {
  const whole = { ...spec, method: "POST" as const, query: UNREAD };
  return { ...whole, example: spec.example, run: (visit) => run(whole, visit) };
}

/** The loader and the action of the address that these calls share; what else is asked of it is refused. */
export function routeOf(...calls: readonly Call[]) {
  const allowed = calls.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
  const answer = async (visit: ActionFunctionArgs) => {
    const method = visit.request.method === "HEAD" ? "GET" : visit.request.method;
    const call = calls.find((one) => one.method === method);
    const refused = new Problem("method", "method.unknown");
    return call ? call.run(visit) : problemDetails(refused, visit.context.requestId, { Allow: allowed });
  };
  return { loader: answer, action: answer };
}

async function run<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  spec: Spec<Q, B, A>,
  { request, params, context }: Visit,
): Promise<Response> {
  try {
    const token = tokenOfBearer(request.headers.get("Authorization"));
    if (!token) throw new Problem("unauthenticated", "key.missing");
    const operationId = operationOf(spec, params);
    const acting = { house: context.house, token, operationId: operationId || null, needs: spec.scope };
    keepAlive(acting);
    const query = read(spec.query, queryOf(spec.query, new URL(request.url).searchParams));
    const body = read(spec.body, spec.method === "POST" ? await jsonOf(request) : undefined);
    const named = (name: string) => params[name] ?? "";
    const worked = await spec.work({ acting, operationId, named, query, body, request, requestId: context.requestId });
    const isTagged = worked instanceof Tagged;
    return Response.json(isTagged ? worked.answer : worked, isTagged ? { headers: { ETag: worked.tag } } : undefined);
  } catch (thrown) {
    return problemDetails(ofKey(asProblem(thrown)), context.requestId);
  }
}

/** A machine has no session to sign in to again: its key is wrong, ended or expired. */
const ofKey = (problem: Problem) =>
  problem.message === "session.ended" ? new Problem("unauthenticated", "key.ended") : problem;

/** An id that is none names no operation, as one of which nobody knows. */
function operationOf({ path }: Said, params: Visit["params"]): Id {
  if (!path.includes("{operationId}")) return "";
  const id = Id.safeParse(params.operationId);
  if (!id.success) throw new Problem("not-found", "operation.unknown");
  return id.data;
}

function read<S extends z.ZodType>(schema: S, said: unknown): z.output<S> {
  const result = schema.safeParse(said);
  if (!result.success) throw new Problem("invalid", "body.invalid", {}, { fields: fieldErrors(result.error) });
  return result.data;
}

/** Parameters by name; one that may come several times is a list, of any other the last counts. */
function queryOf(schema: z.ZodType, params: URLSearchParams): Record<string, string | string[]> {
  const lists = listsOf(schema);
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => [name, lists.has(name) ? params.getAll(name) : (params.getAll(name).at(-1) ?? "")]),
  );
}

function listsOf(schema: z.ZodType): ReadonlySet<string> {
  if (!(schema instanceof z.ZodObject)) return new Set();
  const isList = (one: unknown): boolean =>
    one instanceof z.ZodArray || (one instanceof z.ZodDefault && isList(one.unwrap()));
  return new Set(Object.keys(schema.shape).filter((name) => isList(schema.shape[name])));
}

const JSON_TYPE = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i;

async function jsonOf(request: Request): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get("Content-Type") ?? "")) throw new Problem("media-type", "body.not_json");
  try {
    return await request.json();
  } catch {
    throw new Problem("malformed", "body.malformed");
  }
}
