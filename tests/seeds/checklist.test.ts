import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { listingsOf } from "#db/queries/reference.server.ts";
import { searchTaxa } from "#db/queries/reference-search.server.ts";
import { readChecklist } from "#seeds/checklist/entries.ts";
import { loadChecklist } from "#seeds/checklist/load.server.ts";
import { broughtBy, type Held } from "#seeds/checklist/new-listings.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { type FreshDatabase, freshDatabase } from "../support/database.ts";

const SAMPLE = readFileSync(new URL("checklist-sample.csv", import.meta.url), "utf8");
const ON = "2024-01-15";

let fresh: FreshDatabase;
let database: Database;
let owner: postgres.Sql;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl, { max: 2 });
  owner = postgres(fresh.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => Promise.all([database.end(), owner.end()]));

const entriesOf = (text: string) => readChecklist(text).entries;
const listings = (taxon: string) => listingsOf(database.db, taxon);

test("what is not understood is told by its line, also behind a field of several lines", () => {
  const [head] = SAMPLE.split("\n");
  const line = (name: string, rank: string, listing: string, english = "") =>
    `,Animalia,Aves,,,,,,${name},${rank},${listing},"${english}",,,`;
  const text = [
    head,
    line("Gracula religiosa", "SPECIES", "II", "Hill Myna\nGrackle"),
    line("", "SPECIES", "II"),
    line("Pavo muticus", "BIRD", "II"),
    line("Pavo cristatus", "SPECIES", "IV"),
    "Buceros bicornis,SPECIES,I",
    line("Gracula religiosa", "SPECIES", "I"),
    line("Urogale", "GENUS", ""),
  ].join("\n");
  const { entries, faults, unlisted } = readChecklist(text);
  expect(faults).toEqual([
    { line: 4, says: "no FullName" },
    { line: 5, says: 'RankName "BIRD" of Pavo muticus is no rank' },
    { line: 6, says: 'CurrentListing "IV" of Pavo cristatus is no appendix' },
    { line: 7, says: "3 fields, where the first line names 15 columns" },
    { line: 8, says: "Gracula religiosa stands in I here and in II in line 2" },
  ]);
  expect(entries.map(({ line, name, appendix }) => [line, name, appendix])).toEqual([[2, "Gracula religiosa", "II"]]);
  expect(unlisted).toBe(1);
});

test("a file of other columns is refused as a whole", () => {
  expect(readChecklist("Name,Appendix\nPavo muticus,II\n").faults).toEqual([
    { line: 1, says: "no column FullName, RankName, CurrentListing" },
  ]);
});

const held = (over: Partial<Held>): Held => ({
  no: 1,
  appendix: "II",
  populations: [],
  mark: "sourced",
  validFrom: null,
  validTo: null,
  sourceSpeaks: true,
  ...over,
});

test.each<[string, string, Held[], object]>([
  ["alike and vouched for", "II", [held({})], { what: "same" }],
  ["alike, from memory", "II", [held({ mark: "memory" })], { what: "confirmed", validTo: null }],
  ["alike, of another day", "II", [held({ sourceSpeaks: false })], { what: "confirmed", validTo: null }],
  ["another appendix", "I", [held({})], { what: "changed", validTo: null }],
  ["nothing until now", "I", [], { what: "changed", validTo: null }],
  ["over before that day", "I", [held({ validTo: "2024-01-14" })], { what: "changed", validTo: null }],
  ["ends on a known day", "I", [held({ validTo: "2024-06-30" })], { what: "changed", validTo: "2024-06-30" }],
  ["split as here", "I/II", [held({}), held({ appendix: "I", populations: ["NP"] })], { what: "same" }],
  ["of some populations alone", "II/none", [held({ populations: ["MG"] })], { what: "same" }],
  [
    "no longer split",
    "I",
    [held({}), held({ appendix: "I", populations: ["NP"] })],
    { what: "changed", validTo: null },
  ],
])("a listing that is %s", (_, appendix, listed, brought) => {
  expect(broughtBy({ appendix }, listed, ON)).toEqual(brought);
});

test("a version is a source of its own; what it says begins on its day, and what was before stays as it was", async () => {
  const before = await listings("aonyx-cinereus");
  expect(await loadChecklist(fresh.ownerUrl, entriesOf(SAMPLE), ON)).toMatchObject({ newTaxa: 2, changed: 2 });
  const [source] = await owner`select version, valid_from::text from sources where id = ${`checklist:${ON}`}`;
  expect({ ...source }).toEqual({ version: ON, valid_from: ON });
  const after = await listings("aonyx-cinereus");
  expect(after.slice(0, 1)).toEqual(before.slice(0, 1));
  expect(after.slice(1)).toMatchObject([
    { appendix: "I", validFrom: "2019-11-26", validTo: "2024-01-14", mark: "memory" },
    { appendix: "I", validFrom: ON, validTo: null, mark: "sourced" },
  ]);
  expect(await listings("penelopides-panini")).toMatchObject([{ appendix: "II", validFrom: ON }]);
});

test("populations that are known here stay told apart, and a taxon of an earlier name is the same taxon", async () => {
  expect((await listings("loxodonta-africana")).map(({ validTo }) => validTo)).toEqual([null, null]);
  expect((await listings("panthera-uncia")).at(-1)).toMatchObject({ appendix: "I", validFrom: ON });
  expect(await owner`select id from taxa where scientific_name like 'Uncia%'`).toHaveLength(0);
});

test("the same version again changes nothing", async () => {
  const rows = () => owner`select * from taxon_listings order by taxon_id, no`;
  const before = await rows();
  const again = await loadChecklist(fresh.ownerUrl, entriesOf(SAMPLE), ON);
  expect(again).toMatchObject({ newTaxa: 0, changed: 0, confirmed: 0, same: 7 });
  expect(await rows()).toEqual(before);
});

test("taxa that came with it are found by their names", async () => {
  expect((await searchTaxa(database.db, "Visayan tarictic"))[0]?.scientificName).toBe("Penelopides panini");
  expect((await searchTaxa(database.db, "penelopides"))[0]).toMatchObject({
    scientificName: "Penelopides spp.",
    commodity: "F7",
  });
});

test("a release of Naga that fills its lists again leaves the installation's own listings in force", async () => {
  const rows = () => owner`select * from taxon_listings order by taxon_id, no`;
  const before = await rows();
  await owner`update reference_loads set hash = 'of an earlier release'`;
  expect(await loadReference(fresh.ownerUrl)).toBe("loaded");
  expect(await rows()).toEqual(before);
});

test("an older version loaded later speaks of the days before the newer one alone", async () => {
  const older = entriesOf(SAMPLE.replace("Psittacula krameri,SPECIES,NC", "Psittacula krameri,SPECIES,III"));
  await loadChecklist(fresh.ownerUrl, older, "2023-06-01");
  expect((await listings("psittacula-krameri")).slice(-2)).toMatchObject([
    { appendix: "none", validFrom: ON, validTo: null },
    { appendix: "III", validFrom: "2023-06-01", validTo: "2024-01-14" },
  ]);
});
