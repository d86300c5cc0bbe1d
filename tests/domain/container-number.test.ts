import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit, readContainerNumber } from "#app/domain/container-number.ts";

test.each(["CSQU3054383", "csqu 305438-3", "CSQU305438.3"])("%s is valid", (text) => {
  expect(readContainerNumber(text)).toEqual({ kind: "valid", number: "CSQU3054383" });
});

test("a wrong check digit is answered with the expected one", () => {
  expect(readContainerNumber("CSQU3054384")).toEqual({
    kind: "wrong_check_digit",
    number: "CSQU3054384",
    expected: 3,
    corrected: "CSQU3054383",
  });
});

test.each(["", "CSQU305438", "CSQX3054383", "CSQU30543835", "1SQU3054383", "ÇSQU3054383"])(
  "%j is no number",
  (text) => {
    expect(readContainerNumber(text).kind).toBe("malformed");
  },
);

test("a remainder of ten counts as nought", () => {
  expect(checkDigit("TGHU758393")).toBe(0);
  expect(readContainerNumber("TGHU7583930").kind).toBe("valid");
});

const letters = (size: number) =>
  fc
    .array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), { minLength: size, maxLength: size })
    .map((all) => all.join(""));
const digits = fc.array(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 6 }).map((all) => all.join(""));

test("a corrected number is valid, and a single wrong digit is noticed wherever the remainder is not ten", () => {
  fc.assert(
    fc.property(letters(3), digits, fc.nat(5), fc.integer({ min: 1, max: 9 }), (owner, serial, at, step) => {
      const body = `${owner}U${serial}`;
      const number = `${body}${checkDigit(body)}`;
      expect(readContainerNumber(number)).toEqual({ kind: "valid", number });
      const wrong = `${serial.slice(0, at)}${(Number(serial.charAt(at)) + step) % 10}${serial.slice(at + 1)}`;
      const read = readContainerNumber(`${owner}U${wrong}${number.charAt(10)}`);
      if (number.charAt(10) !== "0") expect(read.kind).toBe("wrong_check_digit");
    }),
  );
});
