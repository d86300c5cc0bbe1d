import { expect, test } from "vitest";
import { type CaseNumberVerdict, compareCaseNumbers, readCaseNumber } from "#app/domain/duplicates/case-number.ts";

test.each<[string, string, CaseNumberVerdict]>([
  ["VN-HP 0012/21", "VNHP001221", "same"],
  ["VN-HP 0012/21", "vn hp 12 / 21", "same"],
  ["VN-HP 0012/21", "VN.HP.0012.21", "same"],
  ["๐๐๑๒/๖๔", "12/64", "same"],
  ["1/121", "11/21", "other"],
  ["VN-HP 0012/21", "VN-HP 0013/21", "other"],
  ["VN-HP 0019/21", "VN-HP 0020/21", "other"],
  ["VNHP001221", "VN-HP 0013/21", "other"],
  ["VN-HP 0012/21", "VN-HP 0021/21", "slip"],
  ["VN-HP 0012/21", "VN-HB 0012/21", "slip"],
  ["VN-HP 0012/21", "VN-H 0012/21", "slip"],
  ["VN-HP 0012/21", "VN-HP 00122/21", "slip"],
  ["VN-HP 0012/21", "TH-BK 0012/21", "other"],
])("%s and %s: %s", (one, two, verdict) => {
  const [left, right] = [readCaseNumber(one), readCaseNumber(two)];
  if (!left || !right) throw new Error("not read");
  expect(compareCaseNumbers(left, right)).toBe(verdict);
  expect(compareCaseNumbers(right, left)).toBe(verdict);
});

test.each(["n/a", "-", "pending", "chưa có", "000", ""])("%j is no number", (text) => {
  expect(readCaseNumber(text)).toBeNull();
});
