import { expect, type Page, test } from "@playwright/test";
import { operationAddress, signedIn } from "./people.ts";

const WORKER = /\/assets\/facts-worker-[^/]+\.js$/;
const SNAPSHOT = /\/snapshot$/;

test("the map has its facts from a worker that was begun with the page, asks for them once, and ends it", async ({
  browser,
}) => {
  const page = await signedIn(browser, "lead.vn");
  const map = `${await operationAddress(page, /Exercise/)}/map`;
  const asked = snapshotsOf(page);
  const begun = page.waitForEvent("worker", (worker) => WORKER.test(worker.url()));
  await page.goto(map);
  const worker = await begun;
  await isLive(page);
  expect(asked).toHaveLength(1);
  await expect.poll(() => page.workers().includes(worker)).toBe(false);
  await page.context().close();
});

test("where the worker cannot be loaded, the page asks for the facts itself", async ({ browser }) => {
  const page = await signedIn(browser, "lead.vn");
  const map = `${await operationAddress(page, /Exercise/)}/map`;
  await page.route(WORKER, (route) => route.abort());
  const asked = snapshotsOf(page);
  await page.goto(map);
  await isLive(page);
  expect(asked).toHaveLength(1);
  expect(page.workers().filter((worker) => WORKER.test(worker.url()))).toEqual([]);
  await page.context().close();
});

test("a line that breaks off while the facts come is tried again", async ({ browser }) => {
  const page = await signedIn(browser, "lead.vn");
  const map = `${await operationAddress(page, /Exercise/)}/map`;
  await page.route(SNAPSHOT, (route) => route.abort("connectionreset"), { times: 1 });
  const asked = snapshotsOf(page);
  await page.goto(map);
  await isLive(page);
  expect(asked).toHaveLength(2);
  await page.context().close();
});

async function isLive(page: Page): Promise<void> {
  await expect(page.locator(".live-live").first()).toBeAttached({ timeout: 60_000 });
}

function snapshotsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => SNAPSHOT.test(request.url()) && asked.push(request.url()));
  return asked;
}
