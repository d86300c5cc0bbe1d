import { expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { fillReport, sendReport, type Told } from "./reporting.ts";

const told = (caseNo: string): Told => ({
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "37.45",
  place: "Mae Sai",
  country: "Thailand",
  caseNo,
});

test("two reports clear together from the tray; told twice, they are one case once their owner agrees", async ({
  browser,
}) => {
  const officer = await signedIn(browser, "officer.th", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  const [contact, ocu] = [await signedIn(browser, "ncp.th"), await signedIn(browser, "ocu")];
  await ocu.goto(`${operation}/seizures?q=MS-2026`);
  const counted = (page: Page) => page.locator(".view-head .caption");
  await expect(counted(ocu)).toHaveText(words("seizures.count.filtered", { n: 0 }));

  for (const caseNo of ["MS-2026/014", "MS 2026-14 b"]) {
    await fillReport(officer, operation, told(caseNo));
    await sendReport(officer);
  }
  await ocu.reload();
  await expect(counted(ocu)).toHaveText(words("seizures.count.filtered", { n: 0 }));

  await contact.goto(`${operation}/clearance`);
  for (const no of ["MS-2026/014", "MS 2026-14 b"]) {
    await contact.getByRole("checkbox", { name: words("clearance.choose", { no }) }).check();
  }
  await contact.getByRole("button", { name: words("clearance.act.clear_n", { n: 2 }), exact: true }).click();
  await contact.getByRole("button", { name: words("clearance.confirm.yes", { n: 2 }) }).click();
  await expect(contact.getByText(words("clearance.done.released", { n: 2 }))).toBeVisible();
  await ocu.reload();
  await expect(counted(ocu)).toHaveText(words("seizures.count.filtered", { n: 2 }));

  await ocu.goto(`${operation}/duplicates`);
  const pair = ocu.locator(".pair").filter({ hasText: "MS-2026/014" });
  await expect(pair).toHaveCount(1);
  await pair
    .getByRole("button", { name: /One case/ })
    .first()
    .click();
  await expect(ocu.getByText(words("duplicates.done.proposed"))).toBeVisible();

  await contact.goto(`${operation}/duplicates`);
  await contact.getByRole("button", { name: words("duplicates.agree_act.duplicate") }).click();
  await expect(contact.getByText(words("duplicates.done.merged"))).toBeVisible();
  await ocu.goto(`${operation}/seizures?q=MS-2026`);
  await expect(counted(ocu)).toHaveText(words("seizures.count.filtered", { n: 1 }));

  await contact.goto(`${operation}/duplicates`);
  await contact.getByLabel(words("duplicates.why")).first().fill("Two parcels after all");
  await contact
    .getByRole("button", { name: words("duplicates.close.merged") })
    .first()
    .click();
  await expect(contact.getByText(words("duplicates.done.undone"))).toBeVisible();
  await ocu.reload();
  await expect(counted(ocu)).toHaveText(words("seizures.count.filtered", { n: 2 }));
  for (const page of [officer, contact, ocu]) await page.context().close();
});
