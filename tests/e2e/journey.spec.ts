import { expect, type Page, test } from "@playwright/test";
import { type App, freePort, startApp } from "../support/app.ts";
import { ownFolder } from "../support/own-folder.ts";
import { bringIn, openOperation } from "./leading.ts";
import { DESK, PHONE, signedIn, throughInvitation, words } from "./people.ts";
import { fillReport, sendReport, type Told } from "./reporting.ts";

const SCALES: Told = {
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "12.5",
  place: "Noi Bai",
  country: "Viet Nam",
  caseNo: "HAN-2026-0001",
};

/** A product of its own: it is killed on the way. */
let app: App;
let folder: Awaited<ReturnType<typeof ownFolder>>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await ownFolder("journey");
  app = await startApp({ dataDir: folder.path, port: await freePort() });
});

test.afterAll(async () => {
  await app.stop();
  folder.remove();
});

test("three countries: nothing before national clearance, then every screen changes, and a restart loses nothing", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const person = (login: string, size = DESK) => signedIn(browser, login, size, app.address);
  const lead = await person("lead.cn");
  const operation = await openOperation(lead, {
    code: "RIVER1",
    name: "Operation River",
    agencies: {
      "Customs, Viet Nam": "ncp.vn@naga.example",
      "Customs, Thailand": "ncp.th@naga.example",
      "Customs, Lao PDR": "ncp.la@naga.example",
    },
  });

  const vietnam = await person("ncp.vn");
  const link = await bringIn(vietnam, operation, "Customs, Viet Nam", { email: "officer.on.duty@naga.example" });
  const officer = await throughInvitation(browser, link, PHONE, app.address);

  const [thailand, laos] = [await person("ncp.th"), await person("ncp.la")];
  const watchers = { lead: `${operation}`, thailand: `${operation}/statistics`, laos: `${operation}/map` };
  const open = [
    [lead, watchers.lead],
    [thailand, watchers.thailand],
    [laos, watchers.laos],
  ] as const;
  for (const [page, address] of open) await watch(page, address);

  await fillReport(officer, operation, SCALES);
  const first = await sendReport(officer);
  await vietnam.goto(first);
  await expect(vietnam.getByRole("heading", { level: 1 })).toContainText("12.5");
  // The contact point has it; the others, asked anew, have nothing, nor a hint of it.
  for (const page of [thailand, laos, lead]) expect((await page.request.get(first)).status()).toBe(404);
  for (const [page] of open) await expect(casesOn(page)).toHaveText("0");

  await clear(vietnam);
  for (const [page] of open) await expect(casesOn(page)).toHaveText("1");
  await expect(thailand.locator("figure, section").filter({ hasText: "Viet Nam" }).first()).toBeVisible();
  await expect(laos.getByRole("link", { name: /Pangolin scales.*12\.5/ })).toBeVisible();
  await expect(lead.getByText(/Noi Bai/).first()).toBeVisible();

  await fillReport(officer, operation, { ...SCALES, amount: "7.25", caseNo: "HAN-2026-0002" });
  await app.kill();
  app = await startApp({ dataDir: folder.path, port: Number(new URL(app.address).port) });
  const second = await sendReport(officer);
  await vietnam.goto(second);
  await clear(vietnam);
  for (const [page] of open) {
    await expect(casesOn(page)).toHaveText("2");
    // The page that was opened at the beginning, never loaded again.
    expect(await page.evaluate(() => Reflect.get(window, "opened"))).toBe("once");
    await page.context().close();
  }
});

/** Opens a page to stay open, and marks it so that a reload would be seen. */
async function watch(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(".live-live")).toBeVisible();
  await expect(casesOn(page)).toHaveText("0");
  await page.evaluate(() => Reflect.set(window, "opened", "once"));
}

function casesOn(page: Page) {
  return page.locator(".headline-number").first();
}

async function clear(contact: Page): Promise<void> {
  await contact.locator("form:has(input[name=intent][value=clear]) button").click();
  await expect(contact.locator("form:has(input[name=intent][value=clear])")).toHaveCount(0);
}
