import { expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { approve, fillReport, sendReport } from "./reporting.ts";

const ORIGINAL = "พบเกล็ดลิ่นในถุงกระสอบ ๒ ใบ ใต้พื้นรถ";
const SUMMARY = "Pangolin scales in two sacks under the floor of the truck.";
const BETTER = "Pangolin scales in two jute sacks under the floor of the truck.";

test("a case told in Thai is read in English under its translator's name, with the Thai beside it, and says when that changed", async ({
  browser,
}) => {
  const thai = await signedIn(browser, "ncp.th");
  const address = await told(browser, thai);
  const original = (page: Page) => page.locator(".narrative .told-text:lang(th)");
  await expect(original(thai)).toHaveText(ORIGINAL);

  await thai.getByText(words("summary.add"), { exact: true }).click();
  await thai.getByLabel(words("summary.text")).fill(SUMMARY);
  await thai.getByRole("button", { name: words("summary.save") }).click();
  await expect(thai.getByText(words("error.summary.language.missing"))).toBeVisible();
  await expect(thai.getByLabel(words("summary.text"))).toHaveValue(SUMMARY);
  await thai.getByLabel(words("summary.language")).selectOption("en");
  await thai.getByRole("button", { name: words("summary.save") }).click();
  await expect(thai.getByLabel(words("summary.text"))).toHaveCount(0);
  await expect(thai.locator(".narrative .told-text").first()).toHaveText(SUMMARY);

  const reader = await signedIn(browser, "ncp.vn", PHONE);
  await reader.goto(address);
  const parts = reader.locator(".narrative > .narrative-part");
  await expect(parts.nth(0)).toContainText(SUMMARY);
  await expect(parts.nth(0)).toContainText(/Translated by \S.*, \S.*from version 1/);
  await expect(original(reader)).toHaveText(ORIGINAL);
  await expect(reader.getByText(words("summary.add"), { exact: true })).toHaveCount(0);

  // Two have it open; whoever saves second sees what the first wrote, and loses nothing.
  const ocu = await signedIn(browser, "ocu");
  await ocu.goto(address);
  const correct = async (page: Page, text: string) => {
    await page.getByText(words("summary.correct"), { exact: true }).click();
    await page.getByLabel(words("summary.text")).fill(text);
  };
  await correct(ocu, BETTER);
  await correct(thai, "Scales in sacks.");
  await ocu.getByRole("button", { name: words("summary.save") }).click();
  await expect(ocu.locator(".narrative .told-text").first()).toHaveText(BETTER);
  // Whoever has the case open reads it at once.
  await expect(parts.nth(0)).toContainText(BETTER);
  await thai.getByRole("button", { name: words("summary.save") }).click();
  await expect(thai.locator(".narrative-meanwhile")).toHaveText(BETTER);
  await expect(thai.getByLabel(words("summary.text"))).toHaveValue("Scales in sacks.");

  await thai.goto(`${address}/amend`);
  await thai.getByRole("radio", { name: words("report.amend.own_error"), exact: true }).check({ force: true });
  await thai.locator("[name='amend.reason']").fill("Counted again");
  await thai.locator("[name=narrative]").fill(ORIGINAL.replace("๒", "๓"));
  await thai.locator(".report-foot button[name=send]").click();
  await thai.waitForURL((url) => url.pathname === address);

  // The correction left all that is counted alone: whoever has the case open reads that at once, too.
  await expect(parts.nth(0)).toContainText(words("summary.changed"));
  await expect(parts.nth(0)).toContainText(BETTER);
  await expect(original(reader)).toContainText("๓");
  for (const page of [thai, reader, ocu]) await page.context().close();
});

/** Told by an officer in Thai, cleared by the contact point; the address of the seizure. */
async function told(browser: Parameters<typeof signedIn>[0], contact: Page): Promise<string> {
  const officer = await signedIn(browser, "officer.th", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  const goods = { slot: words("slot.G"), commodity: words.commodity("F1.pangolin_scales"), amount: "8.25" };
  await fillReport(officer, operation, { ...goods, place: "Mae Sai", country: "Thailand", caseNo: "SUMMARY-TH-1" });
  await officer.getByRole("button", { name: words("report.more"), exact: true }).click();
  await officer.locator("select[name=placeKind]").selectOption("border_post");
  await officer.locator("select[name=direction]").selectOption("import");
  await officer.locator("[name=narrative]").fill(ORIGINAL);
  await officer.locator("select[name=language]").selectOption("th");
  const address = await sendReport(officer);
  await contact.goto(address);
  await approve(contact);
  await officer.context().close();
  return address;
}
