import fc from "fast-check";
import { expect, test } from "vitest";
import { IdRows } from "#app/domain/id-rows.ts";

/** Few ids, many of which differ in their last digits alone. */
const Ids = fc.uniqueArray(
  fc.oneof(
    fc.uuid(),
    fc.nat(300).map((n) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`),
  ),
  { minLength: 1, maxLength: 400, size: "large" },
);

test("ids that come and go stand in the rows that a list and a Map would have them in", () => {
  fc.assert(
    fc.property(Ids, fc.array(fc.nat(399), { maxLength: 600, size: "large" }), (ids, moves) => {
      let rows = new IdRows();
      const list: string[] = [];
      for (const move of moves) {
        const id = ids[move % ids.length] ?? "";
        const row = list.indexOf(id);
        expect(rows.find(id)).toBe(row);
        if (row < 0) {
          rows.add(id);
          list.push(id);
        } else {
          rows.remove(row);
          const last = list.pop();
          if (last !== undefined && row < list.length) list[row] = last;
        }
        expect(rows.size).toBe(list.length);
      }
      rows = new IdRows(structuredClone(rows.packed()));
      expect(ids.map((id) => rows.find(id))).toEqual(ids.map((id) => list.indexOf(id)));
    }),
  );
});

test("what is no id is in no row and can be put in none; letters of either size are the same id", () => {
  const rows = new IdRows();
  rows.add("0190a000-0000-7000-8000-00000000abcd");
  expect(rows.find("0190A000-0000-7000-8000-00000000ABCD")).toBe(0);
  for (const other of [
    "",
    "unheard of",
    "0190a000-0000-7000-8000-00000000abcg",
    "0190a000+0000-7000-8000-00000000abcd",
  ]) {
    expect(rows.has(other)).toBe(false);
    expect(() => rows.add(other)).toThrow(RangeError);
  }
  expect(rows.size).toBe(1);
});
