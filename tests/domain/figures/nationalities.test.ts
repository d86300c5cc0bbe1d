import fc from "fast-check";
import { expect, test } from "vitest";
import { type NationalityRow, numberSaid, saidNationalities } from "#app/domain/figures/nationalities.ts";

const row = (country: string | null, confirmed: number, provisional: number): NationalityRow => ({
  country,
  total: confirmed + provisional,
  confirmed,
  provisional,
});
const said = (...rows: NationalityRow[]) => saidNationalities({ rows, cases: 9, readable: 8, stating: 7 });

test("numbers that point at nobody are said as they are, and none is none", () => {
  expect(said(row("KE", 0, 4), row("VN", 5, 3), row(null, 0, 6))).toMatchObject({
    withheld: false,
    all: { total: "18", confirmed: "5", provisional: "13" },
    rows: [{ total: "4", confirmed: "0" }, { total: "8", confirmed: "5", provisional: "3" }, { total: "6" }],
  });
});

test("a small number is withheld, and another with it, so that it cannot be computed from the total", () => {
  const { rows, all, withheld } = said(row("KE", 0, 2), row("LA", 0, 7), row("VN", 0, 30));
  expect(withheld).toBe(true);
  expect(rows.map(({ total }) => total)).toEqual(["<3*", "<3*", "30"]);
  expect(all.total).toBe("39");
});

test("nothing that is said gives a withheld number away, in any row or column", () => {
  const persons = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(persons, (told) => {
      const rows = told.map(([confirmed, provisional], at) => row(`C${at}`, confirmed, provisional));
      const { rows: shown, all } = said(...rows);
      const lines = [
        ...[...shown, all].map(({ total, confirmed, provisional }) => ({
          whole: total,
          parts: [confirmed, provisional],
        })),
        ...(["total", "confirmed", "provisional"] as const).map((column) => ({
          whole: all[column],
          parts: shown.map((one) => one[column]),
        })),
      ];
      for (const { whole, parts } of lines) {
        const unknown = [whole, ...parts].filter((one) => numberSaid(one) === null);
        expect(unknown.length).not.toBe(1);
      }
      for (const one of shown) {
        const number = numberSaid(one.total);
        expect(number === null || number === 0 || number >= 3).toBe(true);
      }
    }),
  );
});
