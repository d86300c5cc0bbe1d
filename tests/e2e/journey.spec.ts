import { expect, type Page, type Request, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { type App, freePort, startApp } from "../support/app.ts";
import { ownFolder } from "../support/own-folder.ts";
import { killedOver, onRecord, startedAgain } from "./killing.ts";
import { bringIn, openOperation } from "./leading.ts";
import { writeReport } from "./outbox-device.ts";
import { DESK, operationAddress, PHONE, signedIn, throughInvitation, words } from "./people.ts";
import { approve, fillReport, sendReport, type Told } from "./reporting.ts";

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
  test.setTimeout(360_000);
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

test("the server is killed in the middle of a report, of a photo and of a file of cases, and each is there once", async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const officer = await signedIn(browser, "officer.la", PHONE, app.address);
  const operation = await operationAddress(officer, /Exercise/);
  const before = await onRecord(folder.path, operation);
  const again = async () => {
    app = await startedAgain(app, folder.path);
    await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  };

  // Once the report was taken and the answer is lost, once nobody knows how far it came: it waits on the phone, and goes.
  for (const [n, when] of (["answered", "asked"] as const).entries()) {
    await officer.goto(`${operation}/seizures/new`);
    await writeReport(officer, `VTE-KILLED-${n}`);
    const killed = killedOver(officer, app, when, isReport);
    await officer.locator(".report-foot button[name=send]").click();
    await killed;
    await again();
    // The page still waited for its answer, or it lay in the outbox already: either says that it is there.
    const there = officer.locator(".sent").or(officer.getByText(words("outbox.none")));
    await expect(there).toBeVisible({ timeout: 60_000 });
    expect((await onRecord(folder.path, operation)).reports).toBe(before.reports + n + 1);
  }

  await officer.goto(`${operation}/seizures`);
  await officer
    .getByRole("link", { name: new RegExp(SCALES.commodity) })
    .first()
    .click();
  const file = { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: await aPhoto({ width: 1600, height: 1200 }) };
  const killed = killedOver(officer, app, "answered", isPiece);
  await officer.locator(".attachments input[type=file]").first().setInputFiles(file);
  await killed;
  await again();
  await expect(officer.locator(".attachment")).toHaveCount(1);
  expect((await onRecord(folder.path, operation)).files).toBe(before.files + 1);
  await officer.context().close();

  const office = await signedIn(browser, "officer.la", DESK, app.address);
  await office.goto(`${operation}/import`);
  const killedInFile = killedOver(office, app, "answered", (request) => /\/file$/.test(request.url()));
  const cases = { name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(manyCases()) };
  await office.locator(".import-drop input[type=file]").setInputFiles(cases);
  await killedInFile;
  app = await startedAgain(app, folder.path);
  await office.evaluate(() => window.dispatchEvent(new Event("online")));
  await office.getByLabel(/H1/).check();
  for (const key of ["import.ask.keep", "import.go"] as const) {
    const said = office.waitForResponse((response) => response.request().method() === "POST");
    await office.getByRole("button", { name: words(key), exact: true }).click();
    await said;
  }
  await app.kill();
  app = await startedAgain(app, folder.path);
  await office.reload();
  const done = words("import.became.imported", { n: CASES });
  await expect(office.locator(".import-result")).toContainText(done, { timeout: 60_000 });
  expect((await onRecord(folder.path, operation)).reports).toBe(before.reports + 2 + CASES);
  await office.context().close();
});

const CASES = 400;

/** A file in the layout of the short template. */
function manyCases(): string {
  const today = new Date().toISOString().slice(0, 10);
  const rows = Array.from(
    { length: CASES },
    (_, at) =>
      `VTE-FILE-${at},${today},Lao PDR,Vientiane,Ketamine,${at + 1}.5,kg,Air cargo,${"found by a dog ".repeat(20)}`,
  );
  const headings = "Case number,Date of seizure,Country of seizure,Place of seizure,Commodity,Quantity,Unit";
  return [`${headings},Mode of transport,Remarks`, ...rows].join("\r\n");
}

const isReport = (request: Request) => request.method() === "POST" && /\/seizures\/new/.test(request.url());
const isPiece = (request: Request) =>
  request.method() === "POST" && (request.postDataBuffer()?.includes('name="position"') ?? false);

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
  await approve(contact);
}
