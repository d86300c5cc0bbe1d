import { expect, test } from "vitest";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { gistOf, type OpenMatter, type SheetKind, sheetOf } from "#app/domain/watch/sheet.ts";

const NOW = new Date("2026-08-14T08:00:00Z");
const LAST = new Date("2026-08-14T00:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
let count = 0;
const open = (kind: SheetKind, hours: number): OpenMatter => ({
  ...{ kind, agencyId: "A", id: `${kind} ${++count}` },
  since: hoursAgo(hours),
});

test("two missing, three overdue questions and one open warning are counted as such", () => {
  const questions = [25, 30, 48, 3].map((hours) => open("question", hours));
  const sheet = sheetOf(
    [open("tally", 14), open("tally", 14), ...questions, open("warning", 1)],
    ...(["operation", NOW, LAST] as const),
  );
  expect(sheet.counts).toEqual([
    { kind: "warning", n: 1, overdue: 1 },
    { kind: "question", n: 4, overdue: 3 },
    { kind: "tally", n: 2, overdue: 2 },
  ]);
});

test("each matter is in one group: promised, overdue, new since the last handover, or still open", () => {
  const groupOf = (kind: SheetKind, hours: number, last: Date | null = LAST) =>
    sheetOf([open(kind, hours)], "agency", NOW, last).items[0]?.group;
  expect(groupOf("promise", 100)).toBe("promised");
  expect(groupOf("question", 24)).toBe("open");
  expect(groupOf("question", 24.01)).toBe("overdue");
  expect(groupOf("tally_question", 25)).toBe("overdue");
  expect(groupOf("question", 7)).toBe("new");
  expect(groupOf("question", 9)).toBe("open");
  expect(groupOf("question", 9, null)).toBe("new");
  expect(groupOf("tally", 1)).toBe("overdue");
  expect(groupOf("warning", -4)).toBe("new");
  expect(groupOf("warning", 0)).toBe("overdue");
  expect(groupOf("clearance", 100)).toBe("open");
});

test("warnings are read first, the oldest of a kind before the newer ones", () => {
  const { items } = sheetOf(
    [open("late_report", 2), open("question", 3), open("warning", 1), open("question", 30)],
    ...(["operation", NOW, LAST] as const),
  );
  expect(items.map(({ kind, since }) => [kind, since])).toEqual([
    ["warning", hoursAgo(1)],
    ["question", hoursAgo(30)],
    ["question", hoursAgo(3)],
    ["late_report", hoursAgo(2)],
  ]);
});

test("a sheet says the same a minute later, and another thing once something is overdue, done or new", () => {
  const matters = [open("question", 23.99), open("promise", 1)];
  const gist = (some: OpenMatter[], at: Date) => gistOf(sheetOf(some, "agency", at, LAST));
  const before = gist(matters, NOW);
  expect(gist(matters, new Date(NOW.getTime() + 1_000))).toBe(before);
  expect(gist(matters, new Date(NOW.getTime() + 60_000))).not.toBe(before);
  expect(gist(matters.slice(1), NOW)).not.toBe(before);
  expect(gist([...matters, open("tally", 1)], NOW)).not.toBe(before);
});

test("an entry says something, up to a thousand characters; that a promise was kept needs no word", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const faults = (over: object) =>
    EntryInput.safeParse({ id, kind: "note", about: null, text: "Called Laem Chabang.", ...over }).error?.issues.map(
      ({ path, message }) => `${path}: ${message}`,
    );
  expect(faults({})).toBeUndefined();
  expect(faults({ text: "x".repeat(1000) })).toBeUndefined();
  expect(faults({ text: "x".repeat(1001) })).toEqual(["text: text.long"]);
  expect(faults({ text: " \n " })).toEqual(["text: text.missing"]);
  expect(faults({ kind: "kept", about: id, text: "" })).toBeUndefined();
  expect(faults({ kind: "correction", about: null })).toHaveLength(1);
});
