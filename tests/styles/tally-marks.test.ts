import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TALLY_MARKS } from "#app/domain/tally/mark.ts";
import { ALL_SIGHTS, contrast, distance } from "./colour.ts";
import { tokensOf } from "./tokens.ts";

/** The five states of a day are told apart by colour, too; their shapes are drawn in tally-mark.tsx. */
const CSS = readFileSync("app/components/tally/tally.css", "utf8");

function tokenOf(mark: string): string {
  const token = new RegExp(`\\.tally-${mark}(?:,[^{]*)? \\{\\s*color: var\\((--[\\w-]+)\\);`).exec(CSS)?.[1];
  if (!token) throw new Error(`tally.css gives ${mark} no colour of a token`);
  return token;
}

/** Below a panel's cell: the page, the panel, a row that is pointed at, and the column of today. */
const GROUNDS = ["--bg-0", "--bg-1", "--bg-2", "--accent-bg"] as const;

describe.each(["dark", "light"] as const)("the marks of days in %s", (theme) => {
  const tokens = tokensOf(theme);
  const colour = (token: string) => tokens.get(token) ?? "";
  const colours = TALLY_MARKS.map((mark) => [mark, colour(tokenOf(mark))] as const);

  test.each(ALL_SIGHTS)("are five colours that stay apart for %s sight", (sight) => {
    const pairs = colours.flatMap((one, at) => colours.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs).toHaveLength(10);
    for (const [[mark, one], [otherMark, other]] of pairs) {
      expect(distance(one, other, sight), `${mark} and ${otherMark}`).toBeGreaterThanOrEqual(11);
    }
  });

  test.each(GROUNDS)("are seen on %s", (ground) => {
    for (const [mark, own] of colours) {
      expect(contrast(own, colour(ground)), mark).toBeGreaterThanOrEqual(3);
    }
  });
});
