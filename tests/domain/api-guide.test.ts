import { describe, expect, test } from "vitest";
import { openApiDocument } from "#app/api/openapi.server.ts";
import { contentsOf, partOf, START } from "#app/domain/api/guide.ts";

const document = openApiDocument();
const contents = contentsOf(document);

describe("the pages of the interface for machines", () => {
  test("every page of the contents is there, and nothing under another name", () => {
    const pages = [START, "webhooks", ...contents.tags.map(({ tag }) => tag), ...contents.schemas];
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.filter((name) => !partOf(document, name))).toEqual([]);
    for (const name of ["", "nothing", "__proto__", "constructor"]) expect(partOf(document, name)).toBeUndefined();
  });

  test("every call and schema of the document stands on one page", () => {
    const told = contents.tags.flatMap(({ tag }) => {
      const part = partOf(document, tag);
      return part?.kind === "calls" ? part.calls.map(({ method, path }) => `${method} ${path}`) : [];
    });
    const written = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path}`),
    );
    expect(told.sort()).toEqual(written.sort());
    expect(contents.schemas).toEqual(Object.keys(document.components.schemas));
  });

  test("what a link of the document names has a page", () => {
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name = "") => partOf(document, name)?.kind !== "schema")).toEqual([]);
  });
});
