import { describe, expect, test } from "vitest";
import { PAPER_PALETTE } from "#app/components/charts/paper-palette.ts";
import { SLOTS } from "#app/domain/commodity.ts";
import { ALL_SIGHTS, ciede2000, contrast, distance } from "./colour.ts";
import { tokensOf } from "./tokens.ts";

const THEMES = { dark: tokensOf("dark"), light: tokensOf("light"), print: tokensOf("print") };
const NAMES = ["dark", "light", "print"] as const;

function colour(theme: (typeof NAMES)[number], name: string): string {
  const value = THEMES[theme].get(name);
  if (!value) throw new Error(`${theme} has no ${name}`);
  return value;
}

test("paper has the colours of the light theme", () => {
  expect(THEMES.print).toEqual(THEMES.light);
});

const GROUNDS = ["--bg-0", "--bg-1", "--bg-2", "--bg-3"];
const PAIRS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ["--text-1", [...GROUNDS, "--accent-bg", "--danger-bg", "--warn-bg", "--ok-bg"]],
  ["--text-2", [...GROUNDS, "--accent-bg", "--danger-bg", "--warn-bg", "--ok-bg"]],
  ["--text-3", GROUNDS],
  ["--accent", [...GROUNDS, "--accent-bg"]],
  ["--danger", [...GROUNDS, "--danger-bg"]],
  ["--warn", ["--bg-0", "--bg-1", "--bg-2", "--warn-bg"]],
  ["--ok", [...GROUNDS, "--ok-bg"]],
  ["--on-primary", ["--primary"]],
  ["--on-accent", ["--accent"]],
];

test("what is drawn without a page has the colours of paper", () => {
  const { ground: _ground, font: _font, slots, ...named } = PAPER_PALETTE;
  const tokens = { text1: "--text-1", text2: "--text-2", text3: "--text-3", line: "--line-1", heat: "--river" };
  expect(named).toEqual(
    Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, colour("print", token)])),
  );
  const ofSlots = SLOTS.map((slot) => [slot, colour("print", `--c-${slot}`)]);
  expect(slots).toEqual({ ...Object.fromEntries(ofSlots), mixed: colour("print", "--text-2") });
});

describe.each(NAMES)("in %s", (theme) => {
  test.each(PAIRS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "%s is read on %s",
    (text, ground) => {
      expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["--bg-0", "--bg-1"])("the edge of a control is seen on %s", (ground) => {
    expect(contrast(colour(theme, "--line-2"), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(SLOTS)("the mark of %s is seen on a panel", (slot) => {
    expect(contrast(colour(theme, `--c-${slot}`), colour(theme, "--bg-1"))).toBeGreaterThanOrEqual(3);
  });
});

const EVERY = SLOTS.flatMap((one, at) => SLOTS.slice(at + 1).map((other) => [one, other] as const));
const HEADLINE = new Set(["I", "R", "T", "B"]);

describe.each(["dark", "light"] as const)("marks of goods in %s", (theme) => {
  test.each(ALL_SIGHTS)("stay apart for %s sight", (sight) => {
    for (const [one, other] of EVERY) {
      const apart = distance(colour(theme, `--c-${one}`), colour(theme, `--c-${other}`), sight);
      const least = HEADLINE.has(one) && HEADLINE.has(other) ? 17 : 11;
      expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(least);
    }
  });
});

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)("the distance of %j and %j is the published %d", (one, other, published) => {
  expect(ciede2000([...one], [...other])).toBeCloseTo(published, 4);
});
