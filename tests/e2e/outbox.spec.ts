import { type Browser, expect, type Page, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anEvening, type Evening } from "./evening.ts";
import { PHONE, words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

/** The device has everything it needs: the forms, and then the page that opens without a line. */
async function readied(page: Page, { operation }: Evening): Promise<void> {
  await page.goto(operation);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const page = await caches.match("/outbox", { ignoreVary: true });
        return page !== undefined && navigator.serviceWorker.controller !== null;
      }),
    )
    .toBe(true);
}

/** An officer with a phone that is ready, in an operation of their own. */
async function anOfficer(browser: Browser): Promise<{ evening: Evening; officer: Page }> {
  test.setTimeout(180_000);
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, PHONE);
  await readied(officer, evening);
  return { evening, officer };
}

/** What an officer can say where no place can be looked up. */
async function writeReport(page: Page, caseNo: string): Promise<void> {
  const choose = (name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });
  await choose(words("slot.G"));
  await choose(words.commodity("F1.pangolin_scales"));
  await page.getByLabel(words("report.how_much"), { exact: true }).first().fill("12");
  await page.getByText(words("report.place.country_only")).click();
  await page.locator("select[name='place.country']").selectOption("LA");
  await page.getByRole("radio", { name: /Today/ }).check({ force: true });
  await choose(words.code("mode", "road_truck"));
  await page.getByLabel(words("report.case_no"), { exact: true }).fill(caseNo);
}

/** What the worker keeps: addresses, and the one page. */
function keptPages(page: Page): Promise<{ addresses: string[]; shell: string }> {
  return page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
    }
    const shell = await caches.match("/outbox", { ignoreVary: true });
    return { addresses, shell: (await shell?.text()) ?? "" };
  });
}

/** Everything that lies in the device's store, as whoever takes the phone apart would read it. */
function bytesKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("naga-outbox");
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows: unknown[] = [];
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll();
      await new Promise<void>((done) => {
        all.onsuccess = () => done();
      });
      rows.push(...all.result);
    }
    database.close();
    const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
    return JSON.stringify(rows, (_, value) => {
      if (value instanceof ArrayBuffer) return text(new Uint8Array(value));
      return ArrayBuffer.isView(value) ? text(new Uint8Array(value.buffer)) : value;
    });
  });
}

const line = (page: Page, title: string | RegExp) => page.locator(".outbox-line").filter({ hasText: title });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

test("a post with no line: a report with photos and nil wait on the phone, and arrive once when the line is back", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);

  await officer.context().setOffline(true);
  // The app opened anew: whatever was asked for, the outbox comes.
  await officer.goto(evening.operation);
  await expect(officer).toHaveURL(/\/outbox$/);
  await expect(officer.getByText(words("outbox.no_line"), { exact: true })).toBeVisible();
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "OUTBOX-1");
  const photo = await aPhoto({ width: 900, height: 700 });
  const photos = officer.locator(".outbox-of-report input[type=file]").first();
  await photos.setInputFiles([file("scales-1.jpg", photo), file("scales-2.jpg", photo)]);
  await expect(officer.locator(".outbox-file")).toHaveCount(2);
  await officer.locator(".report-foot button[name=send]").click();
  await expect(line(officer, words.commodity("F1.pangolin_scales"))).toContainText(words("outbox.where.waiting"));
  await expect(line(officer, "scales-2.jpg")).toContainText(words("outbox.where.held"));
  await officer.getByRole("button", { name: words("outbox.write.nil") }).click();
  await officer.getByRole("button", { name: words("outbox.nil.confirm") }).click();
  await expect(officer.locator(".outbox-line")).toHaveCount(4);

  // Neither what the browser keeps of pages nor what waits tells anybody anything.
  const kept = await keptPages(officer);
  expect(kept.addresses.filter((path) => path !== "/outbox" && !path.startsWith("/assets/"))).toEqual([]);
  const own = evening.operation.split("/")[2] ?? "";
  for (const word of [own, "Throng", "Officer"]) expect(kept.shell).not.toContain(word);
  expect(await bytesKept(officer)).not.toMatch(/OUTBOX-1|pangolin|scales-1/);

  // Nothing is lost by closing it.
  await officer.reload();
  await expect(officer.locator(".outbox-line")).toHaveCount(4);

  await officer.context().setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  // What only the server can ask is answered in one tap; its photos have waited for that.
  await line(officer, words("outbox.where.asks"))
    .getByRole("button", { name: words("outbox.act.as_it_is") })
    .click();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible({ timeout: 60_000 });
  const taken = officer.getByRole("region", { name: words("outbox.taken") });
  await expect(taken.getByRole("listitem")).toHaveCount(4);
  await taken.getByRole("link", { name: words.commodity("F1.pangolin_scales") }).click();
  await expect(officer.locator(".attachment")).toHaveCount(2);
  await officer.goto(`${evening.operation}/seizures`);
  await expect(officer.getByText(words.commodity("F1.pangolin_scales"))).toHaveCount(1);
  await officer.context().close();
  await evening.end();
});

/** Says nil on the page of the outbox. */
async function sayNil(page: Page): Promise<void> {
  await page.getByRole("button", { name: words("outbox.write.nil") }).click();
  await page.getByRole("button", { name: words("outbox.nil.confirm") }).click();
  await expect(page.locator(".outbox-line")).toHaveCount(1);
}

test("what waits survives the end of a session and another user of the phone, and goes for its writer alone", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  const context = officer.context();
  await context.setOffline(true);
  await officer.goto("/outbox");
  await sayNil(officer);

  // The session ends while it waits.
  const [mine] = (await context.cookies()).filter(({ name }) => name === "naga_session");
  await context.clearCookies({ name: "naga_session" });
  await context.setOffline(false);
  await officer.goto("/sign-in");
  await expect(officer.getByLabel(words("sign_in.email"))).toBeVisible();
  await officer.goto("/outbox");
  await expect(officer.getByText(/1 thing of .* wait/)).toBeVisible();
  await expect(officer.locator(".outbox-line")).toHaveCount(0);

  // The next one who holds the phone sees the own outbox, which is empty.
  const other = await evening.open(browser, { agency: 1, role: "reporter", second: true }, PHONE);
  const [theirs] = (await other.context().cookies()).filter(({ name }) => name === "naga_session");
  await other.context().close();
  if (!mine || !theirs) throw new Error("Nobody is signed in");
  await context.addCookies([theirs]);
  await officer.goto(evening.operation);
  await officer.goto("/outbox");
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();

  // Its writer comes back: it goes by itself.
  await context.clearCookies({ name: "naga_session" });
  await context.addCookies([mine]);
  await officer.goto(evening.operation);
  await officer.goto("/outbox");
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  await officer.goto(evening.operation);
  await expect(officer.getByRole("button", { name: words("today.nil") })).toHaveCount(0);
  await context.close();
  await evening.end();
});

test("a tally that a colleague was faster with shows both sides and asks; signing out with it waiting asks, too", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  await officer.context().setOffline(true);
  await officer.goto("/outbox");
  await sayNil(officer);
  const some = [{ group: "D1", cases: 2, quantities: [{ quantity: "3", unit: "kg" }] }];
  expect(await evening.post(1, { nil: false, groups: some })).toBe(200);
  await officer.context().setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  const conflict = officer.locator(".outbox-line");
  await expect(conflict).toContainText(words("outbox.where.conflict"));
  await expect(conflict).toContainText(words("outbox.theirs.some"));

  await officer.goto(evening.operation);
  await officer.locator("summary.initials").click();
  await officer.getByRole("button", { name: words("shell.sign_out") }).click();
  await expect(officer).toHaveURL(/\/outbox#sign-out$/);
  await expect(officer.getByText(words("outbox.leave.text", { n: 1 }))).toBeVisible();

  await conflict.getByRole("button", { name: words("outbox.act.mine") }).click();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  await officer.getByRole("button", { name: words("outbox.leave.out") }).click();
  await expect(officer.getByLabel(words("sign_in.email"))).toBeVisible();
  await officer.context().close();
  await evening.end();
});

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
  await officer.evaluate(
    () =>
      new Promise<void>((closed) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const change = opening.result.transaction("accounts", "readwrite");
          const all = change.objectStore("accounts").getAll();
          all.onsuccess = () => {
            for (const account of all.result) change.objectStore("accounts").put({ ...account, openUntil: 0 });
          };
          change.oncomplete = () => {
            opening.result.close();
            closed();
          };
        };
      }),
  );
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
