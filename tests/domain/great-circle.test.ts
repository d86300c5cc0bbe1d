import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bowed,
  cutAtAntimeridian,
  distanceKm,
  greatCircle,
  type LonLat,
  lonLatOnPlane,
  mercatorOf,
} from "#app/domain/great-circle.ts";

const VLADIVOSTOK: LonLat = [131.9, 43.1];
const LOS_ANGELES: LonLat = [-118.2, 33.9];
const FIJI: LonLat = [178.4, -18.1];
const HAWAII: LonLat = [-157.9, 21.3];

function biggestStep(line: readonly LonLat[]): number {
  return Math.max(...line.slice(1).map(([lon], index) => Math.abs(lon - (line[index]?.[0] ?? 0))));
}

test("from Vladivostok to Los Angeles the line runs east over the Pacific, with no jump", () => {
  const line = greatCircle(VLADIVOSTOK, LOS_ANGELES);
  expect(line[0]).toEqual(VLADIVOSTOK);
  expect(line.at(-1)?.[0]).toBeCloseTo(-118.2 + 360, 9);
  expect(line.every(([lon], index) => index === 0 || lon > (line[index - 1]?.[0] ?? 0))).toBe(true);
  expect(biggestStep(line)).toBeLessThan(10);
});

test("from Fiji to Hawaii the line crosses 180° at once and never goes the long way round", () => {
  const line = greatCircle(FIJI, HAWAII);
  expect(line.at(-1)?.[0]).toBeCloseTo(202.1, 9);
  expect(biggestStep(line)).toBeLessThan(3);
  const back = greatCircle(HAWAII, FIJI);
  expect(back.at(-1)?.[0]).toBeCloseTo(-181.6, 9);
});

test("for drawings that do not wrap, the line is cut at 180° with both ends on it", () => {
  const pieces = cutAtAntimeridian(greatCircle(VLADIVOSTOK, LOS_ANGELES));
  expect(pieces).toHaveLength(2);
  const [end, start] = [pieces[0]?.at(-1), pieces[1]?.[0]];
  expect(end?.[0]).toBe(180);
  expect(start?.[0]).toBe(-180);
  expect(end?.[1]).toBeCloseTo(start?.[1] ?? 0, 9);
  for (const [lon] of pieces.flat()) expect(Math.abs(lon)).toBeLessThanOrEqual(180);
  expect(cutAtAntimeridian(greatCircle([100, 10], [120, 20]))).toHaveLength(1);
});

test("any two places: even steps along the shortest way, and no longitude jumps", () => {
  const place = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -80, max: 80, noNaN: true }),
  );
  fc.assert(
    fc.property(place, place, (from, to) => {
      const whole = distanceKm(from, to);
      fc.pre(whole > 1 && whole < 19_900);
      const line = greatCircle(from, to, 16);
      for (let index = 1; index < line.length; index++) {
        const step = distanceKm(line[index - 1] ?? from, line[index] ?? to);
        expect(step).toBeCloseTo(whole / 16, 3);
      }
      expect(biggestStep(line)).toBeLessThanOrEqual(180);
      for (const [lon] of cutAtAntimeridian(line).flat()) expect(Math.abs(lon)).toBeLessThanOrEqual(180 + 1e-9);
    }),
  );
});

test("a line is bowed to the right of travel by 12 % of its length, so that there and back part", () => {
  const west: LonLat = [0, 0];
  const east: LonLat = [40, 0];
  const bow = { share: 0.12, most: 1 };
  const there = bowed(greatCircle(west, east), bow);
  const back = bowed(greatCircle(east, west), bow);
  expect(mercatorOf(there[16] ?? west)[1] - 0.5).toBeCloseTo(0.12 * (40 / 360), 9);
  expect(there[16]?.[1]).toBeLessThan(0);
  expect(back[16]?.[1]).toBeGreaterThan(0);
  expect(there[0]?.[0]).toBeCloseTo(0, 9);
  expect(there.at(-1)?.[0]).toBeCloseTo(40, 9);
  const held = bowed(greatCircle(west, east), { share: 0.12, most: 0.001 });
  expect(mercatorOf(held[16] ?? west)[1] - 0.5).toBeCloseTo(0.001, 9);
});

test("the plane and back again is the same place", () => {
  for (const place of [VLADIVOSTOK, LOS_ANGELES, FIJI, HAWAII]) {
    const [lon, lat] = lonLatOnPlane(mercatorOf(place));
    expect(lon).toBeCloseTo(place[0], 9);
    expect(lat).toBeCloseTo(place[1], 9);
  }
});
