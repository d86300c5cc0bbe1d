import { expect, test } from "vitest";
import { CALLS } from "#app/api/calls.server.ts";
import { openApiDocument } from "#app/api/openapi.server.ts";
import type { JsonSchema } from "#app/domain/api/document.ts";
import { SCOPES } from "#app/domain/key.ts";
import { en } from "#app/messages/en.ts";
import { pathOf, routeFiles } from "#tests/access/sources.ts";
import { jsonSchemas } from "#tests/support/json-schemas.ts";

const document = openApiDocument();
const schemas = jsonSchemas(document);

/** Addresses under /api that are no calls, and why. */
const NO_CALLS = ["/api/v1/openapi.json", "/api/*"];

const told = Object.entries(document.paths).flatMap(([path, calls]) =>
  Object.entries(calls).map(([method, call]) => ({ path, method: method.toUpperCase(), call })),
);

test("every address under /api is in the document, and the document has no other", () => {
  const routes = routeFiles()
    .map((file) => pathOf(file))
    .filter((path) => path.startsWith("/api/") && !NO_CALLS.includes(path));
  const described = Object.keys(document.paths).map((path) => `/api/v1${path.replace(/\{(\w+)\}/g, ":$1")}`);
  expect(described.sort()).toEqual(routes.sort());
});

test("an address takes the methods that the document has for it, and no others", async () => {
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  for (const file of routeFiles().filter((name) => name.startsWith("api.v1.") && !/openapi|\$\.ts/.test(name))) {
    const { loader, action } = await import(
      /* @vite-ignore */ new URL(`../../app/routes/${file}`, import.meta.url).href
    );
    const path = pathOf(file)
      .replace("/api/v1", "")
      .replace(/:(\w+)/g, "{$1}");
    for (const method of methods) {
      const request = new Request("http://naga.test/", { method });
      const answer: Response = await (method === "GET" ? loader : action)({ request, params: {}, context: {} });
      const isTold = told.some((one) => one.path === path && one.method === method);
      expect([path, method, answer.status]).toEqual([path, method, isTold ? 401 : 405]);
      if (!isTold) expect(answer.headers.get("Allow")).toMatch(/GET|POST/);
    }
  }
});

test("what may be asked of an address it says itself, to whoever asks, and works nothing", async () => {
  for (const file of routeFiles().filter((name) => name.startsWith("api.v1.operations"))) {
    const { loader, action } = await import(
      /* @vite-ignore */ new URL(`../../app/routes/${file}`, import.meta.url).href
    );
    const path = pathOf(file)
      .replace("/api/v1", "")
      .replace(/:(\w+)/g, "{$1}");
    const methods = told.filter((one) => one.path === path).map(({ method }) => method);
    const allowed = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
    for (const answering of [loader, action]) {
      const request = new Request("http://naga.test/", { method: "OPTIONS" });
      const answer: Response = await answering({ request, params: {}, context: {} });
      expect([path, answer.status, answer.headers.get("Allow")]).toEqual([path, 405, allowed]);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(null);
    }
  }
});

test("each kind of call to a webhook has its words, its schema and an example that fits it", () => {
  const posts = Object.values(document.webhooks).map(({ post }) => post);
  expect(posts.map(({ operationId }) => operationId)).toEqual(["webhookHappened", "webhookGone", "webhookTest"]);
  for (const { requestBody, parameters, operationId } of posts) {
    const body = requestBody.content["application/json"];
    expect(body && schemas.faultsOf(body.schema, body.example), operationId).toEqual([]);
    expect(parameters.map(({ name }) => name)).toEqual(["webhook-id", "webhook-timestamp", "webhook-signature"]);
  }
});

test("each call has a name of its own, a scope that there is, words, and all its refusals", () => {
  const names = told.map(({ call }) => call.operationId);
  expect(new Set(names).size).toBe(CALLS.length);
  for (const { call, method } of told) {
    const needs = call.security.flatMap(({ key = [] }) => key);
    expect(needs.filter((scope) => !SCOPES.some((one) => one === scope))).toEqual([]);
    expect(call.summary).not.toBe("");
    const wanted = [
      "200",
      "401",
      "403",
      "405",
      "422",
      "429",
      "503",
      ...(method === "POST" ? ["400", "413", "415"] : []),
    ];
    expect(Object.keys(call.responses)).toEqual(expect.arrayContaining(wanted));
    if (method === "POST") expect(call.requestBody?.content["application/json"]?.example).toBeDefined();
  }
  const used = new Set(told.flatMap(({ call }) => call.security.flatMap(({ key = [] }) => key)));
  expect(SCOPES.filter((scope) => scope !== "names.read" && !used.has(scope))).toEqual([]);
});

test("it is a document whose every reference leads somewhere, and whose schemas are schemas", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  const { components } = document;
  const lost = references.filter(([, part, name]) => {
    const of = part === "schemas" ? components.schemas : part === "responses" ? components.responses : {};
    return !Object.hasOwn(of, name ?? "");
  });
  expect(lost).toEqual([]);
  for (const name of Object.keys(components.schemas)) expect(() => schemas.of(name)).not.toThrow();
});

test("examples are right", () => {
  for (const { call } of told) {
    const body = call.requestBody?.content["application/json"];
    if (body) expect(schemas.faultsOf(body.schema, body.example), call.operationId).toEqual([]);
    const answer = call.responses["200"];
    const content = answer && "content" in answer ? answer.content?.["application/json"] : undefined;
    if (content?.example) expect(schemas.faultsOf(content.schema, content.example), call.operationId).toEqual([]);
  }
  for (const { content } of Object.values(document.components.responses)) {
    const refused = content?.["application/problem+json"];
    expect(refused && schemas.faultsOf(refused.schema, refused.example)).toEqual([]);
  }
});

test("what a body leaves out where it may, the schema does not ask for", () => {
  const least: JsonSchema = { $ref: "#/components/schemas/SeizureItem" };
  expect(schemas.faultsOf(least, { commodity: "F2.raw_ivory" })).toEqual([]);
  expect(schemas.faultsOf(least, { commodity: "ivory" })).not.toEqual([]);
});

test("every refusal of the calls' own has its words", () => {
  const own = ["base.missing", "id.other", "body.not_json", "key.scope", "key.not_here", "address.unknown"];
  const known: Readonly<Record<string, string>> = en;
  expect(own.filter((code) => known[`error.${code}`] === undefined)).toEqual([]);
});
