import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { fillReport, sendReport } from "./reporting.ts";

test("a contact point erases a record that others have open: they are told, and it is found nowhere", async ({
  browser,
}) => {
  const caseNo = "ER-2026/77";
  const officer = await signedIn(browser, "officer.th", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  await fillReport(officer, operation, {
    slot: words("slot.G"),
    commodity: words.commodity("F1.pangolin_scales"),
    amount: "8.31",
    place: "Mae Sai",
    country: "Thailand",
    caseNo,
  });
  await sendReport(officer);
  const contact = await signedIn(browser, "ncp.th");
  await contact.goto(`${operation}/clearance`);
  await contact.getByRole("checkbox", { name: words("clearance.choose", { no: caseNo }) }).check();
  await contact.getByRole("button", { name: words("clearance.act.clear_n", { n: 1 }), exact: true }).click();
  await contact.getByRole("button", { name: words("clearance.confirm.yes", { n: 1 }) }).click();
  await expect(contact.getByText(words("clearance.done.released", { n: 1 }))).toBeVisible();

  const list = `${operation}/seizures?q=${encodeURIComponent(caseNo)}`;
  const ocu = await signedIn(browser, "ocu");
  for (const page of [contact, ocu]) {
    await page.goto(list);
    await page.locator("a.row-link").click();
    await expect(page.getByText(caseNo, { exact: true })).toBeVisible();
  }

  // As others see them first: the own list, with whom it is seen, and a way back.
  const record = contact.url();
  await contact.goto(list);
  await contact.locator(".look-at-own > summary").click();
  await contact.locator(".look-at-own select").selectOption({ index: 0 });
  await contact.getByRole("button", { name: words("seizure.look"), exact: true }).click();
  await expect(contact.getByText(words("look.own.text"))).toBeVisible();
  await contact.getByRole("link", { name: words("seizure.look.back") }).click();
  await expect(contact.getByText(words("look.own.text"))).toHaveCount(0);

  await contact.goto(record);
  await contact.getByRole("button", { name: words("erase.act"), exact: true }).click();
  const dialog = contact.getByRole("dialog");
  await expect(dialog.getByText(words("erase.undone"))).toBeVisible();
  await dialog.getByLabel(words("erase.reason")).fill("A court ordered it.");
  await dialog.getByLabel(words("erase.type")).fill("ER-2026/78");
  const confirm = dialog.getByRole("button", { name: words("erase.confirm") });
  await confirm.click();
  await expect(dialog.getByText(words("error.erase.order.missing"))).toBeVisible();
  await expect(dialog.getByLabel(words("erase.reason"))).toHaveValue("A court ordered it.");
  await dialog.getByLabel(words("erase.order")).fill("Criminal Court 214/2569");
  await confirm.click();
  await expect(dialog.getByText(words("error.erase.confirm.other"))).toBeVisible();
  await dialog.getByLabel(words("erase.type")).fill(caseNo.toLowerCase());
  await confirm.click();

  await expect(contact.getByText("Criminal Court 214/2569")).toBeVisible();
  await expect(ocu.getByText("A court ordered it.")).toBeVisible();
  for (const page of [contact, ocu]) await expect(page.getByText(caseNo, { exact: true })).toHaveCount(0);
  await expect(ocu.getByText("Criminal Court 214/2569")).toHaveCount(0);
  await ocu.goto(list);
  await expect(ocu.locator(".view-head .caption")).toHaveText(words("seizures.count.filtered", { n: 0 }));
});
