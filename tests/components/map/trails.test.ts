import { expect, test } from "vitest";
import { dashesFrom } from "#app/components/map/trail-layer.tsx";
import { nextTrails, TRAIL_STEPS, type Trails, trailFeatures } from "#app/components/map/trails.ts";

type Corridor = { key: string; cases: number };

const line = (key: string) => ({
  type: "Feature" as const,
  geometry: { type: "LineString" as const, coordinates: [[0, 0] as [number, number], [1, 1] as [number, number]] },
  properties: { key, width: 2, rest: false, intended: false },
});
const played = (...steps: Corridor[][]): Trails => {
  const [first = { corridors: [], lines: [] }, ...rest] = steps.map((corridors) => ({
    corridors,
    lines: corridors.map(({ key }) => line(key)),
  }));
  return rest.reduce((before, step) => nextTrails(before, step), nextTrails(null, first));
};
const glowing = (trails: Trails) =>
  Object.fromEntries(trailFeatures(trails).features.map(({ properties }) => [properties.key, properties.opacity]));

test("nothing glows in the first picture, then what was used in the step; what was not stays dark", () => {
  expect(glowing(played([{ key: "a", cases: 3 }]))).toEqual({});
  const after = played(
    [
      { key: "a", cases: 3 },
      { key: "b", cases: 1 },
    ],
    [
      { key: "a", cases: 4 },
      { key: "b", cases: 1 },
      { key: "c", cases: 1 },
    ],
  );
  expect(glowing(after)).toEqual({ a: 0.6, c: 0.6 });
});

test("a glow fades over the next steps, begins anew when the corridor is used again, and ends", () => {
  const used = [[{ key: "a", cases: 1 }], [{ key: "a", cases: 2 }]];
  const still = [{ key: "a", cases: 2 }];
  expect(glowing(played(...used, still))).toEqual({ a: 0.45 });
  expect(glowing(played(...used, still, [{ key: "a", cases: 3 }]))).toEqual({ a: 0.6 });
  expect(glowing(played(...used, ...Array<Corridor[]>(TRAIL_STEPS).fill(still)))).toEqual({});
});

test("a corridor that has left a moving window fades where it lay", () => {
  expect(glowing(played([], [{ key: "a", cases: 1 }], []))).toEqual({ a: 0.45 });
});

test("dashes run on without a jump: each picture is as long as a dash and a gap", () => {
  for (let move = 0; move <= 40; move++) {
    const dashes = dashesFrom(move / 10);
    expect(dashes.reduce((sum, part) => sum + part, 0)).toBeCloseTo(4);
    expect(Math.min(...dashes)).toBeGreaterThanOrEqual(0);
  }
});
