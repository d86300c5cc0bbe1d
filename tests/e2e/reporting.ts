import { expect, type Page } from "@playwright/test";
import { words } from "./people.ts";

/** What an officer says in a minute. */
export type Told = { slot: string; commodity: string; amount: string; place: string; country: string; caseNo: string };

/** Presses a tile as a thumb does: of a small window the standing foot covers a part, and what lies under it is moved first. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.getByRole("radio", { name, exact: true });
  await page.locator("label").filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

/** Fills the short form of an operation as an officer does; nothing is sent. */
export async function fillReport(page: Page, operation: string, told: Told): Promise<void> {
  await page.goto(`${operation}/seizures/new`);
  await choose(page, told.slot);
  await choose(page, told.commodity);
  await page.getByLabel(words("report.how_much"), { exact: true }).first().fill(told.amount);
  const place = page.getByRole("combobox", { name: words("report.where") });
  await place.fill(told.place);
  await page
    .getByRole("option", { name: new RegExp(`${told.place}.*${told.country}`) })
    .first()
    .click();
  await choose(page, /Today/);
  await choose(page, words.code("mode", "road_truck"));
  await page.getByLabel(words("report.case_no"), { exact: true }).fill(told.caseNo);
}

/** Sends what stands in the form, and waits for the report's page. */
export async function sendReport(page: Page): Promise<string> {
  await page.locator(SEND).click();
  return acknowledged(page);
}

/** After a sending: answers what is asked with "send it as it is"; the address of the report that was received. */
export async function acknowledged(page: Page): Promise<string> {
  const sent = page.locator(".sent");
  await expect(page.locator(".report-foot .message-question").or(sent)).toBeVisible();
  if (await page.locator(SEND).isVisible()) await page.locator(SEND).click();
  await expect(sent).toBeVisible();
  await page.waitForURL(/\/seizures\/[0-9a-f-]{36}\?sent/);
  return new URL(page.url()).pathname;
}

const SEND = ".report-foot button[name=send]";

/** A report begun and left for later; the address of its form. */
export async function startedDraft(page: Page, operation: string): Promise<string> {
  await page.goto(`${operation}/seizures/new`);
  await choose(page, words("slot.D"));
  await page.locator("button[name=send][value=draft]").click();
  await expect(page.locator(".sent")).toContainText(words("seizure.kept"));
  return `${new URL(page.url()).pathname}/draft`;
}

/** Gives a report its approval, by the button that asks for nothing: the dialog after it has the same form. */
export async function approve(contact: Page): Promise<void> {
  const forms = contact.locator("form:has(input[name=intent][value=clear])");
  await forms.first().getByRole("button").click();
  await expect(forms).toHaveCount(0);
}
