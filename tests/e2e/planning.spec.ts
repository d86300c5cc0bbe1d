import { expect, test } from "@playwright/test";
import { openOperation } from "./leading.ts";
import { signedIn, words } from "./people.ts";

test("a changed plan shows on open pages by itself, and takes nothing from the hands of who is writing", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "lead.vn");
  const operation = await openOperation(lead, {
    code: `PLAN${Date.now() % 100_000}`,
    name: "Plan in motion",
    agencies: { "Customs, Thailand": "ncp.th@naga.example" },
  });

  const reader = await signedIn(browser, "ncp.th");
  await reader.goto(`${operation}/plan`);
  await reader.evaluate(() => Object.assign(window, { notReloaded: true }));
  const second = await signedIn(browser, "lead.vn");
  await second.goto(`${operation}/plan/change`);
  await second.getByLabel(words("plan.objectives"), { exact: true }).fill("Typed, and not sent yet");

  await lead.goto(`${operation}/plan/change`);
  await lead.getByLabel(words("plan.name"), { exact: true }).fill("Plan renamed");
  await lead.getByRole("button", { name: words("plan.change.submit", { n: 2 }) }).click();
  await lead.waitForURL(/\/plan$/);

  await expect(reader.locator("main, header").getByText("Plan renamed").first()).toBeVisible();
  expect(await reader.evaluate(() => "notReloaded" in window)).toBe(true);

  await expect(second.getByText("Plan renamed").first()).toBeVisible();
  await expect(second.getByLabel(words("plan.objectives"), { exact: true })).toHaveValue("Typed, and not sent yet");
  await second.getByRole("button", { name: words("plan.change.submit", { n: 2 }) }).click();
  await expect(second.getByText(words("plan.stale", { n: 2 }))).toBeVisible();
  await expect(second.getByLabel(words("plan.objectives"), { exact: true })).toHaveValue("Typed, and not sent yet");
  for (const page of [lead, reader, second]) await page.context().close();
});
