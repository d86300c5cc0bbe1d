import { expect, test } from "vitest";
import { between, byKey, inTheMiddle } from "#app/components/media/masks.ts";
import { inNamedOrder } from "#app/domain/media.ts";

const size = { width: 100, height: 80 };

test("a mask lies between two corners, in whatever direction it was drawn, and inside the picture", () => {
  expect(between({ x: 40.4, y: 50 }, { x: -5, y: 90 }, size)).toEqual({ x: 0, y: 50, width: 40, height: 30 });
  expect(between({ x: 10, y: 10 }, { x: 12, y: 60 }, size)).toBeNull();
});

test("keys move a mask and stretch it, and never out of the picture", () => {
  const mask = { kind: "face" as const, ...inTheMiddle(size) };
  expect(mask).toMatchObject({ x: 40, y: 32, width: 20, height: 16 });
  expect(byKey(mask, "ArrowRight", false, size)).toMatchObject({ x: 48, y: 32 });
  expect(byKey({ ...mask, x: 78 }, "ArrowRight", false, size)).toMatchObject({ x: 80 });
  expect(byKey(mask, "ArrowUp", true, size)).toMatchObject({ y: 32, height: 8 });
  expect(byKey({ ...mask, height: 4 }, "ArrowUp", true, size)).toMatchObject({ height: 4 });
  expect(byKey(mask, "a", false, size)).toBeNull();
});

test("names stand as leads set them, and whoever came later after those", () => {
  expect(inNamedOrder(["CN", "LA", "VN"], ["VN", "XX"])).toEqual(["VN", "CN", "LA"]);
  expect(inNamedOrder(["CN", "LA"], null)).toEqual(["CN", "LA"]);
});
