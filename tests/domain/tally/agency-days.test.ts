import { expect, test } from "vitest";
import { agencyDaysIn, missingOf } from "#app/domain/tally/agency-days.ts";

const DAYS = {
  "2026-04-14": { onRecord: 18, nil: 4, missing: 2, awaited: 0 },
  "2026-04-15": { onRecord: 20, nil: 20, missing: 0, awaited: 0 },
  "2026-04-16": { onRecord: 3, nil: 0, missing: 0, awaited: 17 },
};

test("what stands behind a period are the agency-days of its days, both ends among them", () => {
  const whole = { from: null, to: null };
  expect(agencyDaysIn(DAYS, whole)).toEqual({ onRecord: 41, nil: 24, missing: 2, awaited: 17 });
  expect(agencyDaysIn(DAYS, { from: "2026-04-15", to: null })).toEqual({
    onRecord: 23,
    nil: 20,
    missing: 0,
    awaited: 17,
  });
  expect(agencyDaysIn(DAYS, { from: "2026-04-14", to: "2026-04-14" })).toEqual(DAYS["2026-04-14"]);
  expect(agencyDaysIn(DAYS, { from: "2027-01-01", to: null })).toEqual({ onRecord: 0, nil: 0, missing: 0, awaited: 0 });
});

test("only days that miss a tally are said to", () => {
  expect(missingOf(DAYS)).toEqual({ "2026-04-14": 2 });
});
