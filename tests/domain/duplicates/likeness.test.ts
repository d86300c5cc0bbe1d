import fc from "fast-check";
import { expect, test } from "vitest";
import { nameLikeness, SAME_NAME, slips, wordsOf } from "#app/domain/duplicates/likeness.ts";

test.each([
  ["dubai", "duabi", 1],
  ["dubai", "dubi", 1],
  ["dubai", "dubbai", 1],
  ["dubai", "dubat", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["abc", "abc", 0],
])("%j and %j are %i slips apart", (one, other, count) => {
  expect(slips(one, other)).toBe(count);
  expect(slips(other, one)).toBe(count);
});

test("no two texts are further apart than the longer is long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      expect(slips(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(slips(one, other)).toBe(slips(other, one));
    }),
  );
});

const isSame = (one: string, other: string) => nameLikeness(wordsOf(one), wordsOf(other)) >= SAME_NAME;

test.each([
  ["Suvarnabhumi Airport", "Suvarnabumi airport"],
  ["Đà Nẵng", "DA NANG"],
  ["Ho Chi Minh", "HoChiMinh"],
  ["JFK Airport", "New York JFK Airport"],
  ["Laem Chabang", "Laemchabang"],
  ["Dubai Airport", "Duba iAirport"],
])("%s is %s", (one, other) => {
  expect(isSame(one, other)).toBe(true);
});

test.each([
  ["Port code LO", "Port code CH"],
  ["Dubai Airport", "Cairo Airport"],
  ["BKK", "BKI"],
  ["", ""],
])("%j is not %j", (one, other) => {
  expect(isSame(one, other)).toBe(false);
});
