import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anOfficer, anOfficerWithoutLine, closePin, sayNil, writeReport } from "./outbox-device.ts";
import { words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

const NOTHING = { reports: 0, tallies: 0, photos: 0 };

test("a page that was closed: the worker sends what waits once the browser wakes it", async ({ browser }) => {
  const { evening, officer, context } = await anOfficerWithoutLine(browser);
  const beside = await aPageBeside(context);
  await officer.close();
  expect(await evening.onRecord()).toEqual(NOTHING);

  await context.setOffline(false);
  await beside.wake();
  expect(await evening.onRecord()).toEqual({ ...NOTHING, tallies: 1 });
  const again = await context.newPage();
  await again.goto("/outbox");
  await expect(again.getByText(words("outbox.none"))).toBeVisible();
  await context.close();
  await evening.end();
});

test("a shared phone: what a PIN has closed the worker leaves, and trying to send keeps no PIN open", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  const context = officer.context();
  await officer.goto("/outbox");
  await officer.getByText(words("outbox.pin.shared"), { exact: true }).click();
  await officer.getByLabel(words("outbox.pin.new")).fill("271828");
  await officer.getByRole("button", { name: words("outbox.pin.set") }).click();
  await expect(officer.getByText(words("outbox.pin.is_set"))).toBeVisible();
  await context.setOffline(true);
  await sayNil(officer);

  // Tries that nobody makes do not count as somebody's doing something.
  await closePin(officer, Date.now() + 60_000);
  const failed = officer.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  await failed;
  await officer.reload();
  await expect(officer.locator(".outbox-line")).toHaveCount(1);
  expect(await pinOpenFor(officer)).toBeLessThanOrEqual(60_000);

  await closePin(officer, 0);
  const beside = await aPageBeside(context);
  await officer.close();
  await context.setOffline(false);
  await beside.wake();
  expect(await evening.onRecord()).toEqual(NOTHING);

  const again = await context.newPage();
  await again.goto("/outbox");
  await expect(again.getByText(/1 thing waits/)).toBeVisible();
  await again.getByLabel(words("outbox.pin.label"), { exact: true }).fill("271828");
  await again.getByRole("button", { name: words("outbox.pin.open"), exact: true }).click();
  await expect(again.locator(".outbox-line")).toHaveCount(1);
  await again.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(again.getByText(words("outbox.none"))).toBeVisible();
  expect(await evening.onRecord()).toEqual({ ...NOTHING, tallies: 1 });
  await context.close();
  await evening.end();
});

test("page and worker that send at once send everything once; a page that is closed in the middle leaves it to the worker", async ({
  browser,
}) => {
  const { evening, officer, context } = await anOfficerWithoutLine(browser);
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "BACKGROUND-1");
  const photo = Buffer.concat([await aPhoto({ width: 900, height: 700 }), Buffer.alloc(200_000, 0x5a)]);
  const files = ["one.jpg", "two.jpg"].map((name) => ({ name, mimeType: "image/jpeg", buffer: photo }));
  await officer.locator(".outbox-of-report input[type=file]").first().setInputFiles(files);
  await expect(officer.locator(".outbox-file")).toHaveCount(2);
  await officer.locator(".report-foot button[name=send]").click();
  await expect(officer.locator(".outbox-line")).toHaveCount(4);
  const beside = await aPageBeside(context);

  await context.setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  await beside.wake();
  const asked = officer.locator(".outbox-line").filter({ hasText: words("outbox.where.asks") });
  await asked.getByRole("button", { name: words("outbox.act.as_it_is") }).click();
  await expect(officer.locator(".outbox-line").filter({ hasText: words("outbox.where.asks") })).toHaveCount(0);
  await officer.close();
  await beside.wake();
  await expect.poll(() => evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 2 });
  await context.close();
  await evening.end();
});

/**
 * A window of the same address without any of our scripts: from it the browser is told that the line is back. Answers
 * when the worker has done what it could.
 */
async function aPageBeside(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto("/logo.svg");
  const browser = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => {
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(
        ({ scopeURL, isDeleted }) => !isDeleted && scopeURL.startsWith(page.url().slice(0, 16)),
      );
      if (own) found(own.registrationId);
    });
  });
  await browser.send("ServiceWorker.enable");
  const registrationId = await registered;
  const wake = async () => {
    await page.evaluate(() => {
      const over = new Promise<void>((done) => {
        new BroadcastChannel("naga-outbox").onmessage = ({ data }) => data.sending === null && done();
      });
      Object.assign(window, { over });
    });
    const { origin } = new URL(page.url());
    await browser.send("ServiceWorker.dispatchSyncEvent", {
      origin,
      registrationId,
      tag: "naga-outbox",
      lastChance: false,
    });
    await page.evaluate(() => Object(window).over);
  };
  return { wake };
}

function pinOpenFor(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((tell) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const all = opening.result.transaction("accounts").objectStore("accounts").getAll();
          all.onsuccess = () => {
            opening.result.close();
            tell(Math.max(...all.result.map(({ openUntil }) => openUntil - Date.now())));
          };
        };
      }),
  );
}
