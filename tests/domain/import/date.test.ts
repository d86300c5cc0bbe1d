import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateContext, orderToldBy, understandDate } from "#app/domain/import/date.ts";
import { isLocalDate } from "#app/domain/local-date.ts";

const CONTEXT: DateContext = { order: null, epoch: "1900", latest: "2021-12-31" };
const read = (text: string, context: Partial<DateContext> = {}) => understandDate(text, { ...CONTEXT, ...context });
const on = (text: string, context: Partial<DateContext> = {}) => {
  const found = read(text, context);
  return found.state === "clear" ? [found.value.on, found.value.precision] : found.state;
};

describe("dates as people write them", () => {
  test.each([
    ["2021-05-17", "2021-05-17", "day"],
    ["2021/5/17", "2021-05-17", "day"],
    ["20210517", "2021-05-17", "day"],
    ["17/05/2021", "2021-05-17", "day"],
    ["17.5.21", "2021-05-17", "day"],
    ["05/17/2021", "2021-05-17", "day"],
    ["17-Jan-09", "2009-01-17", "day"],
    ["17 May 2021", "2021-05-17", "day"],
    ["Monday 17 May 2021", "2021-05-17", "day"],
    ["17th of May 2021", "2021-05-17", "day"],
    ["May 17, 2021", "2021-05-17", "day"],
    ["17 mai 2021", "2021-05-17", "day"],
    ["ngày 17 tháng 5 năm 2021", "2021-05-17", "day"],
    ["17 tháng 5, 2021", "2021-05-17", "day"],
    ["17 thg 5, 2021", "2021-05-17", "day"],
    ["17-thg5-2021", "2021-05-17", "day"],
    ["17 พ.ค. 2564", "2021-05-17", "day"],
    ["17 พ.ค. 64", "2021-05-17", "day"],
    ["๑๗/๐๕/๒๕๖๔", "2021-05-17", "day"],
    ["17/05/2564", "2021-05-17", "day"],
    ["2018年1月31日", "2018-01-31", "day"],
    ["44333", "2021-05-17", "day"],
    ["May 2021", "2021-05-01", "month"],
    ["05/2021", "2021-05-01", "month"],
    ["tháng 5/2021", "2021-05-01", "month"],
    ["2021-05", "2021-05-01", "month"],
    ["2021", "2021-01-01", "year"],
    ["2564", "2021-01-01", "year"],
    ["2016年", "2016-01-01", "year"],
  ])("%s is %s", (written, day, precision) => expect(on(written)).toEqual([day, precision]));

  test("day and month that could change places are asked, until the column tells", () => {
    expect(read("03/04/2021")).toMatchObject({
      state: "asked",
      value: { on: "2021-04-03" },
      others: [{ on: "2021-03-04" }],
    });
    expect(on("03/04/2021", { order: "day_first" })).toEqual(["2021-04-03", "day"]);
    expect(on("03/04/2021", { order: "month_first" })).toEqual(["2021-03-04", "day"]);
    expect(on("04/04/2021")).toEqual(["2021-04-04", "day"]);
    expect(["25/04/2021", "04/25/2021", "03/04/2021"].map(orderToldBy)).toEqual(["day_first", "month_first", null]);
  });

  test("a year of two digits that may be of the Buddhist era is asked", () => {
    expect(read("17/05/64")).toMatchObject({
      state: "asked",
      value: { on: "2021-05-17" },
      others: [{ on: "1964-05-17" }],
    });
  });

  test("serial dates follow the workbook's epoch", () => {
    expect(on("42871", { epoch: "1904" })).toEqual(["2021-05-17", "day"]);
    expect(read("44333.604")).toMatchObject({ value: { on: "2021-05-17", time: "14:30" } });
  });

  test("spans and times are read with the day", () => {
    expect(read("17-19 May 2021")).toMatchObject({ value: { on: "2021-05-17", to: "2021-05-19", precision: "range" } });
    expect(read("17 May - 2 June 2021")).toMatchObject({ value: { on: "2021-05-17", to: "2021-06-02" } });
    expect(read("17/05/2021 14:30")).toMatchObject({ value: { on: "2021-05-17", time: "14:30", offset: null } });
    expect(read("2021-05-17 2:30 PM")).toMatchObject({ value: { time: "14:30" } });
    for (const written of [
      "17 พ.ค. 2564 เวลา 14.30 น.",
      "๑๗ พฤษภาคม ๒๕๖๔ เวลา ๑๔.๓๐ น.",
      "17/05/2021 14.30 hrs",
      "14h30 ngày 17/5/2021",
      "lúc 14 giờ 30 phút, ngày 17 tháng 5 năm 2021",
      "2021年5月17日14时30分",
    ])
      expect([written, read(written)]).toMatchObject([written, { value: { on: "2021-05-17", time: "14:30" } }]);
    expect(on("17.05.2021 14")).toBe("unread");
    expect(read("2021-05-17T14:30:00Z")).toMatchObject({ value: { time: "14:30", offset: "Z" } });
  });

  test("an empty clock that an export puts behind a day is no time", () => {
    for (const written of ["2021-05-17 00:00:00", "17/05/2021 0:00:00", "2021-05-17T00:00:00.000"])
      expect(read(written)).toMatchObject({ value: { on: "2021-05-17", time: null } });
    expect(read("2021-05-17 00:00")).toMatchObject({ value: { time: "00:00" } });
  });

  test.each([
    "30/02/2021",
    "31/04/2021",
    "2021-02-29",
    "17/05/2021 25:00",
    "2021-13-01",
    "0000-00-00",
    "soon",
    "17/05",
  ])("%s is not read", (written) => expect(read(written).state).toBe("unread"));

  test("every day of a century is read back in four ways of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (days) => {
        const day = new Date(Date.UTC(1922, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const [year, month, date] = day.split("-").map(Number);
        const latest = "2030-01-01";
        expect(on(day, { latest })).toEqual([day, "day"]);
        expect(on(`${date}/${month}/${year}`, { latest, order: "day_first" })).toEqual([day, "day"]);
        expect(on(`${month}/${date}/${year}`, { latest, order: "month_first" })).toEqual([day, "day"]);
        expect(on(`${year}年${month}月${date}日`, { latest })).toEqual([day, "day"]);
      }),
    );
  });

  test("whatever is typed gives a day that exists, a question or a refusal", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789/-. ,:年月日abMayพศ"), maxLength: 16 }), (text) => {
        const found = read(text);
        if (found.state === "clear") expect(isLocalDate(found.value.on)).toBe(true);
      }),
    );
  });
});
