import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markToldBy, understandNumber, westernDigits } from "#app/domain/import/number.ts";

const read = (text: string, mark: "." | "," | null = null) => {
  const found = understandNumber(text, mark);
  return found.state === "clear" ? found.value : found.state;
};

describe("numbers as people write them", () => {
  test.each([
    ["300", "300"],
    ["12,5", "12.5"],
    ["12.50", "12.5"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1 234,5", "1234.5"],
    ["1'234", "1234"],
    ["12.345.678", "12345678"],
    ["12,34,567.5", "1234567.5"],
    ["0.125", "0.125"],
    [",5", "0.5"],
    ["๑๒", "12"],
    ["໑໒,໕", "12.5"],
    ["１２", "12"],
    ["1.5E+05", "150000"],
    ["007", "7"],
  ])("%s is %s", (written, value) => expect(read(written)).toBe(value));

  test.each(["-5", "1e309", "12kg", "1.2.3", "1,23,45", "five", "1..2"])("%s is refused", (written) => {
    expect(read(written)).toBe("unread");
  });

  test("one mark with three digits behind it is asked, until the column tells", () => {
    expect(understandNumber("2.000")).toMatchObject({ state: "asked", value: "2000", others: ["2"] });
    expect(read("2.000", ",")).toBe("2000");
    expect(read("2.000", ".")).toBe("2");
    expect(read("2,000", ".")).toBe("2000");
  });

  test("a cell tells the decimal mark only where it can be read in one way", () => {
    expect(["12,5", "1.234,5", "1.234.567"].map(markToldBy)).toEqual([",", ",", ","]);
    expect(["12.5", "1,234.5", "1,234,567"].map(markToldBy)).toEqual([".", ".", "."]);
    expect(["2.000", "300", "kg", "12.345"].map(markToldBy)).toEqual([null, null, null, null]);
  });

  test("what is written with thousands marks in either convention is read back as it was", () => {
    const cents = fc.integer({ min: 0, max: 99_999_999_999 });
    fc.assert(
      fc.property(cents, fc.boolean(), (value, comma) => {
        const whole = String(Math.floor(value / 100)).replace(/\B(?=(\d{3})+$)/g, comma ? "." : ",");
        const written = `${whole}${comma ? "," : "."}${String(value % 100).padStart(2, "0")}`;
        const found = understandNumber(written);
        expect(found.state === "clear" && Number(found.value)).toBe(value / 100);
      }),
    );
  });

  test("any text is read or refused, and never breaks", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void understandNumber(westernDigits(text))));
  });
});
