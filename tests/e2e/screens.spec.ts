import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { DESK, foreignRequests, operationAddress, PHONE, signedIn } from "./people.ts";

/** Every screen of the product, and who opens it. */
const SCREENS: { of: string; login: string; path: string }[] = [
  { of: "my operations", login: "lead.vn", path: "/" },
  { of: "own account", login: "lead.vn", path: "/account" },
  { of: "a new operation", login: "lead.vn", path: "/operations/new" },
  { of: "today", login: "ncp.vn", path: ":operation" },
  { of: "today of a reporter", login: "officer.vn", path: ":operation" },
  { of: "today of an observer", login: "observer", path: ":operation" },
  { of: "the map", login: "analyst", path: ":operation/map" },
  { of: "figures", login: "analyst", path: ":operation/statistics" },
  { of: "the list", login: "ncp.vn", path: ":operation/seizures" },
  { of: "the report form", login: "officer.vn", path: ":operation/seizures/new" },
  { of: "the plan", login: "lead.vn", path: ":operation/plan" },
  { of: "participants", login: "lead.vn", path: ":operation/participants" },
  { of: "accounts", login: "admin", path: "/accounts" },
  { of: "agencies", login: "admin", path: "/accounts/agencies" },
  { of: "a new account", login: "admin", path: "/accounts/new" },
];

async function withTheme(context: BrowserContext, theme: "dark" | "light", home: string) {
  await context.addCookies([{ name: "naga_theme", value: theme, url: home }]);
}

/** Opens a screen and waits until it is at rest: fonts there, live where it is live. */
async function open(page: Page, path: string) {
  const address = path.startsWith(":operation")
    ? path.replace(":operation", await operationAddress(page, /Demonstration|DEMO/i))
    : path;
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator("h1")).toBeAttached();
}

for (const screen of SCREENS) {
  test(`${screen.of}: accessible in both themes and widths, and nothing leaves the installation`, async ({
    browser,
    baseURL,
  }) => {
    const home = baseURL ?? "";
    const page = await signedIn(browser, screen.login);
    const foreign = foreignRequests(page.context(), home);
    for (const theme of ["dark", "light"] as const) {
      await withTheme(page.context(), theme, home);
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size);
        await open(page, screen.path);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
        expect(found, `${theme}, ${size.width} px`).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `wider than ${size.width} px`).toBeLessThanOrEqual(0);
      }
    }
    expect(foreign).toEqual([]);
    await page.context().close();
  });
}

test("the door is accessible in both themes, and says no more than it must", async ({ page, baseURL }) => {
  for (const theme of ["dark", "light"] as const) {
    await withTheme(page.context(), theme, baseURL ?? "");
    await page.goto("/sign-in");
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
});

test("every word of a screen comes from a catalogue: in the pseudo-language nothing stays English", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "ncp.vn");
  await page.context().addCookies([{ name: "naga_locale", value: "pseudo", url: baseURL ?? "" }]);
  for (const path of ["/", ":operation", ":operation/statistics", ":operation/seizures"]) {
    await open(page, path);
    const bare = await page.evaluate(() => {
      const labels = [...document.querySelectorAll("h1, h2, th, label, button, legend, nav a")];
      return labels
        .map((element) => element.textContent?.trim() ?? "")
        .filter((text) => /[A-Za-z]{3}/.test(text) && !/[\u00c0-\u024f\u1e00-\u1eff[⟦]/.test(text));
    });
    // Names of operations, agencies, countries and people are data: they stay as they are given.
    const data = await page.evaluate(() =>
      [...document.querySelectorAll("[data-given], .operation-name, .initials")].map(
        (element) => element.textContent?.trim() ?? "",
      ),
    );
    expect(bare.filter((text) => !data.some((given) => given.includes(text) || text.includes(given)))).toEqual([]);
  }
  await page.context().close();
});
