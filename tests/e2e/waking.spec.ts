import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn } from "./people.ts";

declare global {
  interface Window {
    /** How often something else could come in between while React took the page over. */
    gaps?: number;
  }
}

// A tap into a page that is half taken over can break React's taking over off for good, so it has to be one task.
test("on a slow phone scripts take the report form over in one go, and a tap before that is kept", async ({
  browser,
}) => {
  const page = await signedIn(browser, "officer.vn", PHONE);
  const operation = await operationAddress(page, /Exercise/);
  const phone = await page.context().newCDPSession(page);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const has = (node: object | null, key: string) => Object.keys(node ?? {}).some((name) => name.startsWith(key));
    const radio = () => document.querySelector<HTMLInputElement>("input[type=radio][value=G]");
    let tapped = false;
    let gaps = 0;
    const look = () => {
      if (!tapped) radio()?.click();
      tapped ||= radio() !== null;
      if (has(radio(), "__reactProps")) {
        window.gaps = gaps;
        return;
      }
      if (has(document, "_reactListening")) gaps++;
      setTimeout(look, 0);
    };
    look();
  });
  await page.goto(`${operation}/seizures/new`);
  await page.waitForFunction(() => window.gaps !== undefined);
  expect(await page.evaluate(() => window.gaps)).toBeLessThan(6);
  await expect(page.locator("input[type=radio][value=G]")).toBeChecked();
  // Only the kinds of what was chosen are left when scripts run.
  await expect(page.locator(".goods-kinds")).toHaveCount(1);
  await page.context().close();
});
