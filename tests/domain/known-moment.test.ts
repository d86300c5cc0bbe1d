import { expect, test } from "vitest";
import { readKnown, writeKnown } from "#app/domain/known-moment.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const read = (known: string, zone = "Asia/Ho_Chi_Minh") =>
  readKnown(new URLSearchParams({ known }), { now: NOW, zone })?.toISOString() ?? null;

test("a moment is written in UTC, to the minute where that says all", () => {
  for (const at of ["2026-05-12T11:00:00.000Z", "2026-05-12T11:00:07.000Z", "2026-05-12T11:00:00.250Z"])
    expect(read(writeKnown(new Date(at)))).toBe(at);
  expect(writeKnown(new Date("2026-05-12T11:00:00.000Z"))).toBe("2026-05-12T11:00Z");
});

test("day and time without a zone are those of the operation's wall clock", () => {
  expect(read("2026-05-12T18:00")).toBe("2026-05-12T11:00:00.000Z");
  expect(read("2026-05-12T18:00", "Asia/Yangon")).toBe("2026-05-12T11:30:00.000Z");
});

test("what is no moment, or has not come yet, is the present", () => {
  for (const known of [
    "",
    "ever",
    "2026-05-12",
    "2026-02-30T10:00",
    "2026-05-12T24:00",
    "2026-05-12T10:61",
    "2026-99-12T11:00Z",
    "2026-06-01T00:00Z",
  ])
    expect(read(known)).toBeNull();
});
