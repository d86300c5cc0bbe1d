import { expect, test } from "vitest";
import { comparisonOf, type Than } from "#app/domain/compared-periods.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { TODAY } from "../../domain/figures/arbitrary-fact.ts";
import { someFacts } from "./some-facts.ts";
import { filesOf, pageOf, rowOf } from "./statistics-page.tsx";

const SPAN = { startsOn: "2026-04-15", endsOn: "2026-09-15", today: "2026-05-01" };
const WEEK = { ...NO_FILTER, from: "2026-04-23", to: "2026-04-29" };

function comparedPage(filter: typeof NO_FILTER, than: Than, agencyDays = {}) {
  const comparison = comparisonOf(filter, than, SPAN);
  const figures = evaluateFigures(tableOf(someFacts()), comparison?.filter ?? filter, TODAY);
  const comparing = { span: SPAN, comparison, figures };
  return pageOf(someFacts(), filter, { kind: "live" }, { comparing, agencyDays });
}

test("both periods stand in the head and in the table of each figure, with what lies between them", async () => {
  const page = await comparedPage(WEEK, "before");
  expect(rowOf(page, "this period")[0]).toContain("23 Apr to 29 Apr 2026|, 7 days|1|");
  expect(rowOf(page, "before")[0]).toContain("16 Apr to 22 Apr 2026|, 7 days|2|");
  expect(page).toContain("Difference: \u22121");
  expect(page).toContain("No percentage: fewer than 10 cases");
  expect(rowOf(page, "Viet Nam")[0]).toContain("|you|1|1|0|");
  expect(rowOf(page, "Hong Kong, China")[0]).toContain("|0|1|\u22121|");
  expect(rowOf(page, "Lao PDR")[0]).toContain("|0|0|0|");
  // What the first period has none of stands there by the second.
  expect(filesOf(page).join("")).toMatch(/F2,[^\n]*,0,0,0,2026-04-23.2026-04-29 .7.,1,1,0,/);
  // Over time both stand on their own days.
  expect(rowOf(page, "15 Apr to 21 Apr 2026")[0]).toBe("|15 Apr to 21 Apr 2026|0|0|0|2|");
  expect(rowOf(page, "22 Apr to 28 Apr 2026")[0]).toBe("|22 Apr to 28 Apr 2026|0|0|0|0|");
  expect(rowOf(page, "29 Apr to 5 May 2026")[0]).toMatch(/^\|29 Apr to 5 May 2026\|1\|0\|1\|$/);
  expect(page.match(/<svg class="than-columns".*?<\/svg>/s)?.[0].match(/<g>/g)).toHaveLength(1);
  expect(page.match(/class="than-mark"/g)?.length).toBeGreaterThan(2);
});

test("periods of different length are said per day, never as a difference of totals", async () => {
  const page = await comparedPage(WEEK, { from: "2026-04-20", to: "2026-04-21" });
  expect(page).toContain("Difference: \u22120.86 a day");
  expect(page).toContain("0.14 cases a day against 1.00");
  expect(rowOf(page, "Hong Kong, China")[0]).toContain("|0|1|\u22120.50 a day|");
  expect(page).toContain("the line is drawn for as many days as the bar");
});

test("a period that the operation has had no day of is not known, and no zero", async () => {
  const page = await comparedPage({ ...NO_FILTER, from: "2026-04-15", to: "2026-04-30" }, "before");
  expect(rowOf(page, "before")[0]).toMatch(/, 0 days\|unknown/i);
  expect(page).toContain("what it came to is not known");
  expect(page).not.toContain("than-line");
  expect(rowOf(page, "Viet Nam")[0]).toContain("|you|2|1|1|");
});

test("without a period the page says that one is needed and offers two", async () => {
  const page = await comparedPage(NO_FILTER, "before");
  expect(page).toContain("To compare, the filter has to name a period");
  expect(page).toContain("from=2026-04-04&amp;to=2026-05-01");
  expect(page).toContain("than=before&amp;from=2026-05-01&amp;to=2026-05-01");
});

test("tallies of both periods stand beside, with a warning where more than a tenth more is missing of one", async () => {
  const day = (onRecord: number, missing: number) => ({ onRecord, nil: 0, missing, awaited: 0 });
  const alike = { "2026-04-17": day(19, 1), "2026-04-24": day(18, 2) };
  const page = await comparedPage(WEEK, "before", alike);
  expect(rowOf(page, "this period")[0]).toContain("18 of 20 told (0 nil)|2 missing (10.0%)");
  expect(rowOf(page, "before")[0]).toContain("19 of 20 told (0 nil)|1 missing (5.0%)");
  expect(page).not.toContain("more than a tenth more");
  const apart = { ...alike, "2026-04-24": day(16, 4) };
  expect(await comparedPage(WEEK, "before", apart)).toContain("more than a tenth more");
});

test("files carry both counts and the days of both", async () => {
  const [byReporter = ""] = filesOf(await comparedPage(WEEK, "before"));
  expect(byReporter).toContain(
    'HK,"Hong Kong, China",0,0,0,2026-04-23/2026-04-29 (7),1,0,1,2026-04-16/2026-04-22 (7),-1,case-v2,',
  );
  expect(byReporter).toContain("23 Apr to 29 Apr 2026 (7 days) compared with 16 Apr to 22 Apr 2026 (7 days).");
});
