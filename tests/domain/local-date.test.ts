import { expect, test } from "vitest";
import { localDateIn } from "#app/domain/local-date.ts";

test("one instant is another day in another zone, in whatever order they are asked", () => {
  const instant = new Date("2021-04-30T18:15:00Z");
  const days = { "Asia/Ho_Chi_Minh": "2021-05-01", UTC: "2021-04-30", "Asia/Kolkata": "2021-04-30" };
  for (let round = 0; round < 2; round++) {
    for (const [zone, day] of Object.entries(days)) expect(localDateIn(zone, instant)).toBe(day);
  }
});

test("a half-hour zone and the date line turn at their own midnight", () => {
  expect(localDateIn("Asia/Kolkata", new Date("2021-04-30T18:29:59Z"))).toBe("2021-04-30");
  expect(localDateIn("Asia/Kolkata", new Date("2021-04-30T18:30:00Z"))).toBe("2021-05-01");
  expect(localDateIn("Pacific/Kiritimati", new Date("2021-04-30T10:00:00Z"))).toBe("2021-05-01");
});

test("a zone that nobody knows is refused", () => {
  expect(() => localDateIn("Mars/Olympus", new Date(0))).toThrow(RangeError);
});
