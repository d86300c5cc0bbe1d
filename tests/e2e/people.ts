import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import "#app/messages/all.server.ts";
import { makeText } from "#app/messages/catalogue.ts";
import { DEMO_PASSWORD } from "#seeds/world.server.ts";

/** The words of the screens, from the catalogue that draws them. */
export const words = makeText("en");

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** A phone is held in the hand: touch, and a window that the keyboard takes from. */
const HELD = { hasTouch: true, isMobile: true };

/** A browser of one's own for an account of the demo ("ncp.vn"), signed in. */
export async function signedIn(browser: Browser, login: string, viewport = DESK, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({ viewport, ...(viewport === PHONE && HELD), ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await signIn(page, `${login}@naga.example`, DEMO_PASSWORD);
  return page;
}

/** Whoever was brought in sets a first password by the link, and is signed in with it. */
export async function throughInvitation(browser: Browser, link: string, viewport = DESK, baseURL?: string) {
  const context = await browser.newContext({ viewport, ...(viewport === PHONE && HELD), ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("input[name=again_password]").fill(PASSWORD);
  await page.getByRole("button", { name: words("invitation.submit") }).click();
  await page.waitForURL((url) => !/invitation|sign-in/.test(url.pathname));
  return page;
}

const PASSWORD = "tonight the river is high";

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(words("sign_in.email")).fill(email);
  await page.getByLabel(words("sign_in.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words("sign_in.submit") }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The address of an operation of the demo by its code, as the reader's front page links it. */
export async function operationAddress(page: Page, name: RegExp): Promise<string> {
  await page.goto("/");
  const link = page.getByRole("link", { name }).first();
  const address = await link.getAttribute("href");
  expect(address).toMatch(/^\/operations\/[0-9a-f-]{36}/);
  return address ?? "";
}

/** Requests that left the installation, gathered while the context lives. */
export function foreignRequests(context: BrowserContext, home: string): string[] {
  const foreign: string[] = [];
  const own = new URL(home).host;
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:", "about:"].includes(url.protocol) && url.host !== own) foreign.push(request.url());
  });
  return foreign;
}

/** What browsers complain of: errors of scripts and whatever the page's own policy forbade. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => {
    // A page that answers 403 or 404 on purpose is told as a failed resource too.
    if (message.type() === "error" && !/status of 40[34]/.test(message.text())) heard.push(message.text());
  });
  return heard;
}
