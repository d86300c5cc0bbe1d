import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { searchPlaces, searchTaxa } from "#db/queries/reference-search.server.ts";
import { type FreshDatabase, freshDatabase } from "../support/database.ts";
import { type Explaining, explainEverything, faultsOf, openExplaining, PLANNED } from "../support/plans.ts";

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.appUrl, { max: 2 });
});
afterAll(() => database.end());

describe("places", () => {
  const first = async (text: string) => (await searchPlaces(database.db, text))[0]?.id;

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
    ["泰国", "city:th-bangkok"],
    ["Saigon", "city:vn-ho-chi-minh-city"],
  ])("%s is found as %s", async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test.each([
    ["suvarnabumi", "air:BKK"],
    ["bankok", "city:th-bangkok"],
    ["Mok Bai", "crossing:vn-moc-bai"],
    ["Moc Baii", "crossing:vn-moc-bai"],
    ["Lao Boa", "crossing:vn-lao-bao"],
    ["vientian", "city:la-vientiane"],
  ])("misspelt, %s is found as %s", async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test.each([
    ["Mộc Bài", "crossing:vn-moc-bai"],
    ["cửa khẩu mộc bài", "crossing:vn-moc-bai"],
    ["Bavet", "crossing:kh-bavet"],
    ["បាវិត", "crossing:kh-bavet"],
    ["huu nghi", "crossing:vn-huu-nghi"],
    ["友谊关", "crossing:cn-youyiguan"],
    ["磨憨", "crossing:cn-mohan"],
    ["ช่องเม็ก", "crossing:th-chong-mek"],
    ["มูเซ", undefined],
    ["Friendship Bridge, Nong Khai", "crossing:th-nong-khai"],
    ["Myawaddy", "crossing:mm-myawaddy"],
    ["Bukit Kayu Hitam", "crossing:my-bukit-kayu-hitam"],
  ])("the crossing of %s is found as %s", async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test("a crossing names the other side, and how exact its position is", async () => {
    const [crossing] = await searchPlaces(database.db, "Mộc Bài");
    expect(crossing).toMatchObject({
      kind: "crossing",
      country: "VN",
      geoPrecision: "facility",
      acrossName: "Bavet",
      acrossCountry: "KH",
    });
  });

  test("the town goes before the crossing beside it, and the crossing is found by the town", async () => {
    const found = (await searchPlaces(database.db, "lao cai")).map(({ id }) => id);
    expect(found[0]).toBe("city:vn-lao-cai");
    expect(found).toContain("crossing:vn-lao-cai");
  });

  test("a country narrows the search, and nothing is found for nothing", async () => {
    const found = await searchPlaces(database.db, "san", { country: "TH" });
    expect(found.every((place) => place.country === "TH")).toBe(true);
    expect(await searchPlaces(database.db, " ,.")).toEqual([]);
    expect(await searchPlaces(database.db, "%_'")).toEqual([]);
  });
});

describe("taxa", () => {
  const names = async (text: string) => (await searchTaxa(database.db, text)).map((taxon) => taxon.scientificName);

  test.each([
    ["Manis javanic", "Manis javanica"],
    ["sunda pangolin", "Manis javanica"],
    ["tiger", "Panthera tigris"],
    ["pangolín", "Manidae"],
    ["Dalbergia spp.", "Dalbergia spp."],
    ["tê tê java", "Manis javanica"],
    ["te te java", "Manis javanica"],
    ["穿山甲", "Manidae"],
    ["ลิ่นชวา", "Manis javanica"],
    ["ពង្រូល", "Manidae"],
    ["hổ", "Panthera tigris"],
    ["đồi mồi", "Eretmochelys imbricata"],
    ["沉香", "Aquilaria spp."],
    ["พะยูง", "Dalbergia cochinchinensis"],
  ])("%s is found as %s", async (text, name) => {
    expect((await names(text))[0]).toBe(name);
  });

  test.each([
    ["Manis tricuspis", "Phataginus tricuspis"],
    ["Python molurus bivittatus", "Python bivittatus"],
    ["Python reticulatus", "Malayopython reticulatus"],
    ["Uncia uncia", "Panthera uncia"],
    ["Saussurea lappa", "Saussurea costus"],
    ["Amblonyx cinereus", "Aonyx cinereus"],
  ])("by its earlier name, %s is found as %s", async (text, name) => {
    expect((await names(text))[0]).toBe(name);
  });

  test.each([
    ["Dalbergia cochinchinesis", "Dalbergia cochinchinensis"],
    ["Geochelone elegens", "Geochelone elegans"],
    ["Maniss javanica", "Manis javanica"],
    ["aquilaria crasna", "Aquilaria crassna"],
    ["Panthera tigirs", "Panthera tigris"],
  ])("misspelt, %s is found as %s", async (text, name) => {
    expect((await names(text))[0]).toBe(name);
  });

  test("what is spelt alike fills up where little is found, behind it, and never where enough is", async () => {
    const found = await names("pangolin");
    expect(found.length).toBeGreaterThan(8);
    const pangolins = /^(Manis|Manidae|Phataginus|Smutsia)/;
    expect(found.filter((name) => !pangolins.test(name))).toEqual([]);
    expect((await names("pengolin")).filter((name) => !pangolins.test(name))).toEqual([]);
    expect(await names("xqzj")).toEqual([]);
    expect(await names("' | %_")).toEqual([]);
  });
});

describe("with the taxa of a full checklist and ten thousand places more", () => {
  let explaining: Explaining[];
  beforeAll(async () => {
    await fillUp();
    await explainEverything(fresh);
    explaining = PLANNED.map((planned) => openExplaining(fresh, planned));
  });
  afterAll(() => Promise.all(explaining.map(({ app }) => app.end())));

  const bounds = { big: new Set(["taxa", "places"]), sorted: 20_000, repeated: 2_000, statements: 20 };

  test.each([["Manis javanic"], ["Dalbergia cochinchinesis"], ["tê tê java"], ["穿山甲"], ["no such animal at all"]])(
    "%s is looked up in an index",
    async (text) => {
      for (const { app, plansOf } of explaining)
        expect(faultsOf(await plansOf(() => searchTaxa(app.db, text)), bounds)).toEqual([]);
    },
  );

  test.each([["Mộc Bài"], ["Mok Bai"], ["友谊关"], ["Lào Cai"], ["no such place at all"]])(
    "%s is looked up in an index of places",
    async (text) => {
      for (const { app, plansOf } of explaining)
        expect(faultsOf(await plansOf(() => searchPlaces(app.db, text)), bounds)).toEqual([]);
    },
  );

  /** Names that mean nothing, as many and as long as those of a full checklist. */
  async function fillUp() {
    const owner = openDatabase(fresh.ownerUrl, { max: 1 });
    const word = (seed: string) => `translate(md5(${seed}), '0123456789', 'aeioulnrst')`;
    await owner.sql.unsafe(`
      insert into taxa (id, scientific_name, common_names, rank, commodity, search, mark, source_id)
      select 'made-' || n, name, '{}', 'species', 'F9', name, 'memory', 'taxa-from-memory'
      from generate_series(1, 12000) n, lateral (select substr(${word("n::text")}, 1, 9) || ' '
        || substr(${word("'s' || n")}, 1, 11) || ' | ' || substr(${word("'c' || n")}, 1, 14) as name) made`);
    await owner.sql.unsafe(`
      insert into places (id, kind, name, name_search, search, country, rank, source_id)
      select 'made:' || n, 'city', name, name, name, 'CN', 60, 'cities'
      from generate_series(1, 10000) n, lateral (select substr(${word("'p' || n")}, 1, 10) as name) made`);
    await owner.sql.unsafe("analyze taxa; analyze places");
    await owner.end();
  }
});
