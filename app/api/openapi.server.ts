import { z } from "zod";
import type { AnswerOf, JsonSchema, OpenApi, OpenApiCall, Parameter } from "../domain/api/document.ts";
import { ProblemAnswer } from "../domain/api/problem.ts";
import { SeizureFact } from "../domain/fact.ts";
import { AudienceInput, Nominal, Persons, Place, RouteNode, SeizureInput, SeizureItem } from "../domain/seizure.ts";
import { TallyInput } from "../domain/tally/tally.ts";
import type { Call } from "./call.server.ts";
import { CALLS } from "./calls.server.ts";
import { A_PROBLEM } from "./examples.server.ts";
import { ABOUT_WEBHOOKS, describedWebhooks, WEBHOOK_SCHEMAS } from "./webhooks.server.ts";

/** Schemas that have a name of their own, since several calls use them. */
const SHARED = {
  ...{ AudienceInput, Nominal, Persons, Place, RouteNode, SeizureFact, SeizureInput, SeizureItem, TallyInput },
  ...WEBHOOK_SCHEMAS,
  Problem: ProblemAnswer,
};

const DESCRIPTION = `What national systems say and ask, by the same rules, limits and words as the screens.

- A key is made by an agency's contact point on the page of the agency, and sent as a bearer token. It acts as a member of
  its agency, within the scopes that it was made for.
- Everything that changes something is a command with an id that you make (a UUID). When no answer came, send the same
  command again, unchanged: it is done once, and the answer is the same. The same id with other content is refused (409).
- Quantities are decimal strings, days are \`YYYY-MM-DD\`, ids are UUIDs, codes are those of the reference lists.
- A refusal is a problem (RFC 9457); \`errors\` names each place that needs a look.
- 429 and 503 say in Retry-After when to come back.

## Webhooks

${ABOUT_WEBHOOKS}`;

let kept: OpenApi | undefined;

/** The whole document, made once from the schemas by which calls are read: it is the same until the program changes. */
export function openApiDocument(): OpenApi {
  kept ??= madeDocument();
  return kept;
}

function madeDocument(): OpenApi {
  const paths: OpenApi["paths"] = {};
  for (const call of CALLS) {
    const method = call.method === "GET" ? "get" : "post";
    paths[call.path] = { ...paths[call.path], [method]: described(call) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Naga", version: "1", description: DESCRIPTION },
    servers: [{ url: "/api/v1" }],
    paths,
    webhooks: describedWebhooks(refTo),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of a machine. Each call names the scope it needs." },
      },
      responses: Object.fromEntries(REFUSALS.map((status) => [nameOf(status), refusalOf(status)])),
      schemas: schemas(),
    },
  };
}

const REFUSALS = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503] as const;
type Refusal = (typeof REFUSALS)[number];

const WHY: Record<Refusal, string> = {
  400: "The body is no JSON.",
  401: "There is no key, or it has ended.",
  403: "The key was not made for that, or its member may not.",
  404: "There is no such thing, or it is out of the key's reach.",
  405: "The address does not take this kind of request; Allow says which it takes.",
  409: "It rests on a version that is not the last, the state does not allow it, or the command's id was used for something else.",
  413: "More than a megabyte.",
  415: "The body is not sent as JSON.",
  422: "Something in it cannot be taken; `errors` names each place.",
  429: "Too often; Retry-After says when to come back.",
  503: "The records cannot be reached; Retry-After says when to come back.",
};

const nameOf = (status: Refusal) => `Refused${status}`;

function refusalOf(status: Refusal): AnswerOf {
  const content = { "application/problem+json": { schema: refTo("Problem"), example: { ...A_PROBLEM, status } } };
  const again = { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } };
  return { description: WHY[status], content, ...((status === 429 || status === 503) && { headers: again }) };
}

const bodyName = (call: Call) => `${call.id.charAt(0).toUpperCase()}${call.id.slice(1)}Body`;
const answerName = (call: Call) => `${call.id.charAt(0).toUpperCase()}${call.id.slice(1)}Answer`;
const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

function described(call: Call): OpenApiCall {
  const { id, summary, about, scope, refuses = [], body } = call;
  const gives = { "application/json": { schema: refTo(answerName(call)), example: call.answered } };
  const tag = { ETag: { schema: { type: "string" }, description: "What a change is based on." } };
  const always: readonly Refusal[] = body ? [400, 401, 403, 413, 415, 422, 429, 503] : [401, 403, 422, 429, 503];
  const refused = [...new Set([...always, ...refuses, 405 as const])].sort((left, right) => left - right);
  return {
    operationId: id,
    tags: [tagOf(call)],
    summary,
    description: about,
    security: [{ key: scope === "any" ? [] : [scope] }],
    parameters: [...inPath(call), ...inQuery(call), ...(call.takesTag ? [IF_MATCH] : [])],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: refTo(bodyName(call)), example: call.example } },
      },
    }),
    responses: {
      200: { description: "Done.", content: gives, ...(call.givesTag && { headers: tag }) },
      ...Object.fromEntries(refused.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }])),
    },
  };
}

const IF_MATCH: Parameter = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag of the version that the change is based on, instead of `base`.",
  schema: { type: "string" },
};

/** The part of an address behind the operation; it sorts the document. */
function tagOf({ path }: Call): string {
  const parts = path.split("/").filter((part) => part !== "" && !part.startsWith("{"));
  return parts[1] ?? parts[0] ?? "";
}

const NAMED: Record<string, JsonSchema> = {
  operationId: { type: "string", format: "uuid" },
  seizureId: { type: "string", format: "uuid" },
  list: { type: "string" },
};

function inPath({ path }: Call): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: NAMED[name] ?? { type: "string" },
  }));
}

function inQuery({ query }: Call): Parameter[] {
  const { properties = {} } = plain(z.toJSONSchema(query, { io: "input" }));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    description,
    schema,
  }));
}

function schemas(): OpenApi["components"]["schemas"] {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SHARED)) registry.add(schema, { id });
  for (const call of CALLS) {
    registry.add(call.answer, { id: answerName(call) });
    if (call.body) registry.add(call.body, { id: bodyName(call) });
  }
  const uri = (id: string) => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(registry, { io: "input", uri }).schemas;
  return Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, plain(schema)]));
}

/** Without what names the schema as a document of its own: here it is part of one. */
function plain(schema: object): JsonSchema {
  const { $schema, $id, "~standard": _, ...rest } = schema as JsonSchema & Record<string, unknown>;
  return rest;
}
