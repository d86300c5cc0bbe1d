import { type Browser, expect, type Page } from "@playwright/test";
import type { TextOf } from "#app/messages/catalogue.ts";
import { anEvening, type Evening } from "./evening.ts";
import { PHONE, words } from "./people.ts";
import { choose } from "./reporting.ts";

/** The device has everything it needs: the forms, and then the page that opens without a line. */
export async function readied(page: Page, { operation }: Evening): Promise<void> {
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
export async function anOfficer(browser: Browser): Promise<{ evening: Evening; officer: Page }> {
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, PHONE);
  await readied(officer, evening);
  return { evening, officer };
}

/** The same on the page of what waits, with no line and a nil that waits for one. */
export async function anOfficerWithoutLine(browser: Browser) {
  const { evening, officer } = await anOfficer(browser);
  const context = officer.context();
  await context.setOffline(true);
  await officer.goto("/outbox");
  await sayNil(officer);
  return { evening, officer, context };
}

/** What an officer can say where no place can be looked up. */
export async function writeReport(page: Page, caseNo: string, said: TextOf = words): Promise<void> {
  await choose(page, said("slot.G"));
  await choose(page, said.commodity("F1.pangolin_scales"));
  await page.getByLabel(said("report.how_much"), { exact: true }).first().fill("12");
  await page.getByText(said("report.place.country_only")).click();
  await page.locator("select[name='place.country']").selectOption("LA");
  // Of a small window the standing foot covers a part: what is pressed is scrolled out from under it.
  await page.locator("label:has(input[name=occurredOn])").first().click();
  await choose(page, said.code("mode", "road_truck"));
  await page.getByLabel(said("report.case_no"), { exact: true }).fill(caseNo);
}

/** What the worker keeps: addresses, and the one page. */
export function keptPages(page: Page): Promise<{ addresses: string[]; shell: string }> {
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
export function bytesKept(page: Page): Promise<string> {
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

/** Says nil on the page of the outbox. */
export async function sayNil(page: Page): Promise<void> {
  await page.getByRole("button", { name: words("outbox.write.nil") }).click();
  await page.getByRole("button", { name: words("outbox.nil.confirm") }).click();
  await expect(page.locator(".outbox-line")).toHaveCount(1);
}

/** With a PIN: until when this device holds it open. */
export function closePin(page: Page, openUntil: number): Promise<void> {
  return page.evaluate(
    (until) =>
      new Promise<void>((closed) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const change = opening.result.transaction("accounts", "readwrite");
          const all = change.objectStore("accounts").getAll();
          all.onsuccess = () => {
            for (const account of all.result) {
              if (account.lock) change.objectStore("accounts").put({ ...account, openUntil: until });
            }
          };
          change.oncomplete = () => {
            opening.result.close();
            closed();
          };
        };
      }),
    openUntil,
  );
}
