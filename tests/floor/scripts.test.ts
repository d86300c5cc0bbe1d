import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { OLDEST_CHROME } from "#app/oldest-browser.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { newerThan } from "./newer-than.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const CLIENT = join(HOME, "build", "client");
/**
 * The library of the map, which no page of an officer begins with: a phone that is older has the table beside it. And the
 * editor of reports on the operation, which analysts write at their desks.
 */
const AT_A_DESK = /^assets\/(map-controls|section-editor)-/;

beforeAll(() => ensureBuilt(() => {}), 600_000);

test("no script that a phone loads needs a browser newer than the oldest one", () => {
  const scripts = readdirSync(CLIENT, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(50);
  const newer = scripts
    .filter((path) => !AT_A_DESK.test(path))
    .map((path) => [path, newerThan(readFileSync(join(CLIENT, path), "utf8"), OLDEST_CHROME)] as const);
  expect(newer.filter(([, found]) => found.length > 0)).toEqual([]);
});

test.each([
  ["list.toSorted()", [".toSorted()"]],
  ["self.structuredClone(one)", ["structuredClone"]],
  ["AbortSignal.timeout(5)", ["AbortSignal.timeout"]],
  ["new Intl.DurationFormat('en')", ["Intl.DurationFormat"]],
  ["map.values().map(one)", [".values().map()"]],
  ["list.sort(); [...map.values()].map(one); new AbortController()", []],
  ["if (document.startViewTransition) document.startViewTransition(one)", []],
  ["typeof reportError === 'function' ? reportError(one) : two", []],
])("%s is told", (code, told) => {
  expect(newerThan(code, OLDEST_CHROME)).toEqual(told);
});

test("a block inside of a class is told to those who are older", () => {
  expect(newerThan("class A { static { one() } }", 93)).toEqual(["static {}"]);
});

test("grammar that is newer is told", () => {
  for (const code of ["/[a--b]/v", "using one = two;", "import one from 'two' with { type: 'json' }"]) {
    expect(() => newerThan(code, OLDEST_CHROME)).toThrow();
  }
});

test("the README names the oldest browser", () => {
  expect(readFileSync(join(HOME, "README.md"), "utf8")).toContain(`Chrome ${OLDEST_CHROME}`);
});
