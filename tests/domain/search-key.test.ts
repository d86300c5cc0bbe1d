import { expect, test } from "vitest";
import { searchKey } from "#app/domain/search-key.ts";

test.each([
  ["Đà Nẵng", "da nang"],
  ["  HÀ-NỘI ", "ha noi"],
  ["Pakxé", "pakxe"],
  ["São Tomé", "sao tome"],
  ["Ålesund / Straße", "alesund strasse"],
  ["กรุงเทพฯ", "กรุงเทพฯ"],
  ["深圳海关", "深圳海关"],
  ["ﾊﾝｺｸ", "ハンコク"],
  ["မြန်မာ", "မြန်မာ"],
])("%j is searched as %j", (text, key) => {
  expect(searchKey(text)).toBe(key);
});

test("searching for a key finds the same key", () => {
  for (const text of ["Hồ Chí Minh", "ບາງກອກ", "Côte d'Ivoire"])
    expect(searchKey(searchKey(text))).toBe(searchKey(text));
});
