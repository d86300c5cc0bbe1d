import { describe, expect, test } from "vitest";
import { clueKey, quotedIn } from "#app/domain/case-links/clue-key.ts";
import { linkableOf } from "#app/domain/case-links/linkable.ts";
import { reasonsBetween, suggestionOf } from "#app/domain/case-links/reasons.ts";
import { aLinkable, common, said } from "./linkables.ts";

const kinds = (
  ...[one, other, of = common()]: [
    Parameters<typeof aLinkable>[0],
    Parameters<typeof aLinkable>[0],
    ReturnType<typeof common>?,
  ]
) => reasonsBetween(aLinkable(one), aLinkable(other), of).map(({ kind }) => kind);

describe("what two cases have in common", () => {
  test("is one thing however it is written", () => {
    const [one, other] = [said({ container: "MSKU1234565" }), said({ container: "msku 123456-5" })];
    expect(reasonsBetween(aLinkable({ case: one }), aLinkable({ case: other }), common())).toMatchObject([
      { kind: "container", values: ["MSKU1234565"] },
    ]);
  });

  test("is nothing where neither says it", () => {
    expect(kinds({}, {})).toEqual([]);
    expect(kinds({ case: said({ transport: "-" }) }, { case: said({ transport: "-" }) })).toEqual([]);
  });

  test("counts for less the more cases have it, and for nothing where it is usual", () => {
    const both = { case: said({ marks: ["Golden Horn"] }) };
    const points = (n: number) =>
      reasonsBetween(aLinkable(both), aLinkable(both), common({ "mark goldenhorn": n }))[0]?.points ?? 0;
    expect([2, 4, 8, 40, 41].map(points)).toEqual([5, 4, 3, expect.closeTo(0.68, 2), 0]);
  });

  test("of ways of hiding weighs the rare ones: what everybody does says nothing", () => {
    const both = { hidden: ["concealment_place:reefer", "concealment_place:luggage"] };
    const of = common({ "hidden concealment_place:reefer": 2, "hidden concealment_place:luggage": 100 });
    expect(reasonsBetween(aLinkable(both), aLinkable(both), of)).toMatchObject([
      { kind: "hidden", values: ["concealment_place:reefer"], n: 2, carries: true },
    ]);
  });

  test("of routes is a leg from the beginning to a later country, wherever each was seized", () => {
    const stop = (country: string, placeId: string | null = null) => ({ country, placeId });
    const seized = { from: [stop("KE", "port:KEMBA")], on: [stop("TH"), stop("CN")] };
    const onward = { from: [stop("KE", "port:KEMBA")], on: [stop("CN")] };
    expect(reasonsBetween(aLinkable({ way: seized }), aLinkable({ way: onward }), common())).toMatchObject([
      { kind: "route", values: ["KE", "CN"], points: 1 },
    ]);
    const home = { from: [stop("VN")], on: [stop("VN")] };
    expect(kinds({ way: home }, { way: home })).toEqual([]);
  });

  test("of days is how near they are, and nothing where a day is not known", () => {
    const near = reasonsBetween(aLinkable({ day: 10 }), aLinkable({ day: 12 }), common());
    expect(near).toMatchObject([{ kind: "close", n: 2, points: 2 }]);
    expect(kinds({ day: 10 }, { day: 41 })).toEqual([]);
    expect(kinds({ day: null }, { day: 10 })).toEqual([]);
  });
});

describe("a suggestion", () => {
  test("is not made of goods, days and a common route alone", () => {
    const way = { from: [{ country: "KE", placeId: "port:A" }], on: [{ country: "VN", placeId: "port:B" }] };
    const usual = { day: 10, commodities: ["F2.raw_ivory"], way, hidden: ["concealment_place:luggage"] };
    const words = said({ words: ["false", "bottom", "under", "frozen", "fish", "boxes", "carbon", "paper"] });
    const of = common({ "hidden concealment_place:luggage": 60 });
    expect(suggestionOf(aLinkable({ ...usual, case: words }), aLinkable({ ...usual, case: words }), of)).toBeNull();
  });

  test("is made of a container alone, of a mark only with something beside it", () => {
    const container = { case: said({ container: "MSKU1234565" }) };
    expect(suggestionOf(aLinkable(container), aLinkable(container), common())).not.toBeNull();
    const mark = { case: said({ marks: ["Red Star"] }) };
    expect(suggestionOf(aLinkable(mark), aLinkable(mark), common())).toBeNull();
    const goods = { ...mark, commodities: ["F2.raw_ivory"] };
    expect(suggestionOf(aLinkable(goods), aLinkable(goods), common())).not.toBeNull();
  });
});

describe("clues in words", () => {
  test("are compared without spaces, signs and capitals, in every script", () => {
    expect(clueKey(" AWB 160-1122.3344 ")).toBe("awb16011223344");
    expect(clueKey("ＭＳＫＵ１２")).toBe("msku12");
    expect(clueKey("金象 牌")).toBe("金象牌");
  });

  test("are what stands in quotation marks", () => {
    expect(quotedIn('Boxes marked "Golden Horn 7" and «Đỏ», none "x"')).toEqual(["Golden Horn 7"]);
  });

  test("a day that is known as a month alone is no day, and nothing known of hiding is nothing hidden", () => {
    const place = { country: "VN", placeId: null, lat: null, lon: null, precision: "country" };
    const fact = { id: "a", occurredOn: "2021-05-01", datePrecision: "month" as const, place, route: [], items: [] };
    const hidden = { concealmentMethods: ["unknown"], concealmentPlaces: ["none"] };
    expect(linkableOf({ ...fact, ...hidden }, null, null)).toMatchObject({ day: null, hidden: [], case: null });
  });
});
