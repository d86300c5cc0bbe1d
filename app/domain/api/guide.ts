import type { AnswerOf, JsonSchema, OpenApi, OpenApiCall, OpenApiWebhook } from "./document.ts";

export type Told = { method: string; path: string; call: OpenApiCall };

/** One page of the guide: how to begin, the calls of one kind, what is sent to receivers, or the fields of one schema. */
export type GuidePart =
  | { kind: "start"; base: string; refusals: [name: string, answer: AnswerOf][] }
  | { kind: "calls"; tag: string; calls: Told[] }
  | { kind: "webhooks"; about: string; webhooks: OpenApiWebhook[] }
  | { kind: "schema"; name: string; schema: JsonSchema };

export type GuideContents = {
  tags: { tag: string; calls: { method: string; name: string }[] }[];
  webhooks: string[];
  schemas: string[];
};

export const START = "start";

/** What the guide consists of, each with the page that it stands on. */
export function contentsOf(document: OpenApi): GuideContents {
  const calls = callsOf(document);
  const tags = [...new Set(calls.flatMap(({ call }) => call.tags))];
  return {
    tags: tags.map((tag) => ({
      tag,
      calls: withTag(calls, tag).map(({ method, call }) => ({ method, name: call.operationId })),
    })),
    webhooks: Object.values(document.webhooks).map(({ post }) => post.operationId),
    schemas: Object.keys(document.components.schemas),
  };
}

/** The page of that name; none where the document has nothing of it. */
export function partOf(document: OpenApi, name: string): GuidePart | undefined {
  if (name === START) {
    const base = document.servers[0]?.url ?? "";
    return { kind: "start", base, refusals: Object.entries(document.components.responses) };
  }
  if (name === "webhooks") {
    const [, about = ""] = document.info.description.split("## Webhooks\n");
    return { kind: "webhooks", about, webhooks: Object.values(document.webhooks).map(({ post }) => post) };
  }
  const calls = withTag(callsOf(document), name);
  if (calls.length > 0) return { kind: "calls", tag: name, calls };
  const schema = Object.entries(document.components.schemas).find(([own]) => own === name)?.[1];
  return schema && { kind: "schema", name, schema };
}

function callsOf({ servers, paths }: OpenApi): Told[] {
  const base = servers[0]?.url ?? "";
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path: base + path, call })),
  );
}

const withTag = (calls: Told[], tag: string) => calls.filter(({ call }) => call.tags.includes(tag));
