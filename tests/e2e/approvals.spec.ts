import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { anEvening } from "./evening.ts";
import { bringIn } from "./leading.ts";
import { operationAddress, PHONE, signedIn, throughInvitation, words } from "./people.ts";
import { fillReport, sendReport } from "./reporting.ts";

const AGENCY = "Customs, Thailand";
const CASE = "CR-2026/021";
const TOLD = {
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "21.5",
  place: "Mae Sai",
  country: "Thailand",
  caseNo: CASE,
};

test("until two have approved it nobody outside counts it; two who correct it at once both stay in its history", async ({
  browser,
}) => {
  const first = await signedIn(browser, "ncp.th");
  const operation = await operationAddress(first, /Exercise/);
  await setSteps(first, operation, "2");
  const link = await bringIn(first, operation, AGENCY, { email: "second.contact@naga.example", role: "ncp" });
  const second = await throughInvitation(browser, link);
  const [officer, ocu] = [await signedIn(browser, "officer.th", PHONE), await signedIn(browser, "ocu")];
  const reader = await signedIn(browser, "ncp.vn");

  await ocu.goto(operation);
  await expect(ocu.locator(".live-live")).toBeVisible();
  const before = Number(await counted(ocu).innerText());
  await fillReport(officer, operation, TOLD);
  const report = await sendReport(officer);
  await approve(first, operation);
  await expect(first.getByText(words("clearance.done.in_clearance", { n: 1 }))).toBeVisible();
  expect((await ocu.request.get(report)).status()).toBe(404);
  await expect(counted(ocu)).toHaveText(String(before));
  await approve(second, operation);
  await second.getByRole("button", { name: words("clearance.confirm.yes", { n: 1 }) }).click();
  await expect(second.getByText(words("clearance.done.released", { n: 1 }))).toBeVisible();
  await expect(counted(ocu)).toHaveText(String(before + 1));

  await reader.goto(report);
  await expect(reader.locator(".live-live")).toBeVisible();
  for (const page of [first, second]) await page.goto(`${report}/amend`);
  await amend(first, "[name='items.0.quantity']", "22");
  await expect(first.getByText(words("seizure.version", { n: 2 })).first()).toBeVisible();
  // Whoever only reads it in another agency has it at once.
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("22 kg");
  await expect(reader.getByRole("link", { name: words("seizure.newer") })).toHaveCount(0);
  await amend(second, "[name=narrative]", "Behind the rear wheel");
  await expect(second.getByText(words("report.stale.title"))).toBeVisible();
  // What only the other one changed is in the form already.
  await expect(second.locator("[name='items.0.quantity']")).toHaveValue("22");
  await send(second);
  await expect(second.getByText(words("seizure.version", { n: 3 })).first()).toBeVisible();
  await expect(second.getByText("Behind the rear wheel").first()).toBeVisible();
  await expect(second.locator(".history ins").filter({ hasText: "22" }).first()).toBeVisible();

  await setSteps(first, operation, "1");
  for (const page of [first, second, officer, ocu, reader]) await page.context().close();
});

/** Of four agencies one reports; the others read, coordinate and lead. */
const [REPORTS, READS, COORDINATES, LEADS] = [0, 1, 2, 3];
const Listed = z.object({ total: z.number(), seizures: z.array(z.unknown()) });
const Fed = z.object({ facts: z.array(z.unknown()) });
const Figured = z.object({ figures: z.object({ cases: z.object({ total: z.number() }) }) });

test("until two have approved it, open pages of others and a machine's list, feed and figures say 0, and 1 within two seconds", async ({
  browser,
}) => {
  const evening = await anEvening(4);
  await evening.approvals(REPORTS, 2);
  const open = (agency: number, role: "lead" | "ocu" | "ncp" | "analyst", person: 1 | 2 = 1) =>
    evening.open(browser, { agency, role, person });
  const first = await open(REPORTS, "ncp");
  const second = await open(REPORTS, "ncp", 2);
  const others = [await open(READS, "analyst"), await open(COORDINATES, "ocu"), await open(LEADS, "lead")];
  for (const page of others) {
    await page.goto(evening.operation);
    await expect(page.locator(".live-live")).toBeVisible();
  }
  const toMachine = async () => [
    Listed.parse(await evening.ask(READS, "seizures")).total,
    Listed.parse(await evening.ask(READS, "seizures")).seizures.length,
    Fed.parse(await evening.ask(READS, "feed")).facts.length,
    Figured.parse(await evening.ask(READS, "figures")).figures.cases.total,
  ];

  const report = await evening.report(REPORTS, { nationalCaseNo: CASE });
  await approve(first, evening.operation);
  await expect(first.getByText(words("clearance.done.in_clearance", { n: 1 }))).toBeVisible();
  for (const page of others) {
    await expect(counted(page)).toHaveText("0");
    expect((await page.request.get(report)).status()).toBe(404);
  }
  expect(await toMachine()).toEqual([0, 0, 0, 0]);

  await approve(second, evening.operation);
  const answered = second.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  await second.getByRole("button", { name: words("clearance.confirm.yes", { n: 1 }) }).click();
  await answered;
  const soon = { timeout: 2_000 };
  await Promise.all([
    ...others.map((page) => expect(counted(page)).toHaveText("1", soon)),
    expect.poll(toMachine, soon).toEqual([1, 1, 1, 1]),
  ]);
  for (const page of [first, second, ...others]) await page.context().close();
  await evening.end();
});

const counted = (page: Page) => page.locator(".headline-number").first();

/** How many national approvals the agency's reports need. */
async function setSteps(contact: Page, operation: string, steps: string): Promise<void> {
  await contact.goto(`${operation}/participants`);
  await contact.getByRole("link", { name: AGENCY, exact: true }).click();
  await contact.locator("[name=clearanceSteps]").first().selectOption(steps);
  await contact.locator("form:has(input[name=intent][value=steps]) button[type=submit]").click();
  await expect(contact.locator("[name=clearanceSteps]").first()).toHaveValue(steps);
}

async function approve(contact: Page, operation: string): Promise<void> {
  await contact.goto(`${operation}/clearance`);
  await contact.getByRole("checkbox", { name: words("clearance.choose", { no: CASE }) }).check();
  await contact.getByRole("button", { name: words("clearance.act.clear_n", { n: 1 }), exact: true }).click();
}

async function amend(contact: Page, field: string, value: string): Promise<void> {
  await contact.getByRole("radio", { name: words("report.amend.own_error"), exact: true }).check({ force: true });
  await contact.locator("[name='amend.reason']").fill("Read again");
  await contact.locator(field).fill(value);
  await send(contact);
}

/** Sends, and where the checks ask, sends it as it is. */
async function send(contact: Page): Promise<void> {
  const button = contact.locator(".report-foot button[name=send]");
  await button.click();
  const asked = contact.locator(".report-foot .message-question");
  await expect(
    asked
      .or(contact.locator(".history"))
      .or(contact.getByText(words("report.stale.title")))
      .first(),
  ).toBeVisible();
  if (await asked.isVisible()) await button.click();
}
