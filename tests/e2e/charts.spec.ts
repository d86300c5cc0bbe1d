import { expect, type Page, test } from "@playwright/test";
import { addDays } from "#app/domain/calendar.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { words } from "./people.ts";

const IVORY = { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] };

const panel = (page: Page, title: Parameters<typeof words>[0]) => page.getByRole("region", { name: words(title) });
const listed = (page: Page) => page.locator(".seizure-table tbody tr");

test("numbers of days and of flows lead to the reports that they count", async ({ browser }) => {
  const evening = await anEvening(1);
  const ago = (days: number) => addDays(evening.today, -days);
  for (const day of [0, 3, 3]) await evening.report(0, { ...IVORY, occurredOn: ago(day) });
  const analyst = await evening.open(browser, { agency: 0, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics`);
  await expect(analyst.locator(".live-live")).toBeVisible();
  const delays = panel(analyst, "figure.title.byDelay");
  await expect(delays.locator(".delay-median")).not.toBeEmpty();
  await delays.getByRole("link", { name: words("figure.delay.between", { from: 2, to: 7 }) }).click();
  await expect(analyst).toHaveURL(/behind=delay/);
  await expect(analyst.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(listed(analyst)).toHaveCount(2);
  await analyst.goBack();
  const flows = panel(analyst, "figure.title.flows");
  const seized = flows.locator(".flow-at-s a").first();
  await expect(seized).toContainText("3");
  await seized.click();
  await expect(analyst).toHaveURL(/behind=flow/);
  await expect(listed(analyst)).toHaveCount(3);
  await Promise.all([analyst.context().close(), evening.end()]);
});

test("a reader chooses what one chart adds up; it stays in the address and says the same from the server", async ({
  browser,
}) => {
  const evening = await anEvening(1);
  await evening.report(0, IVORY);
  const analyst = await evening.open(browser, { agency: 0, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics?order=rank`);
  await expect(analyst.locator(".live-live")).toBeVisible();
  const modes = panel(analyst, "figure.title.byMode");
  await modes.locator(".chart-choice summary").click();
  await modes.getByLabel(words("choice.measure")).selectOption("persons");
  await modes.getByLabel(words("choice.split")).selectOption("reporter");
  await modes.locator(".chart-choice-form button").click();
  await expect(analyst).toHaveURL(/m\.byMode=persons/);
  await expect(analyst).toHaveURL(/s\.byMode=reporter/);
  await expect(analyst).toHaveURL(/order=rank/);
  const title = words("choice.title", { measure: words("pivot.measure.persons"), rows: words("pivot.key.mode") });
  const chosen = analyst.getByRole("region", { name: title });
  await expect(chosen.locator("table")).toContainText(words("pivot.key.mode"));
  await expect(modes).toHaveCount(0);
  const answer = await (await analyst.request.get(analyst.url())).text();
  expect(answer).toContain(`${title}</h2>`);
  await Promise.all([analyst.context().close(), evening.end()]);
});
