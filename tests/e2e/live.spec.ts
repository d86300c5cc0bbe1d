import { expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";

/** The one big number of a page. */
async function casesOn(page: Page): Promise<number> {
  const text = await page.locator(".headline-number").first().textContent();
  return Number((text ?? "").replaceAll(",", ""));
}

/** A mark on the window: a page that was loaded anew has lost it. */
async function markWindow(page: Page) {
  await page.evaluate(() => Object.assign(window, { sameWindow: true }));
}
const isSameWindow = (page: Page) => page.evaluate(() => "sameWindow" in window);

/** The short form, as an officer at Hai Phong fills it. */
async function reportFromPhone(page: Page, operation: string, caseNo: string) {
  await page.goto(`${operation}/seizures/new`);
  await page.getByText(words("slot.I"), { exact: true }).first().click();
  await page.locator('[name="items.0.quantity"]').fill("12.5");
  await page.locator('[name="place.name"]').fill("Haiphong");
  await page.getByRole("option").first().click();
  await page.getByText(words("code.mode.sea_container"), { exact: true }).first().click();
  await page.locator('[name="nationalCaseNo"]').fill(caseNo);
  await page.getByRole("button", { name: words("report.send"), exact: true }).click();
}

test("until the contact point clears it the others see nothing; then their totals, map and charts change with no reload", async ({
  browser,
}) => {
  const officer = await signedIn(browser, "officer.vn", PHONE);
  const contact = await signedIn(browser, "ncp.vn");
  const thai = await signedIn(browser, "ncp.th");
  const lao = await signedIn(browser, "ncp.la");
  const operation = await operationAddress(thai, /Exercise/);
  await thai.goto(`${operation}/statistics`);
  await lao.goto(`${operation}/map`);
  for (const page of [thai, lao]) {
    await expect(page.locator(".live-live")).toBeVisible();
    await markWindow(page);
  }
  const [before, onMap] = [await casesOn(thai), await casesOn(lao)];

  const caseNo = `E2E-${Date.now()}`;
  await reportFromPhone(officer, operation, caseNo);
  await expect(
    officer
      .getByText(words("today.report.in_clearance", { step: 0, steps: 1 }))
      .or(officer.getByText(/clearance/i))
      .first(),
  ).toBeVisible();
  expect([await casesOn(thai), await casesOn(lao)]).toEqual([before, onMap]);

  await contact.goto(operation);
  await contact.locator(".waiting a").first().click();
  await contact
    .getByRole("button", { name: words("seizure.clear") })
    .first()
    .click();

  await expect.poll(() => casesOn(thai)).toBe(before + 1);
  await expect.poll(() => casesOn(lao)).toBe(onMap + 1);
  expect(await isSameWindow(thai)).toBe(true);
  expect(await isSameWindow(lao)).toBe(true);
  for (const page of [officer, contact, thai, lao]) await page.context().close();
});
