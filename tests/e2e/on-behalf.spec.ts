import { expect, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { DESK, PHONE, words } from "./people.ts";
import { choose, fillReport, sendReport } from "./reporting.ts";

const TOLD = {
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "4",
  place: "Mae Sai",
  country: "Thailand",
  caseNo: "RADIO-7",
};

test("what a post told by telephone is entered for it, has a number that can be spoken, and is confirmed from the post's own phone", async ({
  browser,
}) => {
  const evening = await anEvening(2, "organisation");
  await evening.approvals(1, 1);
  const contact = await evening.open(browser, { agency: 1, role: "ncp" }, DESK);
  const officer = await evening.open(browser, { agency: 1, role: "reporter", person: 2 }, PHONE);

  await fillReport(contact, evening.operation, TOLD);
  await contact.getByText(words("report.behalf"), { exact: true }).click();
  await contact.locator("[name='behalf.unitId']").selectOption({ index: 1 });
  await contact.locator("button[name=send]").last().click();
  // Who told it and how is asked at the field, and what was said stays.
  await expect(contact.getByText(words("error.behalf.informant.missing")).first()).toBeVisible();
  await expect(contact.locator("[name='items.0.quantity']")).toHaveValue(TOLD.amount);
  await contact.locator("[name='behalf.informant']").fill("Sergeant Lan");
  await choose(contact, words("report.behalf.telephone"));
  await contact.locator("[name='behalf.cameTime']").fill("09:05");
  const report = await sendReport(contact);
  const receipt = (await contact.locator("main").innerText()).match(/\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/)?.[0] ?? "";
  expect(receipt).not.toBe("");

  await officer.goto(evening.operation);
  await officer.locator(`a[href*="${report}"]`).first().click();
  await expect(officer.getByText(receipt).first()).toBeVisible();
  await expect(officer.getByText("Sergeant Lan").first()).toBeVisible();
  await officer.getByRole("button", { name: words("behalf.confirm") }).click();
  await expect(officer.getByRole("button", { name: words("behalf.confirm") })).toHaveCount(0);

  await contact.goto(report);
  await expect(contact.getByText(words("behalf.waits"))).toHaveCount(0);
  await expect(contact.getByText(/^Confirmed by /)).toBeVisible();
  for (const page of [contact, officer]) await page.context().close();
  await evening.end();
});
