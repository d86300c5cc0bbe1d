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
} from "#db/queries/reference.server.ts";
import { nearestPlace } from "#db/queries/reference-search.server.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { type FreshDatabase, freshDatabase } from "../support/database.ts";

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl, { max: 2 });
});
afterAll(() => database.end());

test("the place nearest to a click is named with its distance, and the open sea has none", async () => {
  const near = await nearestPlace(database.db, 20.86, 106.68);
  expect(near).toMatchObject({ country: "VN" });
  expect(near?.distanceKm).toBeLessThan(10);
  expect(await nearestPlace(database.db, 0, -140)).toBeNull();
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
