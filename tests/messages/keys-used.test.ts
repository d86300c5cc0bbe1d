import { expect, test } from "vitest";
import { keysUsed } from "#app/messages/bundle/keys-used.ts";
import { en } from "#app/messages/en.ts";
import { POST_PAGES } from "#app/messages/post-pages.ts";

const KEYS = Object.keys(en);

test("the texts of a post hold the form, its errors, all codes and units, and nothing of the desk's pages", () => {
  const used = keysUsed(POST_PAGES, "app", KEYS);
  for (const key of ["report.title", "error.general", "outbox.title", "commodity.D1.meth_crystal", "unit.kg"]) {
    expect(used, key).toContain(key);
  }
  expect(KEYS.filter((key) => /^(error|commodity|unit)\./.test(key) && !used.has(key))).toEqual([]);
  expect(KEYS.filter((key) => /^(duplicates|webhooks|watch\.handover|deadlines)\./.test(key) && used.has(key))).toEqual(
    [],
  );
});

test("a page brings the keys of what it imports, and of what it fetches later; none of what only gives it types", () => {
  const here = ["../tests/messages/pages/page.tsx"];
  expect([
    ...keysUsed(here, "app", ["a.page", "b.part", "c.later", "d.types", "error.date.bad", "code.x.y", "code.z"]),
  ]).toEqual([...["a.page", "b.part", "c.later", "error.date.bad", "code.x.y"]]);
});
