import { type Browser, expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { approve, fillReport, sendReport } from "./reporting.ts";

const NAME = "Pangolins by truck";
const FILTER = "group=F1&mode=road_truck";

test("a view is kept and shared; another agency opens it, an observer sees none, and its maker is told of a new case", async ({
  browser,
}) => {
  const person = (login: string) => signedIn(browser, login);
  const [analyst, partner, thai] = [await person("analyst"), await person("partner"), await person("ncp.th")];
  const operation = await operationAddress(analyst, /Exercise/);
  await keepView(analyst, operation);
  const passedOn = await watchView(analyst, operation);

  await partner.goto(`${operation}/statistics`);
  await partner.locator(".saved-views summary").first().click();
  const shared = partner.locator(".saved-views").getByRole("link", { name: NAME });
  await expect(shared).toContainText("Analyst");
  await shared.click();
  await expect(partner).toHaveURL(`${operation}/statistics?${FILTER}`);
  await expect(partner.locator(".statistics-filter .chip-removable")).toHaveCount(2);
  await partner.goto(passedOn);
  await expect(partner).toHaveURL(`${operation}/statistics?${FILTER}`);
  await nothingForObservers(browser, operation);

  // Nobody touches the page that hears of it.
  await analyst.goto(operation);
  await released(browser, thai);
  const news = analyst.locator(".view-news li").filter({ hasText: NAME });
  await expect(news).toContainText(words("views.told", { n: 1, view: NAME }));
  const place = analyst.locator(".rail-places > li > a").filter({ hasText: words("shell.place.views") });
  await expect(place.locator(".badge")).toContainText("1");
  await news.getByRole("link", { name: words("views.told.case") }).click();
  await expect(analyst).toHaveURL(/\/seizures\/[0-9a-f-]{36}$/);

  await place.click();
  const line = analyst.locator(".view-told");
  await expect(line).toHaveCount(1);
  await line.getByRole("button", { name: words("views.told.read") }).click();
  await expect(place.locator(".badge")).toHaveCount(0);
  await expect(partner.locator(".rail-places .badge")).toHaveCount(0);
  await takeBack(analyst, partner, operation);
  for (const page of [analyst, partner, thai]) await page.context().close();
});

test("without scripts a view is kept by the same form, and the page of views says so", async ({ browser }) => {
  const page = await signedIn(browser, "lead.vn");
  const operation = await operationAddress(page, /Exercise/);
  const state = await page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const plain = await context.newPage();
  await plain.goto(`${operation}/seizures?slot=I&q=tusk&sort=oldest`);
  await plain.locator(".saved-views summary").nth(1).click();
  await expect(plain.locator(".save-view")).toContainText(words("views.no_search"));
  await plain.locator(".save-view input[name=name]").fill("Ivory, oldest first");
  await plain.locator(".save-view button[type=submit]").click();
  await expect(plain.locator(".done")).toContainText(words("views.saved"));
  await plain.getByRole("link", { name: "Ivory, oldest first" }).click();
  await expect(plain).toHaveURL(/\/seizures\?sort=oldest&slot=I$/);
  await plain.goto(`${operation}/views`);
  await plain
    .locator("summary")
    .filter({ hasText: words("views.rename") })
    .click();
  await plain.locator(".view-form input[name=name]").fill("");
  await plain.getByRole("button", { name: words("views.rename.send") }).click();
  await expect(plain.locator(".form-errors")).toContainText(words("error.views.name.missing"));
  await context.close();
  await page.context().close();
});

async function keepView(page: Page, operation: string): Promise<void> {
  await page.goto(`${operation}/statistics?${FILTER}`);
  await page.locator(".saved-views summary").nth(1).click();
  const form = page.locator(".save-view");
  await expect(form).toContainText(words("views.share.note"));
  await form.locator("input[name=name]").fill(NAME);
  await form.getByText(words("views.share"), { exact: true }).click();
  await form.getByRole("button").click();
  await expect(form.locator(".done")).toContainText(words("views.saved"));
}

/** Answers the address by which the view is passed on. */
async function watchView(page: Page, operation: string): Promise<string> {
  await page.goto(`${operation}/views`);
  await page
    .locator("summary")
    .filter({ hasText: words("views.watch") })
    .click();
  const form = page.locator(".view-form").filter({ hasText: words("views.watch.note") });
  await form.locator("input[name=threshold]").fill("none");
  await form.getByRole("button").click();
  await expect(form.locator(".form-errors")).toContainText(words("error.views.threshold.wrong"));
  await form.locator("input[name=threshold]").fill("1");
  await form.getByRole("button").click();
  await expect(page.locator(".done")).toContainText(words("views.watch.done"));
  await expect(page.locator(".view-line")).toContainText(words("views.watch.holds", { n: 1 }));
  return (await page.getByRole("link", { name: words("views.pass_on") }).getAttribute("href")) ?? "";
}

async function nothingForObservers(browser: Browser, operation: string): Promise<void> {
  const observer = await signedIn(browser, "observer");
  await observer.goto(operation);
  await expect(observer.locator(".rail").getByText(words("shell.place.views"))).toHaveCount(0);
  expect((await observer.request.get(`${operation}/views`)).status()).toBe(403);
  await observer.context().close();
}

/** Told by an officer at a post, cleared by the contact point. */
async function released(browser: Browser, contact: Page): Promise<void> {
  const officer = await signedIn(browser, "officer.th", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  const goods = { slot: words("slot.G"), commodity: words.commodity("F1.pangolin_scales"), amount: "3" };
  await fillReport(officer, operation, { ...goods, place: "Mae Sai", country: "Thailand", caseNo: "VIEWS-TH-1" });
  const address = await sendReport(officer);
  await contact.goto(address);
  await approve(contact);
  await officer.context().close();
}

/** What its maker deletes goes from an open page of those who might open it. */
async function takeBack(maker: Page, other: Page, operation: string): Promise<void> {
  await other.goto(`${operation}/views`);
  await expect(other.getByRole("link", { name: NAME })).toBeVisible();
  await maker.getByRole("button", { name: words("views.drop") }).click();
  await maker
    .locator("dialog[open]")
    .getByRole("button", { name: words("views.drop") })
    .click();
  await expect(maker.locator(".done")).toContainText(words("views.drop.done"));
  await expect(maker.getByRole("link", { name: NAME })).toHaveCount(0);
  await expect(other.getByRole("link", { name: NAME })).toHaveCount(0);
}
