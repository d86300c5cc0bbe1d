import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryKind, EntryState } from "#app/domain/outbox/entry.ts";
import { goesBefore, inOrder, nextToSend } from "#app/domain/outbox/order.ts";

type Line = { id: string; kind: EntryKind; subject: string; place: number; state: EntryState };

const line = (id: string, place: number, over: Partial<Line> = {}): Line => ({
  ...{ id, place, kind: "report", subject: `report ${id}`, state: "waiting" },
  ...over,
});

test("words go before photos, each as they were written", () => {
  const photo = line("photo", 1, { kind: "file", subject: "report a" });
  const all = [line("nil", 3, { kind: "tally", subject: "tally" }), photo, line("b", 4), line("a", 2)];
  expect(inOrder(all).map(({ id }) => id)).toEqual(["a", "nil", "b", "photo"]);
});

test("the whole photo behind a smaller copy goes when nothing else waits, and gives way", () => {
  const file = (id: string, place: number, last = false) => ({
    ...line(id, place, { kind: "file", subject: id }),
    last,
  });
  const whole = file("whole", 1, true);
  const all = [whole, file("copy", 2), line("words", 3), file("other", 4)];
  expect(inOrder(all).map(({ id }) => id)).toEqual(["words", "copy", "other", "whole"]);
  expect(all.slice(1).every((one) => goesBefore(one, whole))).toBe(true);
  expect(all.some((one) => goesBefore(whole, one))).toBe(false);
});

test("what waits for somebody holds back what was written after it of the same subject, and nothing else", () => {
  const asked = line("first", 1, { subject: "tally x", kind: "tally", state: "conflict" });
  const later = line("second", 2, { subject: "tally x", kind: "tally" });
  expect(nextToSend([asked, later])).toBeUndefined();
  expect(nextToSend([asked, later, line("other", 3)])?.id).toBe("other");
});

test("a photo never goes before its report, and one that is refused keeps no other", () => {
  const photo = (id: string, place: number, state: EntryState) =>
    line(id, place, { kind: "file", subject: "report a", state });
  const waits = photo("two", 3, "waiting");
  expect(nextToSend([photo("one", 1, "held")])).toBeUndefined();
  expect(nextToSend([line("a", 2, { state: "asks" }), waits])).toBeUndefined();
  expect(nextToSend([photo("one", 1, "refused"), waits])?.id).toBe("two");
});

const lines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom<EntryKind>("report", "tally", "file"),
    subject: fc.constantFrom("a", "b", "c"),
    place: fc.integer({ min: 1, max: 1_000 }),
    state: fc.constantFrom<EntryState>("waiting", "held", "asks", "conflict", "refused"),
  }),
  { selector: ({ place }) => place, maxLength: 12 },
);

test("whatever waits is sent in the end once nothing stands against it, each after what it depends on", () => {
  fc.assert(
    fc.property(lines, (all) => {
      const open = all.map((entry) => ({ ...entry, state: "waiting" as const }));
      const sent: string[] = [];
      let left = open;
      for (let next = nextToSend(left); next; next = nextToSend(left)) {
        sent.push(next.id);
        left = left.filter((entry) => entry.id !== next.id);
      }
      expect(sent).toEqual(inOrder(open).map(({ id }) => id));
    }),
  );
});

test("an entry that nobody has decided about is never sent", () => {
  fc.assert(
    fc.property(lines, (all) => {
      expect(nextToSend(all)?.state ?? "waiting").toBe("waiting");
    }),
  );
});
