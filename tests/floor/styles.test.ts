import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "#realtime/start/build.ts";

const ASSETS = fileURLToPath(new URL("../../build/client/assets", import.meta.url));

/** What Chrome has had only since after the oldest one, and in which values or selectors it shows. */
const NEWER = [
  ["small, large and dynamic windows (108)", /\d[sld]v[hwib]\b/],
  ["mixed colours (111)", /color-mix\(/],
  ["light and dark in one value (123)", /light-dark\(/],
  ["moving and turning by themselves (104)", /^(?:translate|rotate|scale):/],
  ["layers (99)", /^@layer/],
  ["containers (105)", /^@container/],
  ["nothing (108)", /^inert\b|:popover-open|::view-transition/],
] as const;

/** Where nothing is lost without it: a shade under a finger, a mouse or a chart. */
const SHADE = /:(?:hover|active)|^\.(?:heat|plot-follow-up|map-)|\.keycap/;

/** Selectors that look inside, and what is there instead: another rule of the same file, or nothing that counts. */
const LOOKS_INSIDE = /^\.(?:tile|goods|goods-group|choice|choice-agency|view|table)\b.*:has\(/;

type Rule = { selector: string; declarations: string[]; inside: string };

let rules: Rule[] = [];
beforeAll(() => {
  ensureBuilt(() => {});
  const files = readdirSync(ASSETS).filter((name) => name.endsWith(".css"));
  rules = files.flatMap((name) => rulesOf(readFileSync(join(ASSETS, name), "utf8")));
}, 600_000);

test("what older browsers do not know has another value before it, or is not missed", () => {
  expect(rules.length).toBeGreaterThan(500);
  const missed = rules.flatMap(({ selector, declarations, inside }) =>
    declarations
      .filter((declaration, at) => {
        const newer = NEWER.some(([, is]) => is.test(declaration));
        const before = declarations.slice(0, at).some((other) => nameOf(other) === nameOf(declaration));
        return newer && !before && !SHADE.test(selector) && !inside.startsWith("@supports");
      })
      .map((declaration) => `${selector} { ${declaration} }`),
  );
  expect(missed).toEqual([]);
  expect(rules.filter(({ inside }) => /^@(?:layer|container)/.test(inside))).toEqual([]);
});

test("selectors that look inside are those for which there is another way", () => {
  const unknown = rules.flatMap(({ selector }) =>
    selector.split(",").filter((one) => one.includes(":has(") && !LOOKS_INSIDE.test(one.trim())),
  );
  expect(unknown).toEqual([]);
  const instead = rules.filter(({ inside }) => /^@supports not selector\(:has\(/.test(inside));
  const selectors = instead.map(({ selector }) => selector).join();
  for (const part of [".tile>input:checked", ".goods-kinds", ".table tbody tr"]) expect(selectors).toContain(part);
});

test("the reading of styles finds what it looks for", () => {
  const [outer, inner] = rulesOf("a{b:1;c:2dvh}@media print{d:hover{e:f}}");
  expect(outer).toEqual({ selector: "a", declarations: ["b:1", "c:2dvh"], inside: "" });
  expect(inner).toEqual({ selector: "d:hover", declarations: ["e:f"], inside: "@media print" });
});

const nameOf = (declaration: string) => declaration.slice(0, declaration.indexOf(":"));

/** Rules of minified styles, with the block around them. */
function rulesOf(css: string): Rule[] {
  const found: Rule[] = [];
  const open: string[] = [];
  for (const [, said = "", mark] of css.matchAll(/([^{}]*)([{}])/g)) {
    if (mark === "{") open.push(said.trim());
    else {
      const selector = open.pop() ?? "";
      const declarations = said.split(";").filter(Boolean);
      if (declarations.length > 0) found.push({ selector, declarations, inside: open[open.length - 1] ?? "" });
    }
  }
  return found;
}
