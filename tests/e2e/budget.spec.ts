import { expect, test } from "@playwright/test";
import { LOCALES } from "#app/messages/index.ts";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { fillReport } from "./reporting.ts";
import { account, sum, weigh } from "./weighed.ts";

const FIRST_LOAD = 200_000;
const SUBMISSION = 5_000;

/** Letters of a language that the device itself cannot draw: phones have them, this browser has none. */
const LETTERS = /\/assets\/(fonts-letters|fonts-chinese|noto-)/;

for (const [name, path] of [
  ["the report form", "/seizures/new"],
  ["an officer's first page", ""],
] as const) {
  for (const locale of LOCALES.filter((one) => one !== "pseudo")) {
    test(`${name} comes to a phone that has nothing kept in less than 200 KB, all counted, in ${locale}`, async ({
      browser,
      baseURL,
    }) => {
      const officer = await signedIn(browser, "officer.vn", PHONE);
      const operation = await operationAddress(officer, /Exercise/);
      const known = await officer.context().storageState();
      await officer.context().close();
      const held = { viewport: PHONE, hasTouch: true, isMobile: true };
      const context = await browser.newContext({ ...held, storageState: known });
      await context.addCookies([{ name: "naga_locale", value: locale, url: baseURL ?? "" }]);
      const page = await context.newPage();
      const answers = await weigh(context, page);
      await page.goto(operation + path);
      await expect(page.locator(".live-live").first()).toBeAttached();
      await page.evaluate(() => document.fonts.ready);

      const counted = answers.filter(({ path }) => !LETTERS.test(path));
      expect(sum(counted), account(counted)).toBeLessThan(FIRST_LOAD);
      await context.close();
    });
  }
}

test("a report goes out in less than 5 KB", async ({ browser }) => {
  const page = await signedIn(browser, "officer.la", PHONE);
  const operation = await operationAddress(page, /Exercise/);
  await fillReport(page, operation, {
    slot: words("slot.G"),
    commodity: words.commodity("F1.pangolin_scales"),
    amount: "4.75",
    place: "Wattay",
    country: "Lao PDR",
    caseNo: "VTE-WEIGHED-1",
  });
  const sending = page.waitForRequest((request) => request.method() === "POST" && /seizures\/new/.test(request.url()));
  await page.locator(".report-foot button[name=send]").click();
  const request = await sending;
  await request.response();
  const { requestHeadersSize, requestBodySize } = await request.sizes();
  expect(requestHeadersSize + requestBodySize).toBeLessThan(SUBMISSION);
  await page.context().close();
});
