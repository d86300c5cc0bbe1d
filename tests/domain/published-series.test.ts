import { expect, test } from "vitest";
import { seriesOf } from "#app/domain/published-series.ts";

const figure = (line: string, value: string | null, unit = "cases", definition = line) => ({
  line,
  value,
  unit,
  qualifier: "exact",
  definition,
});
const EDITIONS = [
  {
    name: "I",
    figures: [figure("cases", "164"), figure("drugs", "2279.71", "kg", "unsaid"), figure("drugs", "2230", "kg")],
  },
  { name: "II", figures: [figure("cases", "284"), figure("drugs", "1983", "kg", "drugs")] },
  { name: "III", figures: [figure("drugs", "756")] },
  { name: "IV", figures: [figure("cases", "1362"), figure("members", "24", "members")] },
];

test("each line in each unit is a series of its own, and an edition of which nothing was found keeps its place", () => {
  const [cases, ...others] = seriesOf(EDITIONS);
  expect(cases?.points.map(({ edition, value }) => [edition, value])).toEqual([
    ["I", "164"],
    ["II", "284"],
    ["III", null],
    ["IV", "1362"],
  ]);
  expect(cases?.broken).toBe(false);
  expect(others.map(({ line, unit }) => `${line} in ${unit}`)).toEqual(["drugs in kg"]);
});

test("numbers by more than one definition are no one series, and a second publication is kept beside the first", () => {
  const drugs = seriesOf(EDITIONS).find(({ line }) => line === "drugs");
  expect(drugs?.broken).toBe(true);
  expect(drugs?.points[0]).toMatchObject({ value: "2279.71", definition: "unsaid", others: ["2230"] });
});

test("one value is no comparison, and none is nothing", () => {
  expect(seriesOf([{ name: "I", figures: [figure("cases", "164")] }])).toEqual([]);
  expect(
    seriesOf([
      { name: "I", figures: [figure("cases", null)] },
      { name: "II", figures: [] },
    ]),
  ).toEqual([]);
});
