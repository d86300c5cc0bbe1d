import fc from "fast-check";
import { expect, test } from "vitest";
import { readBehind, writeBehind } from "#app/domain/figures/behind.ts";
import { bandKey, DELAY_BANDS, delaysOf } from "#app/domain/figures/delays.ts";

const row = (days: number | null, total: number) => ({ days, total, confirmed: 0, provisional: total });

test("half of the cases, and nine of ten, were released within so many days; unknown days are named and in no band", () => {
  const { median, ninetieth, known, unknown, bands } = delaysOf([row(3, 2), row(0, 3), row(40, 1), row(null, 4)]);
  expect({ median, ninetieth, known, unknown }).toEqual({ median: 1.5, ninetieth: 40, known: 6, unknown: 4 });
  expect(bands.map(({ total }) => total)).toEqual([3, 0, 2, 0, 0, 1]);
  expect(delaysOf([row(7, 1), row(8, 1), row(9, 1)]).median).toBe(8);
});

test("where no day is known there is neither median nor band", () => {
  expect(delaysOf([row(null, 2)])).toMatchObject({ median: null, ninetieth: null, known: 0, unknown: 2 });
  expect(delaysOf([]).bands.every(({ total }) => total === 0)).toBe(true);
});

test("median and ninetieth are those of the days written out one by one, and every known day lies in one band", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }), (days) => {
      const sorted = [...days].sort((left, right) => left - right);
      const at = (place: number) => sorted[place] ?? Number.NaN;
      const middle = (sorted.length - 1) / 2;
      const found = delaysOf(days.map((one) => row(one, 1)));
      expect(found.median).toBe((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2);
      expect(sorted.filter((one) => one <= (found.ninetieth ?? -1)).length).toBeGreaterThanOrEqual(0.9 * sorted.length);
      expect(sorted.filter((one) => one < (found.ninetieth ?? -1)).length).toBeLessThan(0.9 * sorted.length);
      expect(found.bands.reduce((sum, { total }) => sum + total, 0)).toBe(sorted.length);
    }),
  );
});

test("what stands behind a number is read from an address as it was written; anything else says nothing", () => {
  for (const band of DELAY_BANDS)
    expect(readBehind(writeBehind({ kind: "delay", band }))).toEqual({ kind: "delay", band });
  for (const flow of ["oKE", "tAE", "sVN", "dXX", "oKE>sVN", "oKE>tAE", "tAE>sVN", "sVN>dCN"])
    expect(readBehind(writeBehind({ kind: "flow", flow }))).toEqual({ kind: "flow", flow });
  const wrong = [
    "",
    "delay",
    "delay:3-4",
    "flow:",
    "flow:dCN>sVN",
    "flow:oKE>dCN",
    "flow:oke",
    "flow:oKE'",
    "day:0",
    null,
  ];
  for (const text of wrong) expect(readBehind(text)).toBeNull();
  expect(DELAY_BANDS.map(bandKey)).toEqual(["0", "1", "2-7", "8-14", "15-30", "31-"]);
});
