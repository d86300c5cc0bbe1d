import { expect, type Page, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { words } from "./people.ts";

const THREE = { nil: false, groups: [{ group: "D1", cases: 3, quantities: [{ quantity: "5", unit: "kg" }] }] };

test("agencies see each other once the plan shows it, whoever will not be shown is not; totals go by cases or by tallies", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  const contact = await evening.open(browser, { agency: 0, role: "ncp" });
  const other = await evening.open(browser, { agency: 1, role: "ncp" });
  const lead = await evening.open(browser, { agency: 2, role: "lead" });
  for (const page of [contact, other]) await page.goto(evening.operation);
  await expect(contact.getByText(words("today.waits.none"))).toBeVisible();
  await expect(contact.locator(".here")).toHaveCount(0);

  await lead.goto(`${evening.operation}/plan/change`);
  await lead.getByLabel(words("plan.presence")).check();
  await lead.getByRole("button", { name: words("plan.change.submit", { n: 2 }) }).click();
  await lead.waitForURL(/\/plan$/);
  for (const page of [contact, other]) {
    await page.reload();
    await expect(here(page, 2)).toBeVisible();
  }

  await here(other, 2).click();
  await other.getByRole("link", { name: words("presence.choose") }).click();
  await other.getByRole("button", { name: words("presence.me.hide") }).click();
  await expect(other.getByText(words("presence.me.hidden"))).toBeVisible();
  await expect(here(contact, 1)).toBeVisible();
  await expect(here(other, 2)).toHaveCount(0);

  expect(await evening.post(0, THREE)).toBe(200);
  await lead.goto(`${evening.operation}/statistics`);
  await lead.getByRole("link", { name: words("totals.by.tallies") }).click();
  await expect(lead.locator(".headline-number").first()).toHaveText("3");
  await lead.getByRole("link", { name: words("totals.by.cases") }).click();
  await expect(lead.getByText(words("totals.by.cases.note"))).toBeVisible();
  await expect(lead.getByText(words("statistics.none"))).toBeVisible();
  for (const page of [contact, other, lead]) await page.context().close();
  await evening.end();
});

const here = (page: Page, n: number) => page.locator(`.here[aria-label="${words("presence.here", { n })}"]`);
