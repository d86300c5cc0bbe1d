import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { DESK, operationAddress, PHONE, signedIn, words } from "./people.ts";

const HEADINGS = "Folder;When;Where;What;How much;Remarks";
const PLAIN = { name: "Wattay-May.csv", mimeType: "text/csv" };

/** A file as an office keeps it: headings of its own, a date that is none, a town with a slip, and many plain rows. */
function table(): string {
  const plain = Array.from(
    { length: 60 },
    (_, at) =>
      `VTE-IMP-${at + 1};${1 + (at % 28)}/05/2021;Vientiane;Ketamine;${at + 1},5 kg;${"found by a dog ".repeat(80)}`,
  );
  return [
    HEADINGS,
    ...plain,
    "VTE-IMP-61;32/05/2021;Vientiane;Ketamine;2,5 kg;=1+1",
    "VTE-IMP-62;yesterday;Vientiane;Heroin;1,5 kg;",
  ].join("\r\n");
}

test("an office's own file is sent over a line that breaks, mapped, mended, imported, and changes nothing when sent again", async ({
  browser,
}) => {
  const page = await signedIn(browser, "officer.la", DESK);
  const operation = await operationAddress(page, /Exercise/);
  await page.goto(operation);
  await page
    .getByRole("link", { name: words("shell.place.imports") })
    .first()
    .click();
  const file = { ...PLAIN, buffer: Buffer.from(table()) };

  // The line breaks after the first piece, and comes back on a page that was loaded anew in the middle of it.
  const places: string[] = [];
  let away = false;
  await page.route("**/import/*/file", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (away) return route.abort("internetdisconnected");
    places.push(
      /name="place"\r\n\r\n(\d+)/.exec(route.request().postDataBuffer()?.toString("latin1") ?? "")?.[1] ?? "",
    );
    await route.continue();
    away = true;
  });
  await choose(page, file);
  await expect(page.getByText(/Waits for the line/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(words("import.half.title", { n: 1 }))).toBeVisible();
  away = false;
  await page.unroute("**/import/*/file");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/file")) sent.push(request.url());
  });
  await choose(page, file);
  await expect(page.getByRole("heading", { name: PLAIN.name })).toBeVisible();
  expect(places).toEqual(["0"]);
  expect(sent).toHaveLength(Math.ceil(file.buffer.length / 65_536) - 1);

  // Headings that say nothing to us are mapped once.
  const columns = page.locator(".import-columns");
  await expect(columns).toBeVisible();
  const map = {
    Folder: "nationalCaseNo",
    When: "occurredOn",
    Where: "place",
    What: "commodity",
    "How much": "quantity",
  };
  for (const [heading, holds] of Object.entries(map))
    await columns.getByLabel(heading, { exact: true }).selectOption(holds);
  await columns.getByRole("button", { name: words("import.columns.keep") }).click();
  await expect(page.getByText(words("import.show.error", { n: "2" }))).toBeVisible();
  await page.getByLabel(/H1/).check();
  await page.getByRole("button", { name: words("import.ask.keep") }).click();

  // One row is mended in the grid.
  await page.getByRole("link", { name: words("import.show.error", { n: "2" }) }).click();
  const first = page.locator(".import-row").first();
  await expect(first).toContainText("32/05/2021");
  await first.getByRole("button", { name: words("import.mend"), exact: true }).click();
  await first.getByLabel("When").fill("31/05/2021");
  await first.getByRole("button", { name: words("import.mend.keep") }).click();
  await expect(page.getByText(words("import.show.error", { n: "1" }))).toBeVisible();
  await expect(page.locator(".import-row")).toHaveCount(1);

  // The days are of another year than the operation: asked of the file once.
  await page.getByRole("button", { name: words("import.go"), exact: true }).click();
  await expect(page.getByText(words("error.import.outside.open", { count: 61 }))).toBeVisible();
  await page.getByLabel(words("import.ask.outside", { n: 61 })).check();
  await page.getByRole("button", { name: words("import.ask.keep") }).click();
  await expect(page.getByText(words("error.import.outside.open", { count: 61 }))).toHaveCount(0);

  // The good ones go in; the other is handed back with its reason.
  await page.getByRole("button", { name: words("import.go"), exact: true }).click();
  await expect(page.locator(".import-result")).toContainText(words("import.became.imported", { n: 61 }), {
    timeout: 60_000,
  });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: words("import.refused.download") }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain("VTE-IMP-62");
  expect(csv).toContain("yesterday");

  // On a phone the grid is read and mended with one hand.
  const address = page.url().split("?")[0] ?? "";
  const phone = await signedIn(browser, "officer.la", PHONE);
  await phone.goto(`${address}?show=error`);
  await expect(phone.locator(".import-row")).toContainText("yesterday");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await phone.getByRole("link", { name: words("import.show.done", { n: "61" }) }).click();
  await expect(phone.locator(".import-row")).toHaveCount(50);
  await expect(phone.getByRole("link", { name: words("import.row.seizure") }).first()).toBeVisible();

  // The same file again is known again, by its headings and by its cases.
  await page.goto(`${operation}/import`);
  await choose(page, { ...file, name: "Wattay-May-again.csv" });
  await expect(page.getByText(words("import.show.error", { n: "2" }))).toBeVisible({ timeout: 60_000 });
  await page.getByLabel(/H1/).check();
  await page.getByLabel(words("import.ask.outside", { n: 60 })).check();
  await page.getByRole("button", { name: words("import.ask.keep") }).click();
  await page.getByRole("button", { name: words("import.go"), exact: true }).click();
  await expect(page.locator(".import-result")).toContainText(words("import.became.unchanged", { n: 60 }), {
    timeout: 60_000,
  });
  await expect(page.locator(".import-result")).not.toContainText("imported");

  // What is left is closed, which is asked about.
  await page.getByRole("button", { name: words("import.close") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: words("import.close") })
    .click();
  await expect(page.getByText(words("import.cancelled.title"))).toBeVisible();
  for (const one of [page, phone]) await one.context().close();
});

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.locator(".import-drop input[type=file]").setInputFiles(file);
}
