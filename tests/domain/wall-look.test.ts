import { expect, test } from "vitest";
import { wallAddress, wallLook } from "#app/domain/wall.ts";

test("a wall is dark unless its address says light, and what else it may say changes nothing", () => {
  expect(wallAddress("/wall/x", "light")).toBe("/wall/x?look=light");
  for (const said of ["dark", "", null, "white", undefined]) expect(wallAddress("/wall", said)).toBe("/wall");
  expect(["light", "dark", null, "<b>"].map(wallLook)).toEqual(["light", "dark", "dark", "dark"]);
});
