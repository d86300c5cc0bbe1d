import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { addressesOf, PAGES } from "./pages.ts";
import { complaints, DESK, foreignRequests, PHONE, signedIn } from "./people.ts";

/** Where pictures of every screen go, when somebody wants to look at them. */
const PICTURES = process.env.NAGA_PICTURES;
const THEMES = ["dark", "light"] as const;

for (const [login, paths] of Object.entries(PAGES)) {
  for (const size of [DESK, PHONE]) {
    test(`every page of ${login} is accessible, fits, and asks nothing of another host, ${size.width} px`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      const page = await signedIn(browser, login, size);
      // Nothing is looked at on its way from one colour to the other.
      await page.emulateMedia({ reducedMotion: "reduce" });
      const foreign = foreignRequests(page.context(), baseURL ?? "");
      const heard = complaints(page);
      const addresses = await addressesOf(page, paths);
      for (const [index, address] of addresses.entries()) {
        await page.goto(address);
        for (const theme of THEMES) {
          await look(page, theme);
          await picture(page, `${login}${paths[index]}-${theme}-${size.width}`);
          expect.soft(await findings(page, rulesFor(theme, size)), `${paths[index]} in ${theme}`).toEqual([]);
        }
      }
      expect.soft(foreign).toEqual([]);
      expect.soft(heard).toEqual([]);
      await page.context().close();
    });
  }
}

/** Drawn to the end: hydrated, live where it is an operation's page, and in the theme. */
async function look(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await expect(page.locator('link[href*="chinese"]').first()).toBeAttached();
  await expect(page.locator(".live:not(.live-live)")).toHaveCount(0);
  await expect(page.locator(".map-waiting")).toHaveCount(0);
  await page.locator("html").evaluate((html, value) => html.setAttribute("data-theme", value), theme);
  for (const map of await page.locator(".map-canvas").all()) {
    await expect(map).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
  }
}

/** A page is looked through whole once for each width; in the other theme of the wide one for its colours. */
function rulesFor(theme: (typeof THEMES)[number], size: typeof DESK): "all" | "colours" | "none" {
  if (size === PHONE) return theme === "light" ? "all" : "none";
  return theme === "dark" ? "all" : "colours";
}

async function findings(page: Page, rules: "all" | "colours" | "none"): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules === "colours") axe.withRules(["color-contrast"]);
  const violations = rules === "none" ? [] : (await axe.analyze()).violations;
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)}`)),
    ...(over > 0 ? [`${over} px wider than the window`] : []),
  ];
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name.replace(/[/@]+/g, "_")}.png` });
}
