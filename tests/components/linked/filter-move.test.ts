import { afterEach, expect, test } from "vitest";
import { isFilterMove } from "#app/components/linked/filter-move.ts";
import { setHolding } from "#app/live/held.ts";

function moved(before: string, after: string) {
  const url = (query: string) => new URL(`http://localhost/operations/1/statistics?${query}`);
  return isFilterMove({
    ...{ currentUrl: url(before), nextUrl: url(after), currentParams: {}, nextParams: {} },
    defaultShouldRevalidate: true,
  });
}

afterEach(() => setHolding(false));

test("a page that holds all facts counts another filter, and other days to compare with, by itself", () => {
  setHolding(true);
  expect(moved("from=2026-05-01", "from=2026-05-02")).toBe(true);
  expect(moved("from=2026-05-01", "from=2026-05-01&than=before")).toBe(true);
  expect(moved("than=before&slot=I", "than_from=2026-05-01&than_to=2026-05-07&slot=D")).toBe(true);
  expect(moved("than=before", "than=before&by=tallies")).toBe(false);
});

test("nothing is counted here without the facts, nor of a moment of the past", () => {
  expect(moved("from=2026-05-01", "from=2026-05-01&than=before")).toBe(false);
  setHolding(true);
  expect(moved("known=2026-05-01T10:00Z", "known=2026-05-01T10:00Z&than=before")).toBe(false);
});
