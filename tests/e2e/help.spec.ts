import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn } from "./people.ts";

test("an officer reads each topic of the help in two screens of a phone, in either language", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "officer.vn", PHONE);
  await page.setViewportSize({ width: 360, height: 740 });
  const operation = await operationAddress(page, /Exercise/);
  for (const locale of ["en", "vi"]) {
    await page.context().addCookies([{ name: "naga_locale", value: locale, url: baseURL ?? "" }]);
    for (const topic of ["tallies", "clearance", "watch", "links", "imports", "exports", "filter", "clocks"]) {
      await page.goto(`${operation}/help?topic=${topic}`);
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale}`));
      // A phone draws with its own letters first; measured are ours, which follow.
      await expect(page.locator("html")).toHaveAttribute("data-letters", "ours");
      await page.evaluate(() => document.fonts.ready);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect.soft(height, `${topic} in ${locale}`).toBeLessThanOrEqual(2 * 740);
    }
  }
  await page.context().close();
});
