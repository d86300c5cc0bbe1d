import { expect, type Page, test } from "@playwright/test";
import { addressesOf, PAGES } from "./pages.ts";
import { operationAddress, PHONE, signedIn } from "./people.ts";

for (const [login, paths] of Object.entries(PAGES)) {
  test(`every text of ${login}'s pages comes from a catalogue, and longer words fit`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await signedIn(browser, login);
    const addresses = await addressesOf(page, paths);
    await page.context().addCookies([{ name: "naga_locale", value: "pseudo", url: baseURL ?? "" }]);
    for (const address of addresses) {
      const data = await (await page.request.get(address)).text();
      await page.goto(address);
      expect.soft(untranslated(await textsOf(page), data), address).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(over, `${address} is wider than its window`).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
}

test("an officer reads each topic of the help in two screens of a phone, in either language", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "officer.vn", PHONE);
  await page.setViewportSize({ width: 360, height: 740 });
  const operation = await operationAddress(page, /Exercise/);
  for (const locale of ["en", "vi"]) {
    await page.context().addCookies([{ name: "naga_locale", value: locale, url: baseURL ?? "" }]);
    for (const topic of ["tallies", "clearance", "watch"]) {
      await page.goto(`${operation}/help?topic=${topic}`);
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale}`));
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect.soft(height, `${topic} in ${locale}`).toBeLessThanOrEqual(2 * 740);
    }
  }
  await page.context().close();
});

function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const hidden = node.parentElement?.closest("script, style, noscript, title");
      if (!hidden) texts.push(node.textContent ?? "");
    }
    return texts;
  });
}

const CALENDAR = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Pseudo)$/;

/**
 * Words in plain letters that are no data: the pseudo-language accents what a catalogue gave, the page's own data
 * carries names and codes, and dates are written by the browser.
 */
function untranslated(texts: readonly string[], data: string): string[] {
  const words = texts.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u));
  const plain = words.filter((word) => /^[A-Za-z]{3,}$/.test(word) && !CALENDAR.test(word));
  return [...new Set(plain)].filter((word) => !data.includes(word));
}
