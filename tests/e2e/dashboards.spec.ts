import { type Browser, expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { approve, choose, fillReport, sendReport } from "./reporting.ts";

const NAME = "Evening briefing";

test("a dashboard is made, arranged and shared; on a wall a report appears that all in the room may open, another is only counted", async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const [lead, contact] = [await signedIn(browser, "lead.vn"), await signedIn(browser, "ncp.th")];
  const operation = await operationAddress(lead, /Exercise/);
  const dashboard = await makeDashboard(lead, operation);
  await contact.goto(dashboard);
  await expect(contact.getByRole("heading", { name: NAME })).toBeVisible();
  await expect(contact.locator(".arrange")).toHaveCount(0);

  const address = await startWall(lead, dashboard);
  const screen = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await screen.goto(address);
  await expect(screen).toHaveURL(/\/wall$/);
  await expect(screen.locator(".wall-what")).toContainText(NAME);
  const before = await casesOn(screen);

  await released(browser, contact, { amount: "7", caseNo: "WALL-TH-1" });
  await expect(screen.locator(".report").first()).toContainText("7");
  await expect.poll(() => casesOn(screen)).toBe(before + 1);
  const unlisted = await unlistedOn(screen);
  await released(browser, contact, { amount: "8888", caseNo: "WALL-TH-2", closed: true });
  await expect.poll(() => casesOn(screen)).toBe(before + 2);
  await expect(screen.locator(".wall")).not.toContainText("8,888");
  await expect(screen.locator(".wall")).toContainText(words("wall.unlisted", { n: unlisted + 1 }));
  expect((await screen.request.get(operation, { maxRedirects: 0 })).status()).toBe(302);

  await lead.goto(`${dashboard}/wall`);
  await lead.getByRole("button", { name: words("wall.end") }).click();
  await lead
    .locator("dialog[open]")
    .getByRole("button", { name: words("wall.end") })
    .click();
  await expect(screen.locator(".wall")).toContainText(words("wall.over"));
  await expect(screen.locator(".report")).toHaveCount(0);
  for (const page of [lead, contact, screen]) await page.context().close();
});

/** The address of a shared dashboard of the headline and the newest reports, in that order by key. */
async function makeDashboard(page: Page, operation: string): Promise<string> {
  await page.goto(`${operation}/dashboards`);
  await page.locator("input[name=name]").fill(NAME);
  await page.getByText(words("views.share"), { exact: true }).click();
  await page.getByRole("button", { name: words("dashboards.new.send") }).click();
  await page.waitForURL(/\?arrange$/);
  for (const [at, kind] of ["latest", "headline", "byMode"].entries()) {
    await page.locator(".board-add select[name=kind]").selectOption(kind);
    await page.locator(".board-add button[type=submit]").click();
    await expect(page.locator(".board-cell")).toHaveCount(at + 1);
  }
  const nameOf = (at: number) => page.locator(".arrange-name").nth(at);
  const headline = words("dashboards.kind.headline");
  await page.getByRole("button", { name: words("dashboards.earlier", { name: headline }) }).focus();
  await page.keyboard.press("Enter");
  await expect(nameOf(0)).toContainText(headline);
  await expect(page.getByRole("button", { name: words("dashboards.later", { name: headline }) })).toBeFocused();
  const third = words("figure.title.byMode");
  await page.getByRole("button", { name: words("dashboards.remove", { name: third }) }).click();
  await expect(page.locator(".board-cell")).toHaveCount(2);
  await page.getByRole("button", { name: words("dashboards.put_back") }).click();
  await expect(nameOf(2)).toContainText(third);
  await page.locator(".arrange").nth(2).dragTo(page.locator(".arrange").nth(0));
  await expect(nameOf(0)).toContainText(third);
  await page.getByRole("button", { name: words("dashboards.remove", { name: third }) }).click();
  await expect(page.locator(".board-cell")).toHaveCount(2);
  return page.url().replace("?arrange", "");
}

/** A room of the lead and Thai contact points. */
async function startWall(page: Page, dashboard: string): Promise<string> {
  await page.goto(`${dashboard}/wall`);
  await page.locator("input[name=label]").fill("Hall");
  await page.getByRole("checkbox", { name: "Thailand", exact: true }).check({ force: true });
  await page.getByRole("checkbox", { name: words("role.ncp"), exact: true }).check({ force: true });
  await page.getByRole("button", { name: words("wall.start.send") }).click();
  const address = page.locator(".done input");
  await expect(address).toHaveValue(/\/wall\//);
  return address.inputValue();
}

const casesOn = async (screen: Page) =>
  Number((await screen.locator(".headline-number").innerText()).replaceAll(/\D/g, ""));

/** How many of the newest it says that it does not list. */
async function unlistedOn(screen: Page): Promise<number> {
  const [said] = await screen.locator(".reports + p").allInnerTexts();
  const counts = Array.from({ length: 41 }, (_, n) => n);
  return counts.find((n) => words("wall.unlisted", { n }) === said) ?? 0;
}

type Told = { amount: string; caseNo: string; closed?: boolean };

/** Told by an officer at a post, cleared by the contact point; closed: for nobody beside the own agency. */
async function released(browser: Browser, contact: Page, { amount, caseNo, closed = false }: Told): Promise<void> {
  const officer = await signedIn(browser, "officer.th", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  const goods = { slot: words("slot.G"), commodity: words.commodity("F1.pangolin_scales"), amount };
  await fillReport(officer, operation, { ...goods, place: "Mae Sai", country: "Thailand", caseNo });
  if (closed) await closeCase(officer);
  const address = await sendReport(officer);
  await contact.goto(address);
  await approve(contact);
  await officer.context().close();
}

/** The full form asks more; its readers are agencies that are named, here one that is not in the room. */
async function closeCase(officer: Page): Promise<void> {
  await officer.getByRole("button", { name: words("report.more") }).click();
  await choose(officer, words("report.audience.agencies"));
  for (const asked of ["placeKind", "direction"]) {
    await officer.locator(`select[name=${asked}]`).selectOption({ index: 1 });
  }
  const agencies = officer.locator("input[name='audience.agencies']");
  await agencies.first().check({ force: true });
}
