import { expect, type Page, test } from "@playwright/test";
import { addDays } from "#app/domain/calendar.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { operationAddress, signedIn, words } from "./people.ts";

const IVORY = { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] };
const METH = { items: [aSeizureItem({ commodity: "D1.meth_crystal" })] };

const headline = (page: Page) => page.locator(".headline-number");
const split = (page: Page) => page.getByRole("region", { name: words("across.split") });
const multiples = (page: Page) => split(page).locator(".across-multiple-head b");
const byGroup = (page: Page) => page.getByRole("region", { name: words("figure.title.byGroup") });

test("figures of two operations stand together and apart, are filtered together, and lead to each operation's own page", async ({
  browser,
}) => {
  const [first, second] = [await anEvening(2), await anEvening(1)];
  await first.alsoIn(second);
  for (const day of [0, 1, 2]) await first.report(0, { ...IVORY, occurredOn: addDays(first.today, -day) });
  await first.report(1, METH);
  await second.report(0, IVORY);
  await second.report(0, METH);
  const page = await first.open(browser, { agency: 0, role: "analyst" });
  await page.goto("/");
  await page.getByRole("link", { name: words("across.title") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words("across.title") })).toBeVisible();
  await expect(headline(page)).toHaveText("6");
  await expect(page.getByText(words("across.note"))).toBeVisible();
  expect((await multiples(page).allInnerTexts()).sort()).toEqual(["2", "4"]);

  // The numbers of the small charts as a table add up to the total.
  await split(page).getByText(words("figure.as_table")).click();
  const counts = await split(page).locator(".figure-numbers .bar-total").allInnerTexts();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(6);

  // A row of a panel filters all of it; the address says so.
  await byGroup(page).getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/group=/);
  await expect(page.locator(".chip-removable")).toHaveCount(1);
  await expect(headline(page)).toHaveText("4");
  expect((await multiples(page).allInnerTexts()).sort()).toEqual(["1", "3"]);

  // One of the two alone: the filter stays, and its small chart leads home with it.
  await page.locator(".across-choice summary").click();
  const id = first.operation.slice("/operations/".length);
  await page.locator(`.across-operations input:not([value="${id}"])`).uncheck();
  await page.getByRole("button", { name: words("across.go") }).click();
  await expect(multiples(page)).toHaveText(["3"]);
  await expect(headline(page)).toHaveText("3");
  await expect(page).toHaveURL(new RegExp(`operation=${id}`));
  await split(page).locator(".across-multiple a").click();
  await expect(page).toHaveURL(new RegExp(`${first.operation}/statistics\\?group=`));
  await expect(page.getByRole("heading", { level: 1, name: words("shell.place.figures") })).toBeVisible();
  await expect(headline(page)).toHaveText("3");

  // Who takes part in the second alone sees nothing of the first, also by its id.
  const stranger = await second.open(browser, { agency: 0, role: "analyst" });
  await stranger.goto(`/across?operation=${id}`);
  await expect(headline(stranger)).toHaveText("2");
  await expect(stranger.getByText(id.slice(0, 20))).toBeVisible();
  await expect(stranger.getByRole("link", { name: words("across.title") })).toHaveCount(0);
  await Promise.all([first.end(), second.end()]);
});

test("an exercise is added to nothing else: each kind is counted for itself, one choice away", async ({ browser }) => {
  const page = await signedIn(browser, "analyst");
  const exercise = await operationAddress(page, /Exercise/);
  await page.goto("/across");
  await expect(split(page).locator(".across-multiple a")).toHaveText([/Demo/]);
  await page.locator(".across-choice summary").click();
  await page.locator(".across-apart a").click();
  await expect(split(page).locator(".across-multiple a")).toHaveText([/Exercise/]);
  const alone = await headline(page).innerText();
  await page.goto(`${exercise}/statistics`);
  await expect(headline(page)).toHaveText(alone);
  await page.goto(`/across?operation=${exercise.split("/")[2]}&operation=${crypto.randomUUID()}`);
  await expect(headline(page)).toHaveText(alone);
});

test("who reads facts in no operation is told so", async ({ browser }) => {
  const page = await signedIn(browser, "observer");
  await page.goto("/across");
  await expect(page.getByText(words("across.none"), { exact: true })).toBeVisible();
});
