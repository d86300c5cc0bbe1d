import { createRequire } from "node:module";
import { expect, test } from "vitest";

// As the server loads it: the other form, for browsers, is not mended.
const { matchRoutes, matchPath }: typeof import("@remix-run/react") = createRequire(import.meta.url)(
  "@remix-run/router",
);

/** Routes that count how often their paths are read. */
function counted() {
  const read = { times: 0 };
  const route = (path: string, children?: object[]) => ({
    get path() {
      read.times += 1;
      return path;
    },
    children,
  });
  const routes = [route("operations", [route(":operation"), route(":operation/seizures/*"), route("new")])];
  return { read, routes };
}

test("routes are laid out once, however many addresses are looked up in them", () => {
  const { read, routes } = counted();
  expect(matchRoutes(routes, "/operations/1")?.at(-1)?.params).toEqual({ operation: "1" });
  const first = read.times;
  for (const [address, params] of [
    ["/operations/new", {}],
    ["/operations/2/seizures/a/b", { operation: "2", "*": "a/b" }],
    ["/operations/a%2Fb", { operation: "a/b" }],
    ["/OPERATIONS/3", { operation: "3" }],
  ] as const) {
    expect(matchRoutes(routes, address)?.at(-1)?.params, address).toEqual(params);
  }
  expect(matchRoutes(routes, "/elsewhere")).toBe(null);
  expect(read.times).toBe(first);
});

test("other routes with the same addresses are looked up in their own", () => {
  const [one, other] = [counted(), counted()];
  expect(matchRoutes(one.routes, "/operations/1")?.[0]?.route).toBe(one.routes[0]);
  expect(matchRoutes(other.routes, "/operations/1")?.[0]?.route).toBe(other.routes[0]);
});

test("a path that was looked up once is told apart by its end and by its letters' case", () => {
  const at = (pathname: string, rules: { end?: boolean; caseSensitive?: boolean }) =>
    matchPath({ path: "/help/:topic", ...rules }, pathname) !== null;
  for (let round = 0; round < 2; round += 1) {
    expect(at("/help/tally", {})).toBe(true);
    expect(at("/help/tally/more", {})).toBe(false);
    expect(at("/help/tally/more", { end: false })).toBe(true);
    expect(at("/HELP/tally", {})).toBe(true);
    expect(at("/HELP/tally", { caseSensitive: true })).toBe(false);
  }
});
