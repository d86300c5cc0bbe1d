import { expect, test } from "vitest";
import { numberWords } from "#app/messages/number-words.ts";

test.each([
  ["95.54", "ninety-five point five four", "chín mươi lăm phẩy năm bốn"],
  ["0", "zero", "không"],
  ["0.05", "zero point zero five", "không phẩy không năm"],
  ["15", "fifteen", "mười lăm"],
  ["10", "ten", "mười"],
  ["21", "twenty-one", "hai mươi mốt"],
  ["105", "one hundred and five", "một trăm linh năm"],
  ["1005", "one thousand five", "một nghìn không trăm linh năm"],
  ["95540", "ninety-five thousand five hundred and forty", "chín mươi lăm nghìn năm trăm bốn mươi"],
  ["2000000", "two million", "hai triệu"],
  [
    "1234567",
    "one million two hundred and thirty-four thousand five hundred and sixty-seven",
    "một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy",
  ],
])("%s", (decimal, english, vietnamese) => {
  expect(numberWords(decimal, "en")).toBe(english);
  expect(numberWords(decimal, "vi")).toBe(vietnamese);
});

test("what nobody would say stays digits", () => {
  expect(numberWords("123456789012345", "en")).toBeNull();
  expect(numberWords("15", "lo")).toBeNull();
});
