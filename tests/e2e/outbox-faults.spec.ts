import { expect, test } from "@playwright/test";
import { anOfficer, closePin, keptPages, readied, sayNil, writeReport } from "./outbox-device.ts";
import { PHONE, words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

test("a shared phone: the PIN closes what waits, a forgotten one loses nothing; a file carries it to another phone", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  // The tally waits for the line, and the rest has one.
  const tally = `**${evening.operation}/outbox`;
  await officer.context().route(tally, (route) => route.abort("internetdisconnected"));
  await officer.goto("/outbox");
  await sayNil(officer);
  await officer.getByText(words("outbox.pin.shared"), { exact: true }).click();
  await officer.getByLabel(words("outbox.pin.new")).fill("12");
  await officer.getByRole("button", { name: words("outbox.pin.set") }).click();
  await expect(officer.getByText(words("error.outbox.pin"))).toBeVisible();
  await officer.getByLabel(words("outbox.pin.new")).fill("271828");
  await officer.getByRole("button", { name: words("outbox.pin.set") }).click();
  await expect(officer.getByText(words("outbox.pin.is_set"))).toBeVisible();
  await expect(officer.locator(".outbox-line")).toHaveCount(1);

  // A quarter of an hour later it has closed.
  await closePin(officer, 0);
  await officer.reload();
  const pin = officer.getByLabel(words("outbox.pin.label"), { exact: true });
  await pin.fill("314159");
  await officer.getByRole("button", { name: words("outbox.pin.open"), exact: true }).click();
  await expect(officer.getByText(words("outbox.pin.wrong"))).toBeVisible();
  await expect(officer.locator(".outbox-line")).toHaveCount(0);
  await officer.getByRole("button", { name: words("outbox.pin.forgotten") }).click();
  await expect(officer.locator(".outbox-line")).toHaveCount(1);

  await officer.goto("/outbox#sign-out");
  await officer.locator(".outbox-leave input[name=words]").fill("the otter swims at dusk");
  const saved = officer.waitForEvent("download");
  await officer.getByRole("button", { name: words("outbox.leave.file"), exact: true }).click();
  const path = await (await saved).path();

  const second = await browser.newContext({ viewport: PHONE, baseURL: process.env.NAGA_E2E_ADDRESS });
  await second.addCookies(await officer.context().cookies());
  const phone = await second.newPage();
  await readied(phone, evening);
  await second.route(tally, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await phone.goto("/outbox");
  await phone.getByText(words("outbox.file.title"), { exact: true }).click();
  await phone.locator("input[name=file]").setInputFiles(path);
  await phone.locator("input[name=words]").last().fill("a wrong passphrase");
  await phone.getByRole("button", { name: words("outbox.file.open"), exact: true }).click();
  await expect(phone.getByText(words("error.outbox.file_words"))).toBeVisible();
  await phone.locator("input[name=words]").last().fill("the otter swims at dusk");
  await phone.getByRole("button", { name: words("outbox.file.open"), exact: true }).click();
  await expect(phone.locator(".outbox-line")).toHaveCount(1);
  await second.unroute(tally);
  await phone.reload();
  await expect(phone.getByText(words("outbox.none"))).toBeVisible();

  // The same thing from the first phone is the same thing.
  await officer.context().unroute(tally);
  await officer.goto("/outbox");
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  await second.close();
  await officer.context().close();
  await evening.end();
});

test("a device without room says so and keeps the form; an update leaves what waits; cleared storage breaks nothing", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  await officer.context().setOffline(true);
  await officer.goto("/outbox");
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "OUTBOX-FULL");
  const send = officer.locator(".report-foot button[name=send]");
  await officer.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const full = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    Object.assign(IDBObjectStore.prototype, { put: full });
    Object.assign(window, { giveRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  await send.click();
  await expect(officer.getByText(words("error.outbox.full"))).toBeVisible();
  await expect(officer.getByLabel(words("report.case_no"), { exact: true })).toHaveValue("OUTBOX-FULL");
  await officer.evaluate(() => Object(window).giveRoom());
  await send.click();
  await expect(officer.locator(".outbox-line")).toHaveCount(1);

  // A newer build takes the place of the kept one: what waits stays.
  await officer.context().setOffline(false);
  const tally = `**${evening.operation}/outbox`;
  await officer.context().route(tally, (route) => route.abort("internetdisconnected"));
  const { addresses } = await keptPages(officer);
  await officer.evaluate(
    (assets) => {
      navigator.serviceWorker.controller?.postMessage({ keep: "next-build", assets });
    },
    addresses.filter((path) => path.startsWith("/assets/")),
  );
  await expect.poll(() => officer.evaluate(() => caches.keys())).toEqual(["naga-shell-next-build"]);
  await officer.context().setOffline(true);
  await officer.reload();
  await expect(officer.locator(".outbox-line")).toHaveCount(1);

  await officer.evaluate(
    () =>
      new Promise<void>((cleared) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const change = opening.result.transaction(names, "readwrite");
          for (const name of names) change.objectStore(name).clear();
          change.oncomplete = () => {
            opening.result.close();
            cleared();
          };
        };
      }),
  );
  await officer.reload();
  await expect(officer.getByText(words("outbox.locked.none"))).toBeVisible();
  await officer.context().close();
  await evening.end();
});
