import { describe, expect, test } from "vitest";
import { understandAmounts } from "#app/domain/import/quantity.ts";

const amounts = (text: string, unit: string | null = null, mark: "." | "," | null = null) =>
  understandAmounts(text, { unit, mark });
const first = (text: string, unit: string | null = null) => {
  const read = amounts(text, unit);
  return read.state === "clear" ? read.value.first : read.state;
};

describe("quantities as people write them", () => {
  test.each([
    ["12,5kg", "12.5", "kg", "exact"],
    ["2.000 viên", "2000", "tablets", "exact"],
    ["2,000 tablets", "2000", "tablets", "exact"],
    ["12.345.678 điếu", "12345678", "sticks", "exact"],
    ["approx. 300 pcs", "300", "pcs", "approx"],
    ["~5 kgs", "5", "kg", "approx"],
    ["khoảng 20 con", "20", "animals", "approx"],
    ["约300公斤", "300", "kg", "approx"],
    ["> 50 kg", "50", "kg", "at_least"],
    ["at least 10 tablets", "10", "tablets", "at_least"],
    ["300+ pieces", "300", "pcs", "at_least"],
    ["300 or more", "300", null, "at_least"],
    ["12 cân", "12", "kg", "exact"],
    ["12 kilôgam", "12", "kg", "exact"],
    ["1,5 tấn", "1.5", "t", "exact"],
    ["๑๒ กก.", "12", "kg", "exact"],
    ["500 viên nén", "500", "tablets", "exact"],
    ["3 m³", "3", "m3", "exact"],
    ["12 kg (estimated)", "12", "kg", "estimated"],
    ["500 pills", "500", "tablets", "exact"],
    ["1 piece", "1", "pcs", "exact"],
  ])("%s", (written, quantity, unit, qualifier) => {
    expect(first(written)).toEqual({ quantity, unit, qualifier });
  });

  test.each(["12 can", "12 lô", "12 lo"])("%s names no unit that is known", (written) => {
    expect(first(written)).toBe("unread");
  });

  test("the column's unit holds where the cell names none, and the cell's goes first", () => {
    expect(first("approx. 300", "kg")).toEqual({ quantity: "300", unit: "kg", qualifier: "approx" });
    expect(first("400 g", "kg")).toEqual({ quantity: "400", unit: "g", qualifier: "exact" });
  });

  test("two measures in one cell are two measures of the same goods", () => {
    const two = { first: { quantity: "12", unit: "kg" }, second: { quantity: "300", unit: "pcs" } };
    expect(amounts("12 kg (300 pcs)")).toMatchObject({ state: "clear", value: two });
    expect(amounts("12kg / 300 pieces")).toMatchObject({ state: "clear", value: two });
  });

  test("that it was there is all that some cells say", () => {
    for (const written of ["Y", "yes", "x", "có", "有", "มี"]) {
      expect(amounts(written)).toMatchObject({ state: "clear", value: { first: { quantity: null } } });
    }
  });

  test.each(["2.000 kg", "400g each", "100s", "10 x 2 kg", "10-15 kg"])("a careful person asks about %s", (written) => {
    expect(amounts(written).state).toBe("asked");
  });

  test.each(["0", "-5 kg", "12 blobs", "lots of it", "1e309", "kg"])("%s is not read", (written) => {
    expect(amounts(written).state).toBe("unread");
  });

  test.each(["", "-", "N/A", "  ", "?"])("'%s' says nothing", (written) => {
    expect(amounts(written).state).toBe("empty");
  });
});
