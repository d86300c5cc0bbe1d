import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesFrom, keysUsed } from "#app/messages/bundle/keys-used.ts";
import { en } from "#app/messages/en.ts";
import { FIRST_PAGES, POST_PAGES, textsOf } from "#app/messages/post-pages.ts";

const KEYS = Object.keys(en);
/** What the pages that are drawn with the first texts alone are made of. */
const FIRST_PARTS = [...filesFrom(FIRST_PAGES, "app", "at_once")];

test("the texts of a post hold the form, its errors, all codes and units, and nothing of the desk's pages", () => {
  const used = keysUsed(POST_PAGES, "app", KEYS, "later_too");
  for (const key of ["report.title", "error.general", "outbox.title", "commodity.D1.meth_crystal", "unit.kg"]) {
    expect(used, key).toContain(key);
  }
  expect(KEYS.filter((key) => /^(error|commodity|unit)\./.test(key) && !used.has(key))).toEqual([]);
  expect(KEYS.filter((key) => /^(duplicates|webhooks|watch\.handover|deadlines)\./.test(key) && used.has(key))).toEqual(
    [],
  );
});

test("a page brings the keys of what it imports, and of what it fetches later where asked; none of what only gives it types", () => {
  const here = ["../tests/messages/pages/page.tsx"];
  const keys = ["a.page", "b.part", "c.later", "d.types", "error.date.bad", "code.x.y", "code.z"];
  expect([...keysUsed(here, "app", keys, "later_too")]).toEqual([
    ...["a.page", "b.part", "c.later", "error.date.bad", "code.x.y"],
  ]);
  expect([...keysUsed(here, "app", keys, "at_once")]).toEqual(["a.page", "b.part", "code.x.y"]);
});

test("what the pages of a post fetch later comes with its words", () => {
  const bare = FIRST_PARTS.filter((file) =>
    [...readFileSync(file, "utf8").matchAll(/(.*)import\("[^"]+\.tsx"\)/g)].some(
      ([, before = ""]) => !before.includes("withTexts(() => "),
    ),
  );
  expect(bare.map((file) => file.slice(file.indexOf("/app/")))).toEqual([]);
});

test("a page is drawn with the first file; an answer and the outbox have the refusals, the desk has all", () => {
  const form = "routes/operations.$operationId.seizures.new";
  const reader = { reports: true, answers: false };
  expect(textsOf(form, reader)).toEqual(["first"]);
  expect(textsOf(form, { ...reader, answers: true })).toEqual(["first", "post"]);
  expect(textsOf("routes/outbox._index", reader)).toEqual(["first", "post"]);
  const home = "routes/operations.$operationId._index";
  expect(textsOf(home, reader)).toEqual(["first"]);
  expect(textsOf(home, { reports: false, answers: false })).toEqual(["first", "post", "rest"]);
  expect(textsOf("routes/operations.$operationId.seizures._index", reader)).toEqual(["first", "post", "rest"]);
});
