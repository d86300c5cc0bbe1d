import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CountryOutlines, liesInCountry } from "#app/domain/country-outline.ts";

const OUTLINES: CountryOutlines = JSON.parse(
  readFileSync(new URL("../../seeds/basemap/country-outlines.json", import.meta.url), "utf8"),
);

const CASES: [what: string, country: string, lat: number, lon: number, answer: boolean | null][] = [
  ["Ha Noi is in Viet Nam", "VN", 21.03, 105.85, true],
  ["Ha Noi is not in Thailand", "TH", 21.03, 105.85, false],
  ["a border post 20 km beyond the line may be in Viet Nam", "VN", 21.95, 106.6, true],
  ["Nanning is not in Viet Nam", "VN", 22.82, 108.37, false],
  ["the harbour of Hong Kong is in Hong Kong", "HK", 22.29, 114.17, true],
  ["Shanghai is not in Hong Kong", "HK", 31.23, 121.47, false],
  ["Singapore is in Singapore", "SG", 1.35, 103.82, true],
  ["Maseru is in Lesotho", "LS", -29.32, 27.48, true],
  ["the middle of Lesotho is a hole in South Africa", "ZA", -29.6, 28.2, false],
  ["Suva is in Fiji", "FJ", -18.14, 178.44, true],
  ["a place beyond 180° is in Fiji too", "FJ", -16.8, -179.95, true],
  ["Chukotka beyond 180° is in Russia", "RU", 66, -172, true],
  ["Windhoek is in Namibia, whose code is NA", "NA", -22.56, 17.08, true],
  ["Cayenne is under the code of French Guiana", "GF", 4.92, -52.31, true],
  ["of disputed land nothing is said", "UA", 45.3, 34.4, null],
  ["of a code without an outline nothing is said", "XF", 0, 20, null],
];

test.each(CASES)("%s", (_, country, lat, lon, answer) => {
  expect(liesInCountry(OUTLINES, country, { lat, lon })).toBe(answer);
});
