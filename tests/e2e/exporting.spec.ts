import { expect, type Page, test } from "@playwright/test";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";

test("released cases go out as a workbook, the next one holds only what changed, and both are found again", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ncp.vn");
  const operation = await operationAddress(page, /Exercise/);
  await page.goto(operation);
  await page
    .getByRole("link", { name: words("shell.place.exports") })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: words("export.title") })).toBeVisible();
  await page.getByRole("link", { name: words("export.help") }).click();
  await expect(page.getByRole("heading", { name: words("help.exports.how") })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/official upload templates of CEN and CENcomm are not public/)).toBeVisible();
  await make(page);
  const first = page.url();
  const table = await downloaded(page);
  const [headings = [], ...rows] = table;
  expect(headings.slice(0, 5)).toEqual([
    "Status",
    "Changed columns",
    "CEN number",
    "CENcomm number",
    "National case number",
  ]);
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(([status]) => status))).toEqual(new Set(["New"]));

  // A case gets the number that the CEN gave it: that changes nothing. Its story changes it.
  const link = page.locator("table .row-link").first();
  const caseNo = await link.innerText();
  await link.click();
  await expect(page.locator(".history").first()).toBeVisible();
  const kase = page.url();
  await amend(page, kase, "[name=cenNo]", "CEN-2026-000917");
  await expect(page.getByText("CEN-2026-000917").first()).toBeVisible();
  await page.goto(`${operation}/export`);
  await make(page);
  await expect(page.getByText(caseNo, { exact: true })).toHaveCount(0);
  await amend(page, kase, "[name=narrative]", "Told again for the workbook");
  await page.goto(`${operation}/export`);
  await make(page);
  const line = page.locator("tr", { hasText: caseNo });
  await expect(line).toContainText(words("export.mark.changed"));
  await expect(line).toContainText("Narrative");
  const changed = (await downloaded(page)).find((row) => row.includes(caseNo));
  expect(changed?.slice(0, 3)).toEqual(["Changed", "Narrative", "CEN-2026-000917"]);

  // The first one is as it was, for a colleague with a phone, too.
  const phone = await signedIn(browser, "ncp.vn", PHONE);
  await phone.goto(first);
  await expect(phone.getByText(words("export.state.done")).first()).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await downloaded(phone)).toEqual(table);
  for (const one of [page, phone]) await one.context().close();
});

async function make(page: Page): Promise<void> {
  await page.getByRole("button", { name: words("export.make"), exact: true }).click();
  await page.waitForURL(/\/export\/[0-9a-f-]{36}$/);
  await expect(page.getByText(words("export.state.done")).first()).toBeVisible({ timeout: 60_000 });
}

async function downloaded(page: Page): Promise<string[][]> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: words("export.download"), exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/-cen-\d+\.xlsx$/);
  const table = await openTable(await file.path());
  const rows: string[][] = [];
  for await (const row of table.rows()) rows.push(row);
  table.close();
  return rows;
}

async function amend(page: Page, kase: string, field: string, value: string): Promise<void> {
  await page.goto(`${kase}/amend`);
  await page.getByRole("radio", { name: words("report.amend.own_error"), exact: true }).check({ force: true });
  await page.locator("[name='amend.reason']").fill("For the workbook");
  await page.locator(field).fill(value);
  const send = page.locator(".report-foot button[name=send]");
  await send.click();
  const asked = page.locator(".report-foot .message-question");
  await expect(asked.or(page.locator(".history")).first()).toBeVisible();
  if (await asked.isVisible()) await send.click();
  await expect(page.locator(".history").first()).toBeVisible();
}
