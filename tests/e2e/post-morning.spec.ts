import { type Browser, expect, type Page, test } from "@playwright/test";
import { textFor } from "#app/messages/all.server.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anEvening, type Evening } from "./evening.ts";
import { readied, writeReport } from "./outbox-device.ts";
import { DESK, PHONE, words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

const lao = textFor("lo");
const CASE = "NAMPHAO-0600";
const [ELSEWHERE, POST] = [0, 1];
const PHOTOS = ["one.jpg", "two.jpg", "three.jpg"];

test("six in the morning at a post without a line: filed in Lao with three photos, nil by the next shift; the line comes for a moment, two approve, and then all others see it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const evening = await anEvening(2);
  await evening.approvals(POST, 2);
  const post = await aPostInLao(browser, evening);
  const [first, second] = [
    await evening.open(browser, { agency: POST, role: "ncp", person: 3 }),
    await evening.open(browser, { agency: POST, role: "ncp", person: 4 }),
  ];
  const others = [
    await evening.open(browser, { agency: ELSEWHERE, role: "analyst" }),
    await evening.open(browser, { agency: ELSEWHERE, role: "ocu", person: 2 }),
    await evening.open(browser, { agency: ELSEWHERE, role: "lead", person: 3 }),
  ];

  // No line: twelve kilos, estimated, with three photos.
  await post.context().setOffline(true);
  await post.goto(evening.operation);
  await post.getByRole("link", { name: lao("outbox.write.report") }).click();
  await writeReport(post, CASE, lao);
  await post.locator("input[name='items.0.qualifier'][value=estimated]").check({ force: true });
  const photo = await aPhoto({ width: 900, height: 700 });
  await post
    .locator(".outbox-of-report input[type=file]")
    .first()
    .setInputFiles(PHOTOS.map((name) => ({ name, mimeType: "image/jpeg", buffer: photo })));
  await expect(post.locator(".outbox-file")).toHaveCount(3);
  await post.locator(".report-foot button[name=send]").click();
  await expect(post.locator(".outbox-line")).toHaveCount(4);
  // The next shift holds the same phone.
  await post.getByRole("button", { name: lao("outbox.write.nil") }).click();
  await post.getByRole("button", { name: lao("outbox.nil.confirm") }).click();
  await expect(post.locator(".outbox-line")).toHaveCount(5);
  await expect(post.locator(".outbox-line").first()).toContainText(lao("outbox.where.waiting"));

  // The line is there for so long that the words go and no photo does.
  for (const page of others) await counting(page, evening, 0);
  await post.context().route("**/attachments", cut);
  await lineOf(post, true);
  const asked = post.locator(".outbox-line").filter({ hasText: lao("outbox.where.asks") });
  await asked.getByRole("button", { name: lao("outbox.act.as_it_is") }).click();
  const taken = post.getByRole("region", { name: lao("outbox.taken") });
  await expect(taken.getByRole("listitem")).toHaveCount(2);
  await post.context().setOffline(true);
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 0 });

  await approve(first, evening);
  await expect(first.getByText(words("clearance.done.in_clearance", { n: 1 }))).toBeVisible();
  for (const page of others) await counting(page, evening, 0);
  await approve(second, evening);
  await second.getByRole("button", { name: words("clearance.confirm.yes", { n: 1 }) }).click();
  await expect(second.getByText(words("clearance.done.released", { n: 1 }))).toBeVisible();
  for (const page of others) await expect(counted(page)).toHaveText("1");

  // The photos go on from where they were, once each, and to the same report.
  await post.context().unroute("**/attachments", cut);
  await lineOf(post, true);
  await expect(post.getByText(lao("outbox.none"))).toBeVisible();
  await post.goto(evening.operation);
  const report = post.getByRole("link", { name: new RegExp(lao.commodity("F1.pangolin_scales")) }).first();
  await report.click();
  await expect(post.locator(".attachment")).toHaveCount(3);
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 3 });
  for (const page of [post, first, second, ...others]) await page.context().close();
  await evening.end();
});

const cut: Parameters<Page["route"]>[1] = (route) => route.abort("internetdisconnected");

async function aPostInLao(browser: Browser, evening: Evening): Promise<Page> {
  const post = await evening.open(browser, { agency: POST, role: "reporter" }, PHONE);
  await post.context().addCookies([{ name: "naga_locale", value: "lo", url: process.env.NAGA_E2E_ADDRESS }]);
  await readied(post, evening);
  return post;
}

/** Playwright changes the line without telling the page. */
async function lineOf(page: Page, isThere: boolean): Promise<void> {
  await page.context().setOffline(!isThere);
  await page.evaluate((name) => window.dispatchEvent(new Event(name)), isThere ? "online" : "offline");
}

const counted = (page: Page) => page.locator(".headline-number").first();

async function counting(page: Page, { operation }: Evening, n: number): Promise<void> {
  if (!page.url().includes(operation)) await page.goto(operation);
  await expect(page.locator(".live-live")).toBeVisible();
  await expect(counted(page)).toHaveText(String(n));
}

async function approve(contact: Page, { operation }: Evening): Promise<void> {
  await contact.setViewportSize(DESK);
  await contact.goto(`${operation}/clearance`);
  await contact.getByRole("checkbox", { name: words("clearance.choose", { no: CASE }) }).check();
  await contact.getByRole("button", { name: words("clearance.act.clear_n", { n: 1 }), exact: true }).click();
}
