import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { groupBy } from "#seeds/group-by.ts";
import { referenceFile } from "#seeds/reference-files.server.ts";

const ids = (file: Parameters<typeof referenceFile>[0]) => referenceFile(file).map((row) => row.id ?? "");
const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index);
const COMMODITIES = new Set(referenceFile("commodities").map((row) => row.code ?? ""));
const SOURCES = new Set(ids("sources"));

test("every source that a file names is a row of the sources", () => {
  for (const file of ["taxa", "taxon_names", "taxon_listings", "crossings", "place_names", "tally_bands"] as const) {
    expect(referenceFile(file).filter((row) => !SOURCES.has(row.source_id ?? ""))).toEqual([]);
  }
});

describe("taxa", () => {
  const taxa = referenceFile("taxa");
  const known = new Set(ids("taxa"));

  test("are 300 or more, each once, of a known group and parent", () => {
    expect(taxa.length).toBeGreaterThanOrEqual(300);
    expect(twice(ids("taxa"))).toEqual([]);
    expect(twice(taxa.map((row) => row.scientific_name ?? ""))).toEqual([]);
    expect(taxa.filter(({ commodity = "" }) => !COMMODITIES.has(commodity))).toEqual([]);
    expect(taxa.filter(({ parent = "" }) => parent !== "" && !known.has(parent))).toEqual([]);
    expect(taxa.filter(({ id = "" }) => id.length > 40)).toEqual([]);
  });

  test("every name in another language is of a taxon, once; no earlier name is the name of another taxon", () => {
    const names = referenceFile("taxon_names");
    expect(names.filter(({ taxon_id = "" }) => !known.has(taxon_id))).toEqual([]);
    expect(twice(names.map((row) => `${row.taxon_id} ${row.language} ${row.name}`))).toEqual([]);
    const scientific = new Set(taxa.map((row) => row.scientific_name));
    const earlier = names.filter(({ language }) => language === "la");
    expect(earlier.filter(({ name }) => scientific.has(name))).toEqual([]);
    expect(twice(earlier.map((row) => row.name ?? ""))).toEqual([]);
  });

  test.each([
    ["th", "Thai", 150],
    ["lo", "Lao", 40],
    ["km", "Khmer", 40],
    ["my", "Myanmar", 40],
  ])("names in %s are in letters of its script and in no other", (language, script, least) => {
    const names = referenceFile("taxon_names").filter((row) => row.language === language);
    expect(names.length).toBeGreaterThanOrEqual(least);
    const foreign = new RegExp(`[^\\p{Script_Extensions=${script}}\\s]`, "u");
    expect(names.filter(({ name = "" }) => foreign.test(name) || name !== name.normalize("NFC"))).toEqual([]);
  });
});

describe("listings", () => {
  const listings = referenceFile("taxon_listings");

  test("no two of the same populations of a taxon hold on the same day", () => {
    const spans = groupBy(listings, (row) => `${row.taxon_id} ${row.populations}`);
    for (const [of, rows] of spans) {
      const ordered = [...rows].sort((one, other) => (one.valid_from ?? "").localeCompare(other.valid_from ?? ""));
      for (const [index, row] of ordered.slice(1).entries()) {
        const before = ordered[index]?.valid_to ?? "";
        expect(before !== "" && before < (row.valid_from ?? ""), of).toBe(true);
      }
    }
  });

  test("what has a source as of a day claims neither a first day nor a last one", () => {
    const sourced = listings.filter(({ source_id }) => source_id === "checklist-2017");
    expect(sourced.length).toBeGreaterThan(100);
    expect(sourced.filter((row) => row.valid_from !== "" || row.valid_to !== "" || row.populations !== "")).toEqual([]);
  });

  test("a listing that has landed is never rewritten: records were judged by it", () => {
    const kept = readFileSync(new URL("kept/listings.csv", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const now = new Set(listings.map((row) => `${row.taxon_id},${row.no},${row.appendix},${row.populations}`));
    expect(kept.length).toBeGreaterThan(600);
    expect(kept.filter((line) => !now.has(line))).toEqual([]);
  });
});

describe("land crossings", () => {
  const crossings = referenceFile("crossings");
  const byId = new Map(crossings.map((row) => [row.id ?? "", row]));

  test("are 60 or more, each two places that name each other, in two countries and near each other", () => {
    expect(crossings.length / 2).toBeGreaterThanOrEqual(60);
    expect(byId.size).toBe(crossings.length);
    for (const crossing of crossings) {
      const other = byId.get(crossing.counterpart ?? "");
      expect(other?.counterpart, crossing.id).toBe(crossing.id);
      expect(other?.iso2, crossing.id).not.toBe(crossing.iso2);
      expect(Math.abs(Number(other?.lat) - Number(crossing.lat)), crossing.id).toBeLessThan(0.25);
      expect(Math.abs(Number(other?.lon) - Number(crossing.lon)), crossing.id).toBeLessThan(0.25);
      expect(`crossing:${crossing.id}`.length).toBeLessThanOrEqual(40);
    }
  });

  test("no position claims more than it has digits for", () => {
    expect(new Set(crossings.map((row) => row.geo_precision))).toEqual(new Set(["facility", "city", "admin1"]));
    const digits = (degrees = "") => degrees.split(".")[1]?.length ?? 0;
    expect(crossings.filter((row) => row.geo_precision === "facility" && digits(row.lat) < 2)).toEqual([]);
    expect(crossings.filter((row) => row.geo_precision === "admin1" && digits(row.lat) > 1)).toEqual([]);
  });

  test("names in local scripts are of crossings that there are", () => {
    const named = referenceFile("place_names").filter(({ city = "" }) => city.startsWith("crossing:"));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ city = "", iso2 }) => byId.get(city.slice(9))?.iso2 !== iso2)).toEqual([]);
  });
});

describe("bounds of a day's totals", () => {
  const bands = referenceFile("tally_bands");

  test("name groups and dimensions that there are, and say why they stand where they stand", () => {
    const dimensions = new Set(referenceFile("units").map(({ dimension }) => dimension));
    expect(bands.filter(({ group_code = "" }) => !COMMODITIES.has(group_code))).toEqual([]);
    expect(bands.filter(({ dimension }) => !dimensions.has(dimension ?? ""))).toEqual([]);
    expect(bands.filter(({ reason = "" }) => reason.length < 10)).toEqual([]);
  });

  test("every group has one for its mass, and of no two versions both are open", () => {
    const groups = referenceFile("commodities").filter(({ code, group_code }) => code === group_code);
    const ofMass = new Set(bands.filter(({ dimension }) => dimension === "mass").map((row) => row.group_code));
    expect(groups.filter(({ code }) => !ofMass.has(code ?? ""))).toEqual([]);
    const open = bands.filter(({ valid_to }) => valid_to === "");
    expect(twice(open.map((row) => `${row.group_code} ${row.dimension}`))).toEqual([]);
  });
});
