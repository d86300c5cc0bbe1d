import { describe, expect, test } from "vitest";
import { geojsonOf } from "#app/operation-report-files/geojson.server.ts";
import { someResults } from "#tests/domain/operation-report/some-results.ts";
import { aReportSource, emptyResults, reportWords, resultsOfCountries } from "#tests/support/report-sources.ts";

const n = (total: number) => ({ total, confirmed: 1, provisional: total - 1 });

describe("what a report knows of places, as GeoJSON", () => {
  test("has legs as lines and countries as points, each with its cases", () => {
    const results = someResults({
      corridors: [
        { key: { corridor: "NG>VN" }, ...n(4) },
        { key: { corridor: "VN~CN" }, ...n(2) },
      ],
      byCountry: [
        { key: { country: "TH", kind: "D" }, ...n(3) },
        { key: { country: "TH", kind: "I" }, ...n(2) },
      ],
    });
    const { features, about } = geojsonOf(aReportSource({ results }), reportWords());
    expect(features.map(({ geometry, properties }) => ({ shape: geometry.type, ...properties }))).toEqual([
      expect.objectContaining({ shape: "LineString", from: "NG", to: "VN", leg: "travelled", cases: 4, confirmed: 1 }),
      expect.objectContaining({ shape: "LineString", from: "VN", to: "CN", leg: "intended", cases: 2, provisional: 1 }),
      expect.objectContaining({ shape: "Point", key: "TH", name: "Thailand", cases: 5, confirmed: 2 }),
    ]);
    expect(about).toMatchObject({ cutOff: "2021-06-01T00:00:00.000Z", n: { total: 5 }, hash: "ab".repeat(32) });
  });

  test("says what it leaves out instead of dropping it", () => {
    const results = someResults({
      corridors: [{ key: { corridor: "XQ>VN" }, ...n(4) }],
      byCountry: [{ key: { country: null, kind: "D" }, ...n(3) }],
    });
    const { features, about } = geojsonOf(aReportSource({ results }), reportWords());
    expect(features).toEqual([]);
    expect(about).toMatchObject({
      leftOut: [
        expect.stringMatching(/^Places of single cases/),
        "4 cases of XQ>VN, which has no point on the map",
        "3 cases without a country of seizure",
      ],
    });
  });

  test("cuts a line at the date line, where it takes the short way", () => {
    const results = someResults({ corridors: [{ key: { corridor: "US>JP" }, ...n(1) }], byCountry: [] });
    const [line] = geojsonOf(aReportSource({ results }), reportWords()).features;
    expect(line?.geometry.type).toBe("MultiLineString");
    const [one, two] = line?.geometry.type === "MultiLineString" ? line.geometry.coordinates : [];
    expect([one?.at(-1)?.[0], two?.[0]?.[0]]).toEqual([-180, 180]);
    expect(one?.at(-1)?.[1]).toBe(two?.[0]?.[1]);
  });

  test.each(["en", "vi", "zh"] as const)("of nothing and of 200 countries is whole in %s", (locale) => {
    expect(geojsonOf(aReportSource({ results: emptyResults() }), reportWords(locale)).features).toEqual([]);
    const { features, about } = geojsonOf(aReportSource({ results: resultsOfCountries(200) }), reportWords(locale));
    expect(features.length).toBeGreaterThan(100);
    expect(JSON.stringify(about)).not.toContain("operation_report.");
  });
});
