import { expect, test } from "vitest";
import { compareReports } from "#app/domain/duplicates/compare.ts";
import { isWorthReview } from "#app/domain/duplicates/find.ts";
import { HAI_PHONG, ICE, report, SUVARNABHUMI, TO_SYDNEY, type Told } from "./reports.ts";

const POLICE = { agencyId: "th-police" };
const place = (changed: object) => ({ place: { ...SUVARNABHUMI, ...changed } });
const ice = (quantity: string, unit = "kg") => ({ items: [{ ...ICE, quantity, unit }] });
const saying = (told: Told, other: Told, about: string) =>
  compareReports(report(told), report(other)).reasons.find((reason) => reason.about === about)?.says ?? null;

test("the same agency and case number are certain, whatever else they say", () => {
  const one = report({ nationalCaseNo: "VN-HP 0012/21" });
  const other = report({ nationalCaseNo: "vnhp001221", occurredOn: "2026-11-01", items: [{ commodity: "F2" }] });
  expect(compareReports(one, other)).toMatchObject({ certain: true, kind: "duplicate" });
  expect(compareReports(one, other).score).toBeLessThan(0.5);
});

test("the same number of another agency is nothing at all", () => {
  const [one, other] = [report({ nationalCaseNo: "12/21" }), report({ nationalCaseNo: "12/21", ...POLICE })];
  expect(compareReports(one, other)).toMatchObject({ certain: false });
  expect(saying({ nationalCaseNo: "12/21" }, { nationalCaseNo: "12/21", ...POLICE }, "case_no")).toBeNull();
});

test("two reports without a case number are not certain", () => {
  expect(compareReports(report({ nationalCaseNo: "n/a" }), report({ nationalCaseNo: "N/A" })).certain).toBe(false);
});

test.each<[string, Told]>([
  ["by a second agency", POLICE],
  ["with grams for kilograms", { ...POLICE, ...ice("12450", "g") }],
  ["a day later", { ...POLICE, occurredOn: "2026-05-19" }],
  ["two days earlier", { ...POLICE, occurredOn: "2026-05-16" }],
  [
    "with its item split",
    { ...POLICE, items: [ICE, ICE].map((good, at) => ({ ...good, quantity: ["4", "8.45"][at] })) },
  ],
  ["with the place misspelled", { ...POLICE, ...place({ placeId: null, name: "Suvarnabumi airport" }) }],
  ["weighed 1.5 % heavier", { ...POLICE, ...ice("12.637") }],
  ["without a route", { ...POLICE, route: [] }],
  ["with a slip in the case number", { nationalCaseNo: "TH-BK 21/0017" }],
])("one case told again %s is put before the coordination unit", (_, told) => {
  const match = compareReports(report({ nationalCaseNo: "TH-BK 21/0071" }), report(told));
  expect(match).toMatchObject({ kind: "duplicate", certain: false });
  expect(isWorthReview(match)).toBe(true);
});

test.each<[string, Told]>([
  ["other goods at the same place and day", { items: [{ commodity: "F2", quantity: "12.45", unit: "kg" }] }],
  ["another quantity", ice("9.1")],
  ["the second courier of the same flight, with the next number", { ...ice("11.2"), nationalCaseNo: "13/21" }],
  ["another day", { occurredOn: "2026-05-21" }],
  ["another airport of the country", place({ placeId: "air:DMK", name: "Don Mueang Airport" })],
  ["the same quantity on another flight and day", { transportNo: "TG 475", occurredOn: "2026-05-19", ...ice("12.1") }],
])("%s is another case", (_, told) => {
  const one = report({ nationalCaseNo: "12/21", transportNo: "TG 471" });
  expect(isWorthReview(compareReports(one, report({ transportNo: "TG 471", ...told })))).toBe(false);
});

test("two couriers of one day and flight, alike in everything but what they carry, stay two", () => {
  const [one, other] = [report(ice("1.95")), report({ ...ice("2.4"), ...POLICE })];
  expect(compareReports(one, other).reasons[0]).toMatchObject({ about: "quantity", says: "differs" });
  expect(isWorthReview(compareReports(one, other))).toBe(false);
});

test("without a quantity, day, place and goods are too little to go by", () => {
  const ivory = { items: [{ commodity: "F2" }], route: [] };
  const match = compareReports(report(ivory), report({ ...ivory, ...POLICE }));
  expect(match.reasons.every(({ says }) => says === "agrees")).toBe(true);
  expect(isWorthReview(match)).toBe(false);
});

test("what one of them does not know is no difference", () => {
  const known = report({ transportNo: "TG 471", containerNo: "MSKU1234565" });
  const unknown = report({ ...POLICE, route: [], mode: "unknown", items: [{ commodity: "D1.meth_crystal" }] });
  expect(
    compareReports(known, unknown)
      .reasons.map(({ about }) => about)
      .sort(),
  ).toEqual(["commodity", "country", "day", "place"]);
});

test.each([
  ["12.45", "12.45", "agrees"],
  ["12.45", "12.69", "agrees"],
  ["12.45", "12.9", "near"],
  ["12.45", "14", "differs"],
])("%s kg and %s kg: %s", (one, other, says) => {
  expect(saying(ice(one), ice(other), "quantity")).toBe(says);
});

test("an estimate is given more room", () => {
  const about = { items: [{ ...ICE, quantity: "13.2", qualifier: "approx" }] };
  expect(saying(ice("12.45"), about, "quantity")).toBe("agrees");
});

test("a sum of which a part was not weighed does not differ from a larger one", () => {
  const part = { items: [{ ...ICE, quantity: "4" }, { commodity: "D1.meth_crystal" }] };
  expect(saying(part, ice("12.45"), "quantity")).toBeNull();
});

test("kilograms are not compared with pieces", () => {
  const match = compareReports(report(ice("12.45")), report(ice("12.45", "pcs")));
  expect(match.reasons.find(({ about }) => about === "quantity")?.pro).toBe(0);
});

test.each([
  ["VN 123", "vn0123", "agrees"],
  ["VN 123", "HVN 123", "near"],
  ["VN 123", "VN 125", "differs"],
])("flights %s and %s: %s", (one, other, says) => {
  expect(saying({ transportNo: one }, { transportNo: other }, "transport")).toBe(says);
});

test("an airport and its city may be one place, two airports are not", () => {
  const city = place({ placeId: "city:th-bangkok", name: "Bangkok", precision: "city" });
  expect(saying({}, city, "place")).toBeNull();
  expect(saying({}, place({ placeId: "air:DMK", name: "Don Mueang" }), "place")).toBe("differs");
  expect(
    saying(
      place({ placeId: null, name: "", lat: 13.69, lon: 100.75 }),
      place({ placeId: null, name: "", lat: 13.7, lon: 100.74 }),
      "place",
    ),
  ).toBe("agrees");
});

const SENT: Told = { route: TO_SYDNEY };
const RECEIVED: Told = {
  agencyId: "au-customs",
  reporter: "AU",
  occurredOn: "2026-05-22",
  place: { ...SUVARNABHUMI, country: "AU", placeId: "air:SYD", name: "Sydney Airport" },
};

test("the sender's message and the receiver's takedown are one consignment, not a duplicate", () => {
  const match = compareReports(report(SENT), report(RECEIVED));
  expect(match.kind).toBe("same_consignment");
  expect(isWorthReview(match)).toBe(true);
  expect(match.reasons.some(({ about }) => about === "country" || about === "place")).toBe(false);
});

test("another quantity on the same route is another consignment", () => {
  expect(isWorthReview(compareReports(report(SENT), report({ ...RECEIVED, ...ice("30.2") })))).toBe(false);
});

test("two countries whose routes do not meet have nothing to do with each other", () => {
  const elsewhere = { ...RECEIVED, route: [{ role: "origin", country: "MX" }] };
  const domestic = { ...SENT, route: [{ role: "origin", country: "MM" }] };
  expect(compareReports(report(domestic), report(elsewhere))).toMatchObject({ score: 0, reasons: [] });
});

test("a container ties the messages of two countries together weeks apart", () => {
  const sea = { mode: "sea_container", containerNo: "MSKU1234565", route: [{ role: "destination", country: "AU" }] };
  const sent = report({ ...sea, agencyId: "vn-customs", reporter: "VN", place: HAI_PHONG });
  const received = report({ ...RECEIVED, ...sea, occurredOn: "2026-06-20" });
  expect(compareReports(sent, received).kind).toBe("same_consignment");
  expect(isWorthReview(compareReports(sent, received))).toBe(true);
});

test("a report is no duplicate of itself", () => {
  const one = report({ nationalCaseNo: "12/21" });
  expect(compareReports(one, { ...one })).toMatchObject({ certain: false, score: 0 });
});

test("two agencies of two countries that report one event in one place make a duplicate", () => {
  const liaison = report({ agencyId: "au-liaison", reporter: "AU" });
  expect(compareReports(report(), liaison).kind).toBe("duplicate");
});
