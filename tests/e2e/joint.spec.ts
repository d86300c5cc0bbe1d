import { expect, type Page, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { approve, fillReport, sendReport, type Told } from "./reporting.ts";

const CONTAINER = "CSQU3054383";

const told = (place: string, country: string, caseNo: string): Told => ({
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "41.65",
  ...{ place, country, caseNo },
});

test("two countries tell of one container: one case in the total, one in each table, and undone from the seizure", async ({
  browser,
}) => {
  const person = (login: string) => signedIn(browser, login);
  const [thai, lao, ocu] = [await person("ncp.th"), await person("ncp.la"), await person("ocu")];
  const operation = await operationAddress(ocu, /Exercise/);
  const sent = await released(browser, "officer.th", thai, told("Mae Sai", "Thailand", "JOINT-TH-1"));
  const taken = await released(browser, "officer.la", lao, told("Vientiane", "Lao", "JOINT-LA-1"));

  await ocu.goto(`${operation}/duplicates`);
  const pair = ocu.locator(".pair").filter({ hasText: words("duplicates.about.container") });
  await expect(pair).toContainText(words("duplicates.kind.same_consignment"));
  await pair.getByRole("button", { name: words("duplicates.join") }).click();
  await expect(ocu.getByText(words("duplicates.done.proposed"))).toBeVisible();

  const agree = words("duplicates.agree_act.same_consignment");
  for (const contact of [thai, lao]) {
    await contact.goto(`${operation}/duplicates`);
    await contact.getByRole("button", { name: agree }).click();
    await expect(contact.getByRole("button", { name: agree })).toHaveCount(0);
  }
  await expect(lao.getByText(words("duplicates.done.joined"))).toBeVisible();

  const footnote = words("figure.joint", { n: 1, more: 1 });
  await ocu.goto(`${operation}/statistics`);
  await expect(ocu.getByText(footnote)).toHaveCount(1);
  await ocu.goto(`${operation}/seizures?q=JOINT-TH-1`);
  await expect(ocu.getByRole("img", { name: words("seizures.joint") })).toHaveCount(1);

  const marked = (row: string) => ocu.locator(row).getByRole("img", { name: words("seizures.joint") });
  await ocu.goto(operation);
  await expect(marked(".report")).toHaveCount(2);
  await ocu.goto(`${operation}/checks`);
  await expect(ocu.locator(".verify-findings").getByText(/Part of a joint case with/)).toHaveCount(2);

  await thai.goto(sent);
  await expect(thai.locator(".history")).toContainText(words("seizure.joint.joined"));
  await thai
    .locator(".notice")
    .filter({ hasText: words("seizure.joint.title") })
    .getByRole("link", { name: /-LA-/ })
    .click();
  await expect(thai).toHaveURL(new RegExp(taken));
  await lao.goto(taken);
  await lao.getByRole("link", { name: words("seizure.joint.undo") }).click();
  await lao.getByLabel(words("duplicates.why")).first().fill("Another container");
  await lao
    .getByRole("button", { name: words("duplicates.close.joined") })
    .first()
    .click();
  await expect(lao.getByText(words("duplicates.done.undone"))).toBeVisible();
  await lao.goto(taken);
  await expect(lao.locator(".history")).toContainText(words("seizure.joint.parted"));
  await ocu.goto(`${operation}/statistics`);
  await expect(ocu.getByText(footnote)).toHaveCount(0);
  for (const page of [thai, lao, ocu]) await page.context().close();
});

/** Told by an officer in the full form, cleared by the contact point; the address of the seizure. */
async function released(browser: Parameters<typeof signedIn>[0], login: string, contact: Page, report: Told) {
  const officer = await signedIn(browser, login, PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  await fillReport(officer, operation, report);
  await officer.getByRole("button", { name: words("report.more"), exact: true }).click();
  await officer.locator("select[name=placeKind]").selectOption("border_post");
  await officer.locator("select[name=direction]").selectOption("import");
  await officer.locator("input[name=containerNo]:not([type=hidden])").fill(CONTAINER);
  const address = await sendReport(officer);
  await contact.goto(address);
  await approve(contact);
  await officer.context().close();
  return address;
}
