import { expect, test } from "vitest";
import { precisionWithin } from "#app/domain/place-precision.ts";
import { whereIs } from "#app/domain/where-report.ts";

const SENT = { state: "in_clearance", step: 0, steps: 2, onHold: false };

test.each([
  ["the first of two approvals is the chief's", SENT, "chief"],
  ["the last is given at headquarters", { ...SENT, step: 1 }, "headquarters"],
  ["a single one is the last", { ...SENT, steps: 1 }, "headquarters"],
  ["what is put on hold waits for nobody", { ...SENT, onHold: true }, "on_hold"],
  ["a draft", { ...SENT, state: "draft" }, "draft"],
  ["what came back", { ...SENT, state: "returned" }, "returned"],
  ["what is released is on no such list", { ...SENT, state: "released" }, null],
])("%s", (_, report, where) => {
  expect(whereIs(report)).toBe(where);
});

test("a position is as exact as the receiver says", () => {
  expect([8, 100, 101, 5_000, 60_000].map(precisionWithin)).toEqual(["exact", "exact", "facility", "city", "admin1"]);
});
