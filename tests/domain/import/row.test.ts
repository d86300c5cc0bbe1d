import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRow } from "#app/domain/import/row.ts";
import { type ImportContext, SheetEvidence } from "#app/domain/import/sheet.ts";
import { SeizureInput } from "#app/domain/seizure.ts";
import { someLists } from "./lists.ts";

const CONTEXT: ImportContext = { index: someLists(), home: "VN", latest: "2021-12-31", mapping: null, checks: null };

/** The readings of a table's records, as the whole table proves them. */
function readTable(table: string[][], context = CONTEXT) {
  const evidence = new SheetEvidence(table, { mapping: null });
  for (const row of table.slice(evidence.headingRow + 1)) evidence.see(row);
  const sheet = evidence.reading("1900");
  return table.slice(evidence.headingRow + 1).map((row) => readRow(row, sheet, context));
}

const one = (cells: Record<string, string>) => readTable([Object.keys(cells), Object.values(cells)])[0];
const PLAIN = { "Case no": "VN-1", Date: "17/05/2021", Place: "Hai Phong", Commodity: "Ketamine", Quantity: "5 kg" };

describe("a record", () => {
  test("says in the names of the API what was understood", () => {
    expect(one(PLAIN)).toMatchObject({
      status: "ok",
      questions: [],
      fields: {
        nationalCaseNo: "VN-1",
        occurredOn: "2021-05-17",
        datePrecision: "day",
        place: { country: "VN", placeId: "city:vn-haiphong", precision: "city" },
        items: [{ commodity: "D5.ketamine", quantity: "5", unit: "kg", qualifier: "exact" }],
      },
    });
  });

  test("is a report as the API takes it, once a tier is answered", () => {
    const fields = one(PLAIN)?.fields;
    const input = { ...fields, id: "0198c1c0-0000-7000-8000-000000000001", handling: "H1" };
    expect(SeizureInput.safeParse(input).error).toBeUndefined();
    expect(fields).not.toHaveProperty("handling");
  });

  test("is asked about a tier that is written and not understood: who reads it is never guessed", () => {
    const read = one({ ...PLAIN, Handling: "for friends" });
    expect(read).toMatchObject({ status: "question", questions: ["handling"], fields: { handling: null } });
    expect(read?.notes).toEqual([{ key: "import.code.unread", params: { written: "for friends" }, field: "handling" }]);
    expect(one({ ...PLAIN, Handling: " " })).toMatchObject({ status: "ok" });
  });

  test("has its instant by the clock of the place, or keeps the time in words", () => {
    const timed = { ...PLAIN, Date: "17/05/2021 14:30" };
    expect(one(timed)?.fields.occurredAt).toBe("2021-05-17T07:30:00.000Z");
    expect(one({ ...timed, Date: "2021-05-17T14:30:00+07:00" })?.fields.occurredAt).toBe("2021-05-17T14:30:00+07:00");
    const elsewhere = one({ ...timed, Place: "Bangkok" });
    expect(elsewhere?.fields).not.toHaveProperty("occurredAt");
    expect(elsewhere?.notes.map(({ key }) => key)).toContain("import.time.zone");
  });

  test("takes no three letters before 'Airport' for three others", () => {
    const keys = (place: string) => one({ ...PLAIN, Place: place })?.notes.map(({ key }) => key);
    expect(keys("JFK Airport")).not.toContain("import.place.misspelt");
    expect(keys("Noi Bia International Airport")).toContain("import.place.misspelt");
  });

  test("is told nothing of a unit that no column names, and a city is found with and without its space", () => {
    const read = one({ ...PLAIN, Place: "HaiPhong" });
    expect(read).toMatchObject({ status: "ok", notes: [], fields: { place: { placeId: "city:vn-haiphong" } } });
    expect(one({ ...PLAIN, Unit: "g" })?.notes.map(({ key }) => key)).toEqual(["import.unit.differs"]);
  });

  test("keeps everything that it says in its own words", () => {
    const read = one({ ...PLAIN, Vessel: "MV Orion", Remarks: "found by night" });
    expect(read?.fields.narrative).toContain("found by night");
    expect(read?.fields.narrative).toContain("Vessel: MV Orion");
    expect(read?.fields.narrative).toContain("Quantity: 5 kg");
  });

  test("is read under titles that stand above the headings, and sums and empty rows are left out", () => {
    const rows = readTable([
      ["Monthly report of seizures", "", ""],
      ["", "", ""],
      ["Số vụ", "Ngày", "Tang vật"],
      ["1", "17/05/2021", "ketamine"],
      ["", "", ""],
      ["Tổng cộng", "1", ""],
    ]);
    expect(rows.map(({ status }) => status)).toEqual(["question", "skip", "skip"]);
  });

  test.each([
    ["a date that is none", { Date: "30/02/2021" }, "occurredOn"],
    ["a day to come", { Date: "17/05/2022" }, "occurredOn"],
    ["a quantity below nought", { Quantity: "-5 kg" }, "items.0.quantity"],
    ["no goods", { Commodity: "", Quantity: "" }, "items.0.commodity"],
    ["no date", { Date: "" }, "occurredOn"],
  ])("with %s is refused at its field", (_, change, field) => {
    const read = one({ ...PLAIN, ...change });
    expect(read?.status).toBe("error");
    expect(read?.notes.map((note) => note.field)).toContain(field);
  });

  test.each([
    ["a day that can be read twice", { Date: "03/04/2021" }, "occurredOn"],
    ["thousands or a fraction", { Quantity: "2.000 kg" }, "items.0.quantity"],
    ["a country that may be two", { Place: "Congo" }, "place"],
    ["a place spelt wrongly", { Place: "Bangkko" }, "place"],
    ["goods that no list has", { Commodity: "widgets" }, "items.0.commodity"],
    ["no case number", { "Case no": "" }, "nationalCaseNo"],
    ["a unit that nobody knows", { Quantity: "5 bushels" }, "items.0.quantity"],
  ])("with %s is asked about", (_, change, field) => {
    const read = one({ ...PLAIN, ...change });
    expect(read?.status).toBe("question");
    expect(read?.questions).toContain(field);
  });

  test("is read under headings of two rows, as merged cells leave them", () => {
    const [first] = readTable([
      ["BÁO CÁO", "", "", "", "", "", ""],
      ["STT", "Số vụ", "Thời gian, địa điểm", "", "Tang vật", "", ""],
      ["", "", "Ngày", "Địa điểm", "Tên", "Số lượng", "ĐVT"],
      ["1", "V1", "17/05/2021", "Hải Phòng", "Ketamine", "12", "kg"],
    ]);
    expect(first).toMatchObject({
      status: "ok",
      fields: { nationalCaseNo: "V1", occurredOn: "2021-05-17", items: [{ quantity: "12", unit: "kg" }] },
    });
    const [below] = readTable([
      ["Case no", "Date", "Place", "Commodity", "Quantity", ""],
      ["", "", "", "", "kg", "pcs"],
      ["V1", "17/05/2021", "Hải Phòng", "Ketamine", "12", "3"],
    ]);
    expect(below).toMatchObject({
      status: "ok",
      fields: { items: [{ quantity: "12", unit: "kg", secondQuantity: "3", secondUnit: "pcs" }] },
    });
  });

  test("the other rows of a file decide what one alone would ask", () => {
    const [first] = readTable([
      ["Case no", "Date", "Place", "Commodity", "Quantity (kg)"],
      ["1", "03/04/2021", "Hai Phong", "ketamine", "2.000"],
      ["2", "25/04/2021", "Hai Phong", "ketamine", "12,5"],
    ]);
    expect(first).toMatchObject({ status: "ok", fields: { occurredOn: "2021-04-03", items: [{ quantity: "2000" }] } });
  });

  test("a code NA is asked, and ISO codes are no words", () => {
    const read = one({ ...PLAIN, Origin: "NA" });
    expect(read?.questions).toContain("route.origin");
    expect(read?.notes.some(({ key }) => key === "import.country.which")).toBe(true);
  });

  test("three letters that are a country to one and an airport to another are asked, and PRC is China", () => {
    expect(one({ ...PLAIN, Destination: "PRC" })?.fields.route).toMatchObject([
      { role: "discovery" },
      { role: "destination", place: { country: "CN", placeId: null } },
    ]);
    const asked = one({ ...PLAIN, Origin: "THA" });
    expect(asked?.questions).toContain("route.origin");
    expect(asked?.notes).toContainEqual({
      key: "import.place.which",
      params: { written: "THA", choices: "Thailand, Tullahoma Airport (United States of America)" },
      field: "route.origin",
    });
  });

  test("what kind of place it is, in the words of the region, is no part of its name", () => {
    const place = (written: string, country: string) =>
      one({ ...PLAIN, Place: written, Country: country })?.fields.place;
    expect(place("Sân bay quốc tế Nội Bài", "Việt Nam")).toMatchObject({ country: "VN", placeId: "air:HAN" });
    expect(place("Cảng Hải Phòng", "")).toMatchObject({ placeId: "city:vn-haiphong" });
    expect(place("จังหวัด Bangkok", "ประเทศไทย")).toMatchObject({ country: "TH", placeId: "city:th-bangkok" });
    expect(one({ ...PLAIN, Place: "Sân bay Nội Bài", Country: "Miến Điện" })?.questions).toContain("place.country");
  });

  test("Vietnamese tones tell scales from fins: without them neither is said", () => {
    const items = (Term: string) => one({ ...PLAIN, Commodity: "", Species: "Manis javanica", Term })?.fields.items;
    expect(items("vảy")).toMatchObject([{ commodity: "F1.pangolin_scales", specimen: "SCA" }]);
    expect(items("VÂY")).toMatchObject([{ specimen: "FIN" }]);
    expect(items("vay")).toMatchObject([{ specimen: null }]);
  });

  test("a number without a unit is asked where nothing in the file names one, unless such goods are only counted", () => {
    const asked = one({ ...PLAIN, Commodity: "Pangolin scales", Quantity: "40" });
    expect(asked).toMatchObject({ status: "question", questions: ["items.0.unit"] });
    expect(asked?.fields.items).toMatchObject([{ quantity: "40", unit: "pcs" }]);
    const clear: Record<string, string>[] = [
      { Quantity: "40", Unit: "pcs" },
      { Quantity: "40", Unit: "" },
      { "Quantity (kg)": "40" },
      { "Number of specimens": "40" },
    ];
    const { Quantity: _, ...rest } = PLAIN;
    for (const said of clear) expect(one({ ...rest, ...said })?.status).toBe("ok");
    expect(one({ ...PLAIN, Commodity: "", Species: "Manis javanica", Quantity: "3" })?.status).toBe("ok");
  });

  test("methamphetamine that is called yaba, or counted in tablets, is tablets", () => {
    const read = one({ ...PLAIN, Commodity: "", Species: "Methamphetamine", Description: "yaba" });
    expect(read?.fields.items).toMatchObject([{ commodity: "D1.meth_tablets" }]);
    const counted = one({ ...PLAIN, Commodity: "Methamphetamine", Quantity: "2.000 viên" });
    expect(counted?.fields.items).toMatchObject([{ commodity: "D1.meth_tablets", quantity: "2000", unit: "tablets" }]);
    expect(one({ ...PLAIN, Commodity: "Methamphetamine" })?.fields.items).toMatchObject([
      { commodity: "D1.meth_crystal" },
    ]);
  });

  test("origins, transits and destination become the route in its order", () => {
    const read = one({ ...PLAIN, Origin: "Thailand; Burma", Transit: "Dubai|UAE", Destination: "中国" });
    expect(read?.fields.route).toMatchObject([
      { role: "origin", place: { country: "TH" } },
      { role: "origin", place: { country: "MM" } },
      { role: "transit", place: { country: "AE", placeId: "city:ae-dubai" } },
      { role: "discovery", place: { country: "VN" } },
      { role: "destination", place: { country: "CN" } },
    ]);
  });

  test("is asked what the report form would ask of the same report", () => {
    const window = { startsOn: "2021-04-15", endsOn: "2021-09-15" };
    const medians = new Map([["D5.ketamine:kg", "5"]]);
    const checks = { window, medians, measures: { units: [], rules: [] }, outlines: null, country: "VN" };
    const asked = (cells: Record<string, string>) => {
      const table = [Object.keys(PLAIN), Object.values({ ...PLAIN, ...cells })];
      const [read] = readTable(table, { ...CONTEXT, checks });
      return { status: read?.status, questions: read?.questions, notes: read?.notes.map(({ key }) => key) };
    };
    expect(asked({})).toEqual({ status: "ok", questions: [], notes: [] });
    expect(asked({ Quantity: "5000 kg" })).toEqual({
      status: "question",
      questions: ["items.0.quantity"],
      notes: ["check.thousand"],
    });
    // Whole files are of another year or country: told here, and asked of the file.
    expect(asked({ Date: "17/05/2014" })).toMatchObject({ status: "ok", notes: ["import.outside_window"] });
    expect(asked({ Place: "Bangkok" })).toMatchObject({ status: "ok", notes: ["import.other_country"] });
    expect(asked({ Date: "", Place: "" }).notes).not.toContain("import.outside_window");
  });

  test("species are found by plural, by other languages and with typos; what they are made of makes the kind", () => {
    expect(one({ ...PLAIN, Commodity: "", Species: "Indian Star Tortoises" })?.fields.items).toMatchObject([
      { commodity: "F5", taxonId: "geochelone-elegans" },
    ]);
    expect(one({ ...PLAIN, Commodity: "", Species: "Manis javanica", Term: "SCA" })?.fields.items).toMatchObject([
      { commodity: "F1.pangolin_scales", taxonId: "manis-javanica", specimen: "SCA", live: false },
    ]);
    const misspelt = one({ ...PLAIN, Commodity: "", Species: "Manis javanicca" });
    expect(misspelt?.questions).toEqual(["items.0.commodity"]);
  });

  test("any cells at all give a reading, never an exception", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom("=1+1", "\u0000", "2.000", "NA", "1e309", "-", "‮abc"),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 5, maxLength: 8 }), (row) => {
        const table = [["Case no", "Date", "Place", "Commodity", "Quantity", "Origin", "Species", "Mode"], row];
        expect(["ok", "question", "error", "skip"]).toContain(readTable(table)[0]?.status);
      }),
      { numRuns: 300 },
    );
  });
});
