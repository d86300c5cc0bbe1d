import { expect, type Page, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { complaints, words } from "./people.ts";

const section = (page: Page, code: string) => page.locator(`#section-${code}`);
const press = (page: Page, key: Parameters<typeof words>[0]) =>
  page.getByRole("button", { name: words(key), exact: true }).click();
const state = (name: "cleared" | "asked" | "refused") => words(`operation_report.highlight.state.${name}`);

test("cases for a report: chosen by an analyst, cleared or refused by their owners, and none but the cleared in what is frozen", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  const pages = [await evening.report(0, {}), await evening.report(1, {})];
  const analyst = await evening.open(browser, { agency: 2, role: "analyst" });
  const lead = await evening.open(browser, { agency: 2, role: "lead", person: 2 });
  const owner = await evening.open(browser, { agency: 0, role: "ncp" });
  const other = await evening.open(browser, { agency: 1, role: "ncp" });
  const heard = [analyst, lead, owner, other].map(complaints);

  for (const page of [owner, other]) {
    await page.goto(`${evening.operation}/highlights`);
    await expect(page.getByText(words("highlights.empty"), { exact: true })).toBeVisible();
  }
  const report = await begun(analyst, evening.operation);

  // From the page of the first case, with words that its recorded fields carry.
  await analyst.goto(pages[0] ?? "");
  await analyst.getByRole("link", { name: words("seizure.reports.choose", { title: TITLE }) }).click();
  await expect(section(analyst, "highlights").getByLabel(words("operation_report.highlight.words"))).toHaveValue(/kg/);
  await press(analyst, "operation_report.highlight.ask");
  await expect(section(analyst, "highlights").getByText(state("asked"), { exact: true })).toBeVisible();

  // Its owner hears of it without asking, and clears it in other words.
  await expect(owner.getByText(TITLE, { exact: true })).toBeVisible();
  await owner.getByText(words("highlights.clear.other"), { exact: true }).click();
  await owner.getByLabel(words("operation_report.highlight.words")).fill("Ivory was found");
  await owner
    .locator("details[open]")
    .getByRole("button", { name: words("highlights.clear") })
    .click();
  await expect(owner.getByRole("status").getByText(words("highlights.done.clear"))).toBeVisible();
  await expect(section(analyst, "highlights").getByText(state("cleared"), { exact: true })).toBeVisible();
  await expect(section(analyst, "highlights").getByRole("blockquote")).toHaveText("Ivory was found");

  // The second by its number; its owner refuses, and the analyst reads why.
  await chooseByNumber(analyst, await numberOn(other, pages[1] ?? ""));
  await other.goto(`${evening.operation}/highlights`);
  await other.getByText(words("highlights.refuse"), { exact: true }).first().click();
  await other.getByLabel(words("highlights.why")).fill("The court case is open");
  await other
    .locator("details[open]")
    .getByRole("button", { name: words("highlights.refuse") })
    .click();
  await expect(other.getByRole("status").getByText(words("highlights.done.refuse"))).toBeVisible();
  await expect(section(analyst, "highlights").getByText(state("refused"), { exact: true })).toBeVisible();
  await expect(section(analyst, "highlights").getByText("The court case is open")).toBeVisible();

  await freezeAndPublish(analyst, lead, report);
  await lead.getByRole("link", { name: words("operation_report.edition", { n: 1 }) }).click();
  await expect(
    section(lead, "highlights").getByRole("blockquote").filter({ hasText: "Ivory was found" }),
  ).toBeVisible();
  await expect(section(lead, "highlights").locator("tbody tr")).toHaveCount(1);
  await expect(owner.getByText(words("highlights.published"))).toBeVisible();
  await expect(owner.getByRole("button", { name: words("highlights.take_back") })).toHaveCount(0);

  expect(heard.flat()).toEqual([]);
  await Promise.all([analyst, lead, owner, other].map((page) => page.context().close()));
  await evening.end();
});

const TITLE = "What we found";

async function begun(page: Page, operation: string): Promise<string> {
  await page.goto(`${operation}/reports`);
  await page.getByLabel(words("operation_report.title"), { exact: true }).fill(TITLE);
  await press(page, "operation_report.begin.send");
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function numberOn(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.locator(".seizure-name .code").innerText();
}

async function chooseByNumber(page: Page, number: string) {
  await page.getByLabel(words("operation_report.highlight.find")).fill(number);
  await press(page, "operation_report.highlight.find.send");
  const found = page.locator(".highlight-find");
  await found.getByLabel(words("operation_report.highlight.words")).fill("A lorry was stopped");
  await found.getByRole("button", { name: words("operation_report.highlight.ask"), exact: true }).click();
  await expect(section(page, "highlights").getByText(state("asked"), { exact: true })).toBeVisible();
}

/** What is not cleared is said before it is left out. */
async function freezeAndPublish(analyst: Page, lead: Page, report: string) {
  await expect(analyst.getByText(/^Not cleared: /)).toHaveCount(1);
  await press(analyst, "operation_report.freeze");
  const asked = analyst.getByRole("dialog");
  await expect(asked).toContainText(words("operation_report.highlight.left_out", { n: 1 }));
  await asked.getByRole("button", { name: words("operation_report.freeze") }).click();
  await expect(analyst.getByRole("status").getByText(words("operation_report.done.freeze"))).toBeVisible();
  await lead.goto(report);
  await press(lead, "operation_report.act.publish");
  await lead
    .getByRole("dialog")
    .getByRole("button", { name: words("operation_report.act.publish") })
    .click();
  await expect(lead.getByRole("status").getByText(words("operation_report.done.publish"))).toBeVisible();
}
