import { expect, type Page, test } from "@playwright/test";
import { en } from "#app/messages/en.ts";
import { LOCALES } from "#app/messages/index.ts";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { fillReport } from "./reporting.ts";
import { account, sum, weigh } from "./weighed.ts";

const FIRST_LOAD = 200_000;
const KEYS = Object.keys(en);
const SUBMISSION = 5_000;

/** Texts of refusals and later parts, and of the desk's pages. */
const OTHER_TEXTS = /\/assets\/texts-\w+-(?:post|more)-[^/]+\.json$/;
const LINE = /\/assets\/live-[^/]+\.js$/;

for (const [name, path] of [
  ["the report form", "/seizures/new"],
  ["an officer's first page", ""],
] as const) {
  test(`${name} works on a phone before the line is there, and weighs no more than it may in any language`, async ({
    browser,
    baseURL,
  }) => {
    const officer = await signedIn(browser, "officer.vn", PHONE);
    const operation = await operationAddress(officer, /Exercise/);
    const known = await officer.context().storageState();
    await officer.context().close();
    for (const locale of LOCALES.filter((one) => one !== "pseudo")) {
      const held = { viewport: PHONE, hasTouch: true, isMobile: true };
      const context = await browser.newContext({ ...held, storageState: known });
      await context.addCookies([{ name: "naga_locale", value: locale, url: baseURL ?? "" }]);
      const page = await context.newPage();
      const answers = await weigh(context, page);
      const [line, otherTexts] = [gate(), gate()];
      await page.route(OTHER_TEXTS, async (route) => {
        await otherTexts.come;
        await route.continue();
      });
      await page.route(LINE, async (route) => {
        await line.come;
        await route.continue();
      });
      const lineAsked = page.waitForRequest(LINE);
      await page.goto(operation + path);
      await lineAsked;
      // Taken over by scripts: a menu of the frame answers.
      await page.waitForFunction(() =>
        Object.keys(document.querySelector("main") ?? {}).some((key) => /^__react/.test(key)),
      );

      // The line, what it is made with, and what was asked for after it came later and were waited for by nobody.
      const counted = answers.slice(
        0,
        answers.findIndex((answer) => LINE.test(answer.path)),
      );
      expect.soft(sum(counted), `${locale}: ${account(counted)}`).toBeLessThan(FIRST_LOAD);
      expect
        .soft(
          counted.filter(({ kind }) => kind === "Font"),
          locale,
        )
        .toEqual([]);
      expect.soft(await keysShown(page), locale).toEqual([]);
      line.let();
      otherTexts.let();
      await expect(page.locator(".live-live").first()).toBeAttached();
      await context.close();
    }
  });
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

/** Names of messages where their words should stand; sections that are closed are looked at too. */
async function keysShown(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLDetailsElement>("main details")) section.open = true;
  });
  const text = await page.locator("body").innerText();
  const known = new Set<string>(KEYS);
  return [...text.matchAll(/[a-z_]+(?:\.\w+)+/g)].map(([name]) => name).filter((name) => known.has(name));
}

/** What waits for it goes on once it is opened. */
function gate() {
  let open = () => {};
  const come = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { come, let: () => open() };
}
