import { afterAll, beforeAll, expect, test } from "vitest";
import { CODE_LISTS } from "#app/domain/code.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import {
  listCodes,
  listCommodities,
  listCountries,
  listingsOf,
  listPublished,
  measuresOn,
  nearestPlace,
  searchPlaces,
  searchTaxa,
} from "#db/queries/reference.server.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { type FreshDatabase, freshDatabase } from "../support/database.ts";

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl, { max: 2 });
});
afterAll(() => database.end());

async function first(text: string, options?: { country?: string }) {
  const [place] = await searchPlaces(database.db, text, options);
  return place?.id;
}

test.each([
  ["HAN", "air:HAN"],
  ["vnhph", "port:VNHPH"],
  ["Hà Nội", "city:vn-hanoi"],
  ["ha noi", "city:vn-hanoi"],
  ["đà nẵng", "city:vn-da-nang"],
  ["曼谷", "city:th-bangkok"],
  ["昆明", "city:cn-kunming"],
  ["กรุงเทพ", "city:th-bangkok"],
  ["ວຽງຈັນ", "city:la-vientiane"],
  ["ភ្នំពេញ", "city:kh-phnom-penh"],
  ["ရန်ကုန်", "city:mm-rangoon"],
  ["Poipet", "city:kh-paoy-paet"],
  ["suvarnabumi", "air:BKK"],
  ["bankok", "city:th-bangkok"],
  ["泰国", "city:th-bangkok"],
])("%s is found as %s", async (text, id) => {
  expect(await first(text)).toBe(id);
});

test("a country narrows the search, and nothing is found for nothing", async () => {
  const found = await searchPlaces(database.db, "san", { country: "TH" });
  expect(found.every((place) => place.country === "TH")).toBe(true);
  expect(await searchPlaces(database.db, " ,.")).toEqual([]);
  expect(await searchPlaces(database.db, "%_'")).toEqual([]);
});

test("a search reads the index and not the whole gazetteer, as the application's role", async () => {
  await database.sql.begin(async (sql) => {
    await sql`set local enable_seqscan = off`;
    const plan =
      await sql`explain select id from places where search like ${"%haiphong%"} or iata = ${"HPH"} or unlocode = ${"HPH"}`;
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("places_search");
    expect(text).not.toContain("Seq Scan");
  });
});

test("the place nearest to a click is named with its distance, and the open sea has none", async () => {
  const near = await nearestPlace(database.db, 20.86, 106.68);
  expect(near).toMatchObject({ country: "VN" });
  expect(near?.distanceKm).toBeLessThan(10);
  expect(await nearestPlace(database.db, 0, -140)).toBeNull();
});

test("species are found by scientific and common names, misspelt too", async () => {
  const names = async (text: string) => (await searchTaxa(database.db, text)).map((taxon) => taxon.scientificName);
  expect(await names("sunda")).toEqual(["Manis javanica"]);
  expect(await names("Geochelone elegens")).toEqual(["Geochelone elegans"]);
  expect((await names("pangolin")).length).toBeGreaterThan(4);
});

test("a listing says from when it held, and that it is from memory", async () => {
  expect(await listingsOf(database.db, "manis")).toMatchObject([
    { appendix: "II", validTo: "2017-01-01", mark: "memory" },
    { appendix: "I", validFrom: "2017-01-02", mark: "memory" },
  ]);
});

test("every code list that records use is filled", async () => {
  const filled = new Set((await listCodes(database.db)).map((row) => row.list));
  for (const list of CODE_LISTS) expect(filled).toContain(list);
  expect((await listCodes(database.db, "mode")).map((row) => row.code)).toContain("express_courier");
});

test("the commodity tree has a group for every kind, and countries end with those that are none", async () => {
  const tree = await listCommodities(database.db);
  const codes = new Set(tree.map((row) => row.code));
  for (const row of tree) expect(row.parent === null || codes.has(row.parent)).toBe(true);
  const countries = await listCountries(database.db, "vi");
  expect(countries.find((row) => row.iso2 === "NA")?.name).toBe("Namibia");
  expect(countries.at(-1)?.kind).toBe("pseudo");
});

test("measures and published figures keep their digits", async () => {
  const { units } = await measuresOn(database.db, "2026-01-01");
  expect(Number(units.find((unit) => unit.code === "lb")?.factor)).toBe(0.45359237);
  const figures = await listPublished(database.db);
  const third = figures.filter((row) => row.edition === "omd-3");
  expect(third.map((row) => [row.line, row.value, row.qualifier])).toContainEqual(["cases", "868", "at_least"]);
});

test("loading again with the same files changes nothing", async () => {
  expect(await loadReference(fresh.ownerUrl)).toBe("unchanged");
});

test("the application can read reference data and not change it", async () => {
  await expect(database.sql`update countries set name = 'x' where iso2 = 'VN'`).rejects.toThrow(/permission denied/);
});
