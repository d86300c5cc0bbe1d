import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering, aReceiver, isSigned, type Receiver } from "../support/receiver.ts";
import { anEvening, type Evening } from "./evening.ts";
import { words } from "./people.ts";

const [OURS, THEIRS] = [0, 1];

test("a national system is told of a release by one signed call, a call that failed is sent again by hand, and the log hears of both", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const receiver = await aReceiver();
  const page = await evening.open(browser, { agency: OURS, role: "ncp" });
  const agency = await agencyPage(page, evening);
  await makeKey(page);

  await page.getByRole("link", { name: words("webhook.title") }).click();
  const secret = await subscribe(page, receiver);
  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.locator(`input[value="${secret}"]`)).toHaveCount(0);
  await unreloaded(page);

  const log = page.getByRole("table", { name: words("webhook.log", { label: "Cases" }) }).getByRole("row");
  await press(page, "test");
  await expect(entry(log, "webhook.test")).toContainText(words("webhook.delivery.delivered"));
  expect(receiver.heard.map(({ told }) => told.type)).toEqual(["webhook.test"]);

  const first = idOf(await evening.report(THEIRS, {}));
  await expect(entry(log, "seizure.released")).toContainText(words("webhook.delivery.delivered"));
  const [, released] = receiver.heard;
  expect(released?.told).toMatchObject({ type: "seizure.released", data: { body: { seizure: first } } });
  expect(receiver.heard).toHaveLength(2);
  expect(receiver.heard.every((heard) => isSigned(heard, secret))).toBe(true);
  expect(isSigned({ headers: released?.headers ?? {}, body: `${released?.body} ` }, secret)).toBe(false);

  // It breaks, and would be tried again after an hour.
  receiver.answers.push(answering(500, { "Retry-After": "3600" }));
  const second = idOf(await evening.report(THEIRS, {}));
  const failed = log.filter({ hasText: words("webhook.call.answered", { status: "500" }) });
  await expect(failed).toContainText(words("webhook.delivery.waiting"));
  await expect(page.locator(".webhook").getByText(words("webhook.waiting", { n: 1 }))).toBeVisible();
  await failed.getByRole("button", { name: words("webhook.again") }).click();
  await expect(entry(log, "seizure.released").first()).toContainText(words("webhook.delivery.delivered"));
  await expect(entry(log, "seizure.released").first()).toContainText(words("webhook.log.tries", { n: 2 }));
  await expect(page.getByText(words("webhook.waiting", { n: 1 }))).toHaveCount(0);
  const calls = receiver.heard.filter(({ told }) => told.data.body?.seizure === second);
  expect(calls).toHaveLength(2);
  expect(new Set(calls.map(({ id }) => id)).size).toBe(1);

  const renewed = await renewSecret(page);
  await press(page, "test");
  await expect(entry(log, "webhook.test")).toHaveCount(2);
  await expect(entry(log, "webhook.test").first()).toContainText(words("webhook.delivery.delivered"));
  const last = receiver.heard.at(-1);
  expect([secret, renewed].map((one) => last !== undefined && isSigned(last, one))).toEqual([true, true]);

  await press(page, "pause");
  await expect(page.getByText(words("webhook.state.paused"), { exact: true })).toBeVisible();
  const before = receiver.heard.length;
  const third = idOf(await evening.report(THEIRS, {}));
  await press(page, "resume");
  await expect(entry(log, "seizure.released")).toHaveCount(3);
  await expect(entry(log, "seizure.released").first()).toContainText(words("webhook.delivery.delivered"));
  expect(receiver.heard.slice(before).map(({ told }) => told.data.body?.seizure)).toEqual([third]);

  expect(await page.evaluate(() => Reflect.get(window, "isTheSame"))).toBe(true);
  await page.getByRole("button", { name: words("webhook.delete"), exact: true }).click();
  await page.getByRole("button", { name: words("webhook.delete.confirm") }).click();
  await expect(page.getByText(words("webhook.empty.title"))).toBeVisible();
  await page.goto(agency);
  await expect(page.getByText("Gateway", { exact: true })).toBeVisible();
  await page.context().close();
  await receiver.close();
  await evening.end();
});

/** The page of the own agency, whose machines it shows. */
async function agencyPage(page: Page, evening: Evening): Promise<string> {
  await page.goto(`${evening.operation}/participants`);
  const links = page.locator("main a[href*='/participants/']");
  await expect(links.first()).toBeAttached();
  const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  for (const href of all.filter((one) => /[0-9a-f-]{36}$/.test(one))) {
    await page.goto(href);
    if ((await page.getByText(words("machine.key.new"), { exact: true }).count()) > 0) return href;
  }
  throw new Error("no page of an agency shows machines");
}

async function makeKey(page: Page) {
  const form = await opened(page, words("machine.key.new"));
  await form.locator("[name=label]").fill("Gateway");
  for (const scope of ["feed.read", "seizures.read"] as const)
    await form.getByRole("checkbox", { name: words(`scope.${scope}`), exact: true }).check();
  await form.getByRole("button", { name: words("directory.submit") }).click();
  await expect(page.locator(".secret input")).toBeVisible();
}

async function subscribe(page: Page, receiver: Receiver): Promise<string> {
  const form = await opened(page, words("webhook.new"));
  await form.locator("[name=label]").fill("Cases");
  await form.locator("[name=address]").fill(receiver.address);
  await form.locator("[name=keyId]").selectOption({ label: "Gateway · Officer" });
  await form.getByRole("button", { name: words("directory.submit") }).click();
  return shownSecret(page, words("webhook.done.webhook"));
}

async function renewSecret(page: Page): Promise<string> {
  const form = await opened(page, words("webhook.secret.renew"));
  await form.getByRole("button", { name: words("directory.submit") }).click();
  return shownSecret(page, words("webhook.done.secret"));
}

async function shownSecret(page: Page, done: string): Promise<string> {
  await expect(page.getByText(done)).toBeVisible();
  const secret = await page.getByLabel(words("webhook.secret.made", { name: "Cases" })).inputValue();
  expect(secret).toMatch(/^whsec_/);
  return secret;
}

/** The form behind a title, opened. */
async function opened(page: Page, title: string): Promise<Locator> {
  const form = page.locator("details.add").filter({ has: page.getByText(title, { exact: true }) });
  await form.locator("summary").click();
  return form;
}

/** What is done with the webhook by one press, said to be done. */
async function press(page: Page, intent: "test" | "pause" | "resume") {
  await page.getByRole("button", { name: words(`webhook.${intent}`), exact: true }).click();
  await expect(page.getByText(words(`webhook.done.${intent}`))).toBeVisible();
}

/** Newest first. */
const entry = (log: Locator, type: string) => log.filter({ hasText: type });

/** A mark that a page loaded anew would not have. */
const unreloaded = (page: Page) => page.evaluate(() => Reflect.set(window, "isTheSame", true));

const idOf = (address: string) => address.split("/").at(-1);
