import { expect, type Locator, type Page, test } from "@playwright/test";
import { addDays } from "#app/domain/calendar.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { words } from "./people.ts";

const IVORY = { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] };
const METH = { items: [aSeizureItem({ commodity: "D1.meth_crystal" })] };

const head = (page: Page) => page.locator(".compared-head");
const totals = (page: Page) => head(page).locator(".compared-total");
const byGroup = (page: Page) => page.getByRole("region", { name: words("figure.title.byGroup") });
const counts = (row: Locator) => row.locator("td.numeric");

test("the period of the filter is compared with the one before: both stand in the tables, a chip says it and takes it away", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const ago = (days: number) => addDays(evening.today, -days);
  for (const day of [0, 1, 2]) await evening.report(0, { ...IVORY, occurredOn: ago(day) });
  await evening.report(0, { ...IVORY, occurredOn: ago(8) });
  for (const day of [8, 9]) await evening.report(1, { ...METH, occurredOn: ago(day) });
  const analyst = await evening.open(browser, { agency: 1, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics?from=${ago(6)}&to=${evening.today}`);
  await expect(analyst.locator(".live-live")).toBeVisible();
  const asked: string[] = [];
  analyst.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await analyst.locator(".compare-choice summary").click();
  await analyst.locator(".compare-choice .menu-item").click();
  await expect(analyst).toHaveURL(/than=before/);
  await expect(totals(analyst)).toHaveText(["3", "3"]);
  await expect(head(analyst)).toContainText(words("compare.small_base"));
  const [ivory, meth] = [byGroup(analyst).locator("tbody tr").nth(1), byGroup(analyst).locator("tbody tr").nth(0)];
  await expect(counts(meth)).toHaveText(["0", "2", "\u22122"]);
  await expect(counts(ivory)).toHaveText(["3", "1", "+2"]);
  // On paper the bars are those that the server drew: the chart that lies over them on a screen is not printed.
  await expect(analyst.locator(".lanes-live").first()).toBeVisible();
  await analyst.emulateMedia({ media: "print" });
  await expect(counts(ivory)).toHaveText(["3", "1", "+2"]);
  await expect(ivory.locator(".lane")).toBeVisible();
  await expect(ivory.locator(".than-mark")).toBeVisible();
  await analyst.emulateMedia({ media: "screen" });
  // Another filter holds for both periods. All of it is counted from what the page holds.
  await byGroup(analyst).getByRole("link").nth(1).click();
  await expect(totals(analyst)).toHaveText(["3", "1"]);
  await expect(analyst).toHaveURL(/than=before/);
  expect(asked.filter((path) => /statistics|root|operations\/[^/]+\.data/.test(path))).toEqual([]);
  // The same address says the same to another reader, from the server.
  const other = await evening.open(browser, { agency: 0, role: "analyst" });
  const answer = await (await other.request.get(analyst.url())).text();
  expect(answer.match(/class="compared-total">(\d+)/g)).toEqual([
    'class="compared-total">3',
    'class="compared-total">1',
  ]);
  await other.goto(analyst.url());
  await expect(totals(other)).toHaveText(["3", "1"]);
  await analyst
    .locator(".compare-choice")
    .getByRole("link", { name: /Remove/ })
    .click();
  await expect(analyst).not.toHaveURL(/than/);
  await expect(analyst).toHaveURL(/from=/);
  await expect(head(analyst)).toHaveCount(0);
  await Promise.all([analyst.context().close(), other.context().close(), evening.end()]);
});

test("other days are chosen in a form, unlike stretches are said per day, and without a period one is asked for", async ({
  browser,
}) => {
  const evening = await anEvening(1);
  const ago = (days: number) => addDays(evening.today, -days);
  for (const day of [0, 1, 10, 11]) await evening.report(0, { ...IVORY, occurredOn: ago(day) });
  const analyst = await evening.open(browser, { agency: 0, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics?than=before`);
  const asks = analyst.locator(".compare-asks");
  await expect(analyst.locator(".notice", { hasText: words("compare.needs_period") })).toBeVisible();
  await asks.getByRole("link", { name: words("compare.period.days28") }).click();
  await expect(asks).toHaveCount(0);
  // The operation is younger than four weeks: of what was before it nothing is known, and that is no zero.
  await expect(totals(analyst)).toHaveText(["4"]);
  await expect(head(analyst)).toContainText(words("compare.no_days"));
  await analyst.locator(".compare-choice summary").click();
  await analyst.locator(".compare-form input[name=than_from]").fill(ago(11));
  await analyst.locator(".compare-form input[name=than_to]").fill(ago(10));
  await analyst.getByRole("button", { name: words("compare.go"), exact: true }).click();
  await expect(analyst).toHaveURL(new RegExp(`than_from=${ago(11)}&than_to=${ago(10)}`));
  await expect(analyst).not.toHaveURL(/than=before/);
  await expect(totals(analyst)).toHaveText(["4", "2"]);
  // Two cases in two days, and four in the twenty-one that the operation has had.
  await expect(head(analyst)).toContainText(words("compare.rates", { first: "0.19", second: "1.00" }));
  await expect(counts(byGroup(analyst).locator("tbody tr").first()).last()).toHaveText("\u22120.81 a day");
  await Promise.all([analyst.context().close(), evening.end()]);
});
