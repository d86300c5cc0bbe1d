import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { acknowledged, fillReport, sendReport, startedDraft, type Told } from "./reporting.ts";

const SCALES: Told = {
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "3.5",
  place: "Wattay",
  country: "Lao PDR",
  caseNo: "VTE-LINE-1",
};

test("a report sent into a line that is gone stays in the form, and goes out once when it is back", async ({
  browser,
}) => {
  const page = await signedIn(browser, "officer.la", PHONE);
  const operation = await operationAddress(page, /Exercise/);
  await fillReport(page, operation, SCALES);
  await page.context().setOffline(true);
  await page.locator(".report-foot button[name=send]").click();
  await expect(page.getByText(words("report.lost.title"))).toBeVisible();
  await expect(page.getByLabel(words("report.how_much"), { exact: true }).first()).toHaveValue("3.5");
  await page.context().setOffline(false);
  // It goes out by itself.
  const address = await acknowledged(page);

  await page.goto(`${operation}/seizures`);
  await expect(page.getByRole("link", { name: /3\.5/ }).first()).toBeVisible();
  await expect(page.locator(`a[href^="${address}"]`)).toHaveCount(1);
  await page.context().close();
});

test("a page that renews itself while the server is away stays as it is, and has the news once it is back", async ({
  browser,
}) => {
  const [chief, officer] = [await signedIn(browser, "ncp.la", PHONE), await signedIn(browser, "officer.la", PHONE)];
  const operation = await operationAddress(chief, /Exercise/);
  await chief.goto(`${operation}/clearance`);
  await expect(chief.locator(".live-live")).toBeVisible();
  await chief.evaluate(() => Reflect.set(window, "opened", "once"));
  await chief.route(/\.data(\?|$)/, (route) => route.abort());
  const tried = chief.waitForEvent("requestfailed");
  await fillReport(officer, operation, { ...SCALES, amount: "8.125", caseNo: "VTE-AWAY-1" });
  await sendReport(officer);
  await tried;
  await expect(chief.getByRole("heading", { level: 1, name: words("clearance.title") })).toBeVisible();
  await expect(chief.getByText(/8\.125/)).toHaveCount(0);
  await chief.unroute(/\.data(\?|$)/);
  await expect(chief.getByText(/8\.125/).first()).toBeVisible();
  expect(await chief.evaluate(() => Reflect.get(window, "opened"))).toBe("once");
  for (const page of [chief, officer]) await page.context().close();
});

test("two who write on one draft see both versions, and neither is lost", async ({ browser }) => {
  const officer = await signedIn(browser, "officer.th");
  const operation = await operationAddress(officer, /Exercise/);
  const draft = await startedDraft(officer, operation);
  const contact = await signedIn(browser, "ncp.th");
  for (const page of [officer, contact]) await page.goto(draft);
  const amount = (page: typeof officer) => page.getByLabel(words("report.how_much"), { exact: true }).first();
  await amount(officer).fill("12");
  await officer.locator("button[name=send][value=draft]").click();
  await expect(officer.locator(".sent")).toBeVisible();

  await amount(contact).fill("15");
  await contact.locator("button[name=send][value=draft]").click();
  await expect(contact.getByText(words("report.stale.title")).first()).toBeVisible();
  await expect(amount(contact)).toHaveValue("15");
  await contact.getByRole("button", { name: words("report.stale.take_theirs") }).click();
  await expect(amount(contact)).toHaveValue("12");
  for (const page of [officer, contact]) await page.context().close();
});

test("by keyboard alone: N begins a report, / goes to the search, a row opens, and Escape closes a dialog", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ncp.th");
  const operation = await operationAddress(page, /Exercise/);
  await page.goto(`${operation}/seizures?reporter=TH`);
  await expect(page.locator(".live-live")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("Mukdahan");
  await page.keyboard.press("Enter");
  // The address is there before the list is: a row of the former list would go from under the keyboard.
  await expect(page.getByText("“Mukdahan”")).toBeVisible();
  await page
    .getByRole("link", { name: /^EXERCISE-TH-/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/seizures\/[0-9a-f-]{36}/);

  await page.getByRole("button", { name: words("seizure.withdraw") }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: words("seizure.withdraw") })).toBeFocused();

  await page.keyboard.press("n");
  await page.waitForURL(/\/seizures\/new/);
  await page.context().close();
});

test("without a line a page that is turned to says so, and comes when it is back", async ({ browser }) => {
  const page = await signedIn(browser, "ncp.la", PHONE);
  const operation = await operationAddress(page, /Exercise/);
  await page.goto(`${operation}/statistics`);
  await expect(page.locator(".live-live")).toBeVisible();
  await page.locator(`nav a[href="${operation}"]:visible`).first().click();
  await expect(page.getByRole("link", { name: words("today.figures") })).toBeVisible();
  await page.context().setOffline(true);
  await page.locator('nav a[href$="/statistics"]:visible').first().click();
  await expect(page.getByRole("heading", { name: words("error_page.no_line.title") })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("link", { name: words("error_page.again") }).click();
  await expect(page.locator(".live-live")).toBeVisible();
  await page.context().close();
});
