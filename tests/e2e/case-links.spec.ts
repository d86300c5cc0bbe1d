import { expect, type Page, test } from "@playwright/test";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { complaints, PHONE, words } from "./people.ts";

const MARK = "Golden Horn 7";
const marked = { items: [aSeizureItem({ brand: MARK })], route: [] };

test("an analyst links two seizures, a contact point sees it at once and takes it back, and dismissed they stay away until something is new", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  const one = await evening.report(0, marked);
  const other = await evening.report(1, {
    ...marked,
    items: [aSeizureItem({ brand: "GOLDEN-HORN 7", quantity: "3" })],
  });
  const analyst = await evening.open(browser, { agency: 2, role: "analyst" });
  const contact = await evening.open(browser, { agency: 0, role: "ncp" }, PHONE);
  const heard = [complaints(analyst), complaints(contact)];

  await analyst.goto(`${evening.operation}/statistics`);
  await analyst.getByRole("link", { name: words("links.page.title") }).click();
  const card = analyst.locator(".link-card");
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(words("links.reason.mark", { what: "GOLDEN-HORN 7", n: 2 }));
  await expect(card).toContainText(words("links.reason.close", { n: 0 }));

  await contact.goto(one);
  const beside = contact.locator(".links-section .link-card");
  await expect(beside).toContainText(words("links.state.open"));
  await expect(contact.locator(".live")).toBeVisible();
  await card.getByText(words("links.note"), { exact: true }).first().click();
  await card.getByRole("textbox").fill("Same sender");
  await card.getByRole("button", { name: words("links.answer.linked") }).click();
  await expect(analyst.getByText(words("links.done.linked"))).toBeVisible();
  await expect(analyst.getByText(words("links.page.none.open"))).toBeVisible();
  await analyst.getByRole("link", { name: words("links.page.view.linked", { n: 1 }) }).click();
  await expect(analyst.getByText(words("links.page.group", { n: 2 }))).toBeVisible();

  // Whoever has one of the cases open is told without asking.
  await expect(beside).toContainText(words("links.state.linked"));
  await expect(beside).toContainText("Same sender");
  await beside.getByRole("link").first().click();
  await contact.waitForURL((url) => url.pathname === other);
  await contact.getByRole("button", { name: words("links.answer.open") }).click();
  await expect(contact.getByText(words("links.done.open"))).toBeVisible();
  await contact.getByRole("button", { name: words("links.answer.apart") }).click();
  await expect(contact.getByText(words("links.done.apart"))).toBeVisible();

  await byKeyboard(analyst, `${evening.operation}/links?view=apart`);
  for (const complaint of heard) expect(complaint).toEqual([]);
  await Promise.all([analyst, contact].map((page) => page.context().close()));
  await evening.end();
});

/** What was dismissed is there with its history; its first case opens by a key. */
async function byKeyboard(page: Page, address: string) {
  await page.goto(address);
  const card = page.locator(".link-card");
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(words("links.before", { n: 2 }));
  await expect(card).toHaveAttribute("aria-current", "true");
  await page.locator("body").press("o");
  await page.waitForURL(/\/seizures\/[0-9a-f-]{36}$/);
}
