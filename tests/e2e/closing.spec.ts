import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { unpacked, wrongSums } from "../support/unpacked.ts";
import { anEvening } from "./evening.ts";
import { complaints, PHONE, words } from "./people.ts";

test("a lead settles what is open and closes; a contact point takes its records home, and their sums are right", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  await evening.report(1, { nationalCaseNo: "TAKEN HOME" });
  await evening.report(0, { nationalCaseNo: "OF ANOTHER" });
  const lead = await evening.open(browser, { agency: 0, role: "lead" });
  const contact = await evening.open(browser, { agency: 1, role: "ncp" });
  const heard = [complaints(lead), complaints(contact)];

  await toDebriefing(lead, evening.operation);
  await expect(lead.getByRole("button", { name: words("plan.move.debrief_closed") })).toHaveCount(0);
  await lead.getByRole("link", { name: words("closing.to"), exact: true }).click();
  await expect(lead.getByRole("heading", { level: 1, name: words("closing.title") })).toBeVisible();
  await expect(row(lead, "closing.check.report")).toContainText(words("closing.standing.open"));
  await expect(lead.getByRole("button", { name: words("plan.move.debrief_closed") })).toHaveCount(0);

  await lead.getByRole("link", { name: words("closing.check.report.link") }).click();
  await publishReport(lead);
  await lead.goto(`${evening.operation}/closing`);
  await expect(row(lead, "closing.check.report")).toContainText(words("closing.standing.settled"));
  await leaveOpen(lead, "closing.check.days", "Agreed at the debriefing");
  await lead.getByRole("button", { name: words("plan.move.debrief_closed") }).click();
  await lead
    .getByRole("dialog")
    .getByRole("button", { name: words("plan.move.debrief_closed") })
    .click();
  await expect(lead.getByText(words("closing.is_closed"))).toBeVisible();
  await expect(lead.getByRole("button", { name: words("plan.move.debrief_closed") })).toHaveCount(0);
  await lead.getByLabel(words("closing.kept.day"), { exact: false }).fill("2099-12-31");
  await lead.getByRole("button", { name: words("closing.kept.send") }).click();
  await expect(lead.getByText(/Records are kept until/)).toBeVisible();

  await contact.goto(`${evening.operation}/plan`);
  await contact.getByRole("link", { name: words("package.to") }).click();
  await expect(contact.getByText(/Records are kept until/)).toBeVisible();
  await contact.getByRole("button", { name: words("package.ask") }).click();
  const ready = contact.getByRole("link", { name: words("package.take") });
  await expect(ready).toBeVisible({ timeout: 60_000 });
  const coming = contact.waitForEvent("download");
  await ready.click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/-records-\d{4}-\d{2}-\d{2}\.zip$/);
  const files = await unpacked(readFileSync(await download.path()));
  expect(wrongSums(files)).toEqual([]);
  expect(JSON.parse(String(files.get("cases.json")))).toMatchObject([
    { versions: [{ record: { nationalCaseNo: "TAKEN HOME" } }] },
  ]);
  expect([...files.values()].map(String).join("")).not.toContain("OF ANOTHER");

  await contact.setViewportSize(PHONE);
  for (const page of ["packages", "help?topic=closing"]) {
    await contact.goto(`${evening.operation}/${page}`);
    await expect(contact.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await contact.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  expect(heard.flat()).toEqual([]);
  await Promise.all([lead, contact].map((page) => page.context().close()));
  await evening.end();
});

type CheckName = "closing.check.report" | "closing.check.days";
const row = (page: Page, name: CheckName) =>
  page.locator(".closing-check").filter({ has: page.getByText(words(name)) });

async function toDebriefing(lead: Page, operation: string) {
  await lead.goto(`${operation}/plan`);
  for (const act of ["plan.move.active_follow_up", "plan.move.follow_up_debrief"] as const) {
    await lead.getByRole("button", { name: words(act) }).click();
    await lead
      .getByRole("dialog")
      .getByRole("button", { name: words(act) })
      .click();
    await expect(lead.getByRole("button", { name: words(act) })).toHaveCount(0);
  }
}

async function publishReport(lead: Page) {
  await lead.getByLabel(words("operation_report.title"), { exact: true }).fill("Final report");
  await lead.getByRole("button", { name: words("operation_report.begin.send"), exact: true }).click();
  await lead.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  for (const act of ["operation_report.freeze", "operation_report.act.publish"] as const) {
    await lead.getByRole("button", { name: words(act) }).click();
    await lead
      .getByRole("dialog")
      .getByRole("button", { name: words(act) })
      .click();
    await expect(
      lead
        .getByRole("button", { name: words(act) })
        .or(lead.getByRole("status"))
        .first(),
    ).toBeVisible();
  }
  await expect(lead.getByRole("status").getByText(words("operation_report.done.publish"))).toBeVisible();
}

async function leaveOpen(lead: Page, name: CheckName, reason: string) {
  const check = row(lead, name);
  await check.getByText(words("closing.leave"), { exact: true }).click();
  await check.getByLabel(words("closing.why")).fill(reason);
  await check.getByRole("button").click();
  await expect(check).toContainText(words("closing.standing.left"));
  await expect(check).toContainText(reason);
}
