import { expect, type Page, test } from "@playwright/test";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { operationAddress, signedIn, words } from "./people.ts";

const IVORY = { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] };
const METH = { items: [aSeizureItem({ commodity: "D1.meth_crystal" })] };

const headline = (page: Page) => page.locator(".headline-number").first();
const numberOf = async (page: Page) => Number((await headline(page).innerText()).replaceAll(/\D/g, ""));
const notice = (page: Page) => page.locator(".notice-warn", { hasText: words("known.now") });

async function openMap(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator(".map-canvas")).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
  await expect(page.locator(".live-live")).toBeVisible();
}

test("a correction made later does not show in the earlier moment, and what comes in is told and changes nothing", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  const corrected = await evening.report(0, IVORY);
  await evening.report(1, METH);
  const between = new Date().toISOString();
  await evening.correct(0, corrected, METH);
  await evening.report(2, METH);
  const analyst = await evening.open(browser, { agency: 2, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics?known=${between}`);
  await expect(headline(analyst)).toHaveText("2");
  await expect(notice(analyst)).toContainText(words("known.text", { before: 2, now: 3 }));
  await expect(analyst.locator(".live-live")).toBeVisible();
  await evening.report(1, IVORY);
  await expect(notice(analyst)).toContainText(words("known.text", { before: 2, now: 4 }));
  await expect(headline(analyst)).toHaveText("2");

  await openMap(analyst, `${evening.operation}/map?known=${between}`);
  await expect(analyst.locator(".map-side .reports > li")).toHaveCount(2);
  await expect(headline(analyst)).toHaveText("2");
  // What was ivory then is ivory there, though its owner says otherwise now.
  await openMap(analyst, `${evening.operation}/map?known=${between}&slot=I`);
  await expect(headline(analyst)).toHaveText("1");
  await notice(analyst)
    .getByRole("link", { name: words("known.now") })
    .click();
  await expect(analyst).not.toHaveURL(/known=/);
  await expect(headline(analyst)).toHaveText("1");
  await expect(analyst.locator(".map-side")).toContainText(words("totals.of_all", { n: 4 }));
  await evening.correct(1, await evening.report(1, IVORY), METH);
  await expect(headline(analyst)).toHaveText("1");
  await Promise.all([analyst.context().close(), evening.end()]);
});

test("a moment is chosen by day and time of the operation, stands as a chip, and is taken away again", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  await evening.report(0, IVORY);
  const analyst = await evening.open(browser, { agency: 1, role: "analyst" });
  await analyst.goto(`${evening.operation}/statistics`);
  await analyst.locator(".known-choice summary").click();
  await analyst.locator(".known-form input[name=known]").fill(`${evening.today}T00:01`);
  await analyst.getByRole("button", { name: words("known.show") }).click();
  await expect(analyst).toHaveURL(/known=/);
  await expect(analyst.getByText(words("statistics.none"))).toBeVisible();
  await expect(notice(analyst)).toContainText("00:01");
  await analyst
    .locator(".known-choice")
    .getByRole("link", { name: /Remove/ })
    .click();
  await expect(headline(analyst)).toHaveText("1");
  await expect(notice(analyst)).toHaveCount(0);
  await Promise.all([analyst.context().close(), evening.end()]);
});

test("an operation is played by either clock, and a moment that was played is the moment of the server", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  const operation = await operationAddress(page, /Demo/);
  await openMap(page, `${operation}/map`);
  const all = await numberOf(page);
  await page.getByRole("button", { name: words("linked.pace.week") }).click();
  await page.getByRole("button", { name: words("linked.play") }).click();
  await expect.poll(() => numberOf(page)).toBeLessThan(all);
  await page.getByRole("button", { name: words("linked.stop") }).click();
  await expect(page).toHaveURL(/to=/);

  await openMap(page, `${operation}/map`);
  await page.getByRole("button", { name: words("known.clock.known") }).click();
  await page.getByRole("button", { name: words("known.pace.week") }).click();
  await page.getByRole("button", { name: words("linked.play") }).click();
  await expect.poll(() => numberOf(page)).toBeLessThan(all);
  await expect.poll(() => numberOf(page)).toBeGreaterThan(3);
  await page.getByRole("button", { name: words("linked.stop") }).click();
  await expect(page).toHaveURL(/known=/);
  await expect(notice(page)).toBeVisible();
  const stopped = await numberOf(page);
  expect(stopped).toBeLessThan(all);
  await page.goto(page.url().replace("/map", "/statistics"));
  await expect(headline(page)).toHaveText(String(stopped));
  // By keyboard to the present.
  await openMap(page, page.url().replace("/statistics", "/map"));
  await page.getByRole("slider", { name: words("known.slider") }).press("End");
  await expect(page).not.toHaveURL(/known=/);
  await expect(headline(page)).toHaveText(String(all));
  await page.context().close();
});
