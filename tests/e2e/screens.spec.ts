import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { namesOutsideOn } from "./names-outside.ts";
import { formsUnderOneCommand } from "./own-commands.ts";
import { addressesOf, PAGES } from "./pages.ts";
import { complaints, DESK, foreignRequests, PHONE, signedIn } from "./people.ts";
import { untranslatedOn } from "./untranslated.ts";

/** Where pictures of every screen go, when somebody wants to look at them. */
const PICTURES = process.env.NAGA_PICTURES;
const THEMES = ["dark", "light"] as const;
const ROWS_LOOKED_AT = 25;

test.use({ baseURL: process.env.NAGA_E2E_SCREENS_ADDRESS });

for (const [login, paths] of Object.entries(PAGES)) {
  for (const size of [DESK, PHONE]) {
    test(`every page of ${login} is accessible, fits, has its words from the lists and asks nothing of another host, ${size.width} px`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(600_000);
      const page = await signedIn(browser, login, size);
      // Nothing is looked at on its way from one colour to the other.
      await page.emulateMedia({ reducedMotion: "reduce" });
      const foreign = foreignRequests(page.context(), baseURL ?? "");
      const heard = complaints(page);
      const addresses = await addressesOf(page, paths);
      // On the phone in longer words: what has room there has room in every language, and on every width.
      const longer = size === PHONE && !PICTURES;
      if (longer) await page.context().addCookies([{ name: "naga_locale", value: "pseudo", url: baseURL ?? "" }]);
      const menus = new Set<string>();
      for (const [index, address] of addresses.entries()) {
        await page.goto(address);
        expect.soft(await formsUnderOneCommand(page), `commands on ${paths[index]}`).toEqual([]);
        for (const theme of themesFor(size)) {
          await look(page, theme);
          await picture(page, `${login}${paths[index]}-${theme}-${size.width}`);
          const rules = rulesFor(theme, size);
          expect.soft(await findings(page, rules), `${paths[index]} in ${theme}`).toEqual([]);
          if (rules === "colours") continue;
          const name = `${login}${paths[index]}-opened-${size.width}`;
          expect.soft(await findingsOpened(page, name, rules, menus), `${paths[index]} opened`).toEqual([]);
        }
        if (longer) expect.soft(await untranslatedOn(page), `from no catalogue on ${paths[index]}`).toEqual([]);
        if (size === DESK) expect.soft(await namesOutsideOn(page), `names of countries on ${paths[index]}`).toEqual([]);
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
  // A phone draws with its own letters first, and each phone has others: what is looked at is drawn in ours.
  await page.waitForFunction(
    () =>
      matchMedia("(min-width: 700px), (pointer: fine)").matches || document.documentElement.dataset.letters === "ours",
  );
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator(".live:not(.live-live)")).toHaveCount(0);
  await expect(page.locator(".map-waiting")).toHaveCount(0);
  await page.locator("html").evaluate((html, value) => html.setAttribute("data-theme", value), theme);
  for (const map of await page.locator(".map-canvas").all()) {
    await expect(map).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
  }
}

type Rules = "all" | "colours" | "layout";

/** How wide a page is does not depend on its colours: the phone is looked at in one theme, unless for pictures. */
function themesFor(size: typeof DESK): readonly (typeof THEMES)[number][] {
  return size === PHONE && !PICTURES ? ["light"] : THEMES;
}

/** Whole on the wide window; in its other theme for the colours, on the phone for what the width changes. */
function rulesFor(theme: (typeof THEMES)[number], size: typeof DESK): Rules {
  if (size === PHONE) return "layout";
  return theme === "dark" ? "all" : "colours";
}

async function findings(page: Page, rules: Rules): Promise<string[]> {
  return [...(await findingsOf(new AxeBuilder({ page }), rules)), ...(await tooWide(page))];
}

async function findingsOf(axe: AxeBuilder, rules: Rules): Promise<string[]> {
  // No page here has frames of other hosts in it; without this each look would open a window of its own to add up in.
  axe.setLegacyMode(true);
  // Rows of one table are alike: of those with hundreds the first are looked at.
  axe.exclude(`tbody > tr:nth-child(n+${ROWS_LOOKED_AT + 1})`);
  // Only what is wrong is told apart node by node: to name each of ten thousand that are right took most of the time.
  axe.options({ resultTypes: ["violations"], preload: false });
  if (rules === "colours") axe.withRules(["color-contrast"]);
  if (rules === "layout") axe.withRules(["target-size", "scrollable-region-focusable"]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} px wider than the window`] : [];
}

/** What only shows when somebody opens it: disclosures, then menus and dialogs one by one, closed again by keyboard. */
async function findingsOpened(page: Page, name: string, rules: Rules, menus: Set<string>): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>("details:not(.menu)")) one.open = true;
  });
  if ((await page.locator("details[open]:visible").count()) > 0) {
    found.push(
      ...(await findingsOf(new AxeBuilder({ page }).include("details[open]"), rules)),
      ...(await tooWide(page)),
    );
  }
  for (const menu of await page.locator("details.menu:visible > summary:visible").all()) {
    // The menus of the frame are the same on every page.
    const said = await menu.innerText();
    if (menus.has(said)) continue;
    menus.add(said);
    await menu.click();
    found.push(
      ...(await findingsOf(new AxeBuilder({ page }).include("details.menu[open]"), rules)),
      ...(await tooWide(page)),
    );
    await page.keyboard.press("Escape");
    await expect(page.locator("details.menu[open]")).toHaveCount(0);
  }
  for (const opener of await distinct(page, "[aria-haspopup=dialog]:visible:enabled")) {
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("dialog[open]")).toBeVisible();
    const first = page.locator("dialog[open]").locator("[data-first], textarea, select, input:not([type=hidden])");
    if ((await first.count()) > 0) await expect(first.first()).toBeFocused();
    await picture(page, `${name}-${(await opener.innerText()).trim()}`);
    found.push(
      ...(await findingsOf(new AxeBuilder({ page }).include("dialog[open]"), rules)),
      ...(await tooWide(page)),
    );
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  return found;
}

/** One of those that say the same. */
async function distinct(page: Page, selector: string): Promise<Locator[]> {
  const said = new Map<string, Locator>();
  for (const one of await page.locator(selector).all()) said.set(await one.innerText(), one);
  return [...said.values()];
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name.replace(/[/@ ]+/g, "_")}.png` });
}
