import { expect, type Page, test } from "@playwright/test";
import { operationAddress, signedIn, words } from "./people.ts";

const headline = (page: Page) => page.locator(".headline-number");
const split = (page: Page) => page.getByRole("region", { name: words("across.split") });
const numberIn = async (page: Page) => Number((await headline(page).innerText()).replace(/\D/g, ""));

/** What the own page of an operation counts under a filter. */
async function ownCount(page: Page, operation: string, query: string): Promise<number> {
  const answer = await page.request.get(`${operation}/statistics?${query}`);
  const [, said = ""] = /class="headline-number">([^<]*)</.exec(await answer.text()) ?? [];
  return Number(said.replace(/\D/g, ""));
}

test("figures of two operations stand together and apart, are filtered together, and lead to each operation's own page", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  const operations = [await operationAddress(page, /Exercise/), await operationAddress(page, /Mekong Dragon/)];
  expect(new Set(operations).size).toBe(2);
  const together = async (query: string) => {
    const counts = await Promise.all(operations.map((operation) => ownCount(page, operation, query)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  await page.goto("/");
  await page.getByRole("link", { name: words("across.title") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words("across.title") })).toBeVisible();
  expect(await numberIn(page)).toBe(await together(""));
  await expect(split(page).locator(".across-multiple")).toHaveCount(2);
  await expect(page.getByText(words("across.note"))).toBeVisible();

  // The numbers of the small charts as a table add up to the total.
  await split(page).getByText(words("figure.as_table")).click();
  const totals = split(page).locator(".figure-numbers .bar-total");
  const rows = (await totals.allInnerTexts()).map((said) => Number(said.replace(/\D/g, "")));
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(await numberIn(page));

  // One filter for all of them, in the address.
  await page.locator(".statistics-filter summary").click();
  await page.getByLabel("Viet Nam", { exact: true }).check();
  await page.getByRole("button", { name: words("figure.filter.go") }).click();
  await expect(page).toHaveURL(/reporter=VN/);
  await expect(page.locator(".chip-removable")).toHaveCount(1);
  await expect(headline(page)).toHaveText(String(await together("reporter=VN")));

  // One of the two alone: the filter stays, and each small chart leads home with it.
  await page.locator(".across-choice summary").click();
  await page.locator(".across-operations input").first().uncheck();
  await page.getByRole("button", { name: words("across.go") }).click();
  await expect(page).toHaveURL(/operation=.*reporter=VN|reporter=VN.*operation=/);
  await expect(split(page).locator(".across-multiple")).toHaveCount(1);
  const alone = await numberIn(page);
  await split(page).locator(".across-multiple a").click();
  await expect(page).toHaveURL(/operations\/[^/]+\/statistics\?.*reporter=VN/);
  await expect(page.getByRole("heading", { level: 1, name: words("shell.place.figures") })).toBeVisible();
  expect(await numberIn(page)).toBe(alone);
});

test("who takes part in one operation is shown no way to several", async ({ browser }) => {
  const page = await signedIn(browser, "admin");
  await page.goto("/across");
  await expect(page.getByText(words("across.none"), { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: words("across.title") })).toHaveCount(0);
});
