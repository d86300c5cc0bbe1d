import { expect, type Page, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { complaints, words } from "./people.ts";

const section = (page: Page, code: string) => page.locator(`#section-${code}`);

async function begin(page: Page, operation: string, title: string) {
  await page.goto(`${operation}/reports`);
  await page.getByLabel(words("operation_report.title"), { exact: true }).fill(title);
  await page.getByRole("button", { name: words("operation_report.begin.send"), exact: true }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
}

async function write(page: Page, code: string) {
  await section(page, code)
    .getByRole("button", { name: new RegExp(`${words("operation_report.write")}|${words("operation_report.edit")}`) })
    .click();
  const editor = section(page, code).getByRole("textbox", { name: /^Text of/ });
  await expect(editor).toBeVisible();
  return editor;
}

const keep = (page: Page) => page.getByRole("button", { name: words("operation_report.keep"), exact: true }).click();

test("from a running operation to a published report: figures that move, two who write at once, a participant who reads", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  await evening.report(0, {});
  const analyst = await evening.open(browser, { agency: 2, role: "analyst" });
  const lead = await evening.open(browser, { agency: 2, role: "lead", person: 2 });
  const reader = await evening.open(browser, { agency: 1, role: "ncp" });
  const heard = [complaints(analyst), complaints(lead), complaints(reader)];

  await begin(analyst, evening.operation, "What we found");
  const address = new URL(analyst.url()).pathname;
  await expect(section(analyst, "summary")).toContainText(words("operation_report.row.cases"));

  // Words made from counted values alone; the numbers in them are figures.
  await write(analyst, "summary");
  await analyst.getByRole("button", { name: words("operation_report.editor.propose") }).click();
  await keep(analyst);
  const chips = section(analyst, "summary").locator(".figure-chip");
  await expect(chips.first()).toBeVisible();
  await expect(analyst.getByText(words("operation_report.kept"), { exact: true })).toBeVisible();

  // A case comes in: what it moves is grey in the text, until it is counted anew.
  await evening.report(1, {});
  await expect(section(analyst, "summary").locator(".figure-chip-moved").first()).toBeVisible();
  await analyst.getByRole("button", { name: words("operation_report.reckon") }).click();
  await expect(analyst.getByRole("status").getByText(words("operation_report.done.reckon"))).toBeVisible();
  await expect(section(analyst, "summary").locator(".figure-chip-moved")).toHaveCount(0);

  // A chart and a table of other sections, between the words of this one: the second leaves the first where it is.
  await write(analyst, "trends");
  await analyst.getByRole("button", { name: words("operation_report.editor.part") }).click();
  const chart = words("operation_report.editor.part.chart.of", { title: words("figure.title.byReporter") });
  await analyst.getByRole("button", { name: chart }).click();
  await analyst.getByRole("button", { name: words("operation_report.editor.part") }).click();
  const table = words("operation_report.editor.part.table.of", { title: words("figure.title.byMode") });
  await analyst.getByRole("button", { name: table }).click();
  await keep(analyst);
  for (const title of ["figure.title.byReporter", "figure.title.byMode"] as const) {
    await expect(section(analyst, "trends").getByRole("heading", { name: words(title) })).toBeVisible();
  }

  await bothWrite(analyst, lead, address);

  await analyst.getByRole("button", { name: words("operation_report.freeze") }).click();
  await analyst
    .getByRole("dialog")
    .getByRole("button", { name: words("operation_report.freeze") })
    .click();
  await expect(analyst.getByRole("status").getByText(words("operation_report.done.freeze"))).toBeVisible();
  await expect(analyst.getByRole("button", { name: words("operation_report.act.publish") })).toHaveCount(0);

  await reader.goto(`${evening.operation}/reports`);
  await expect(reader.getByText(words("operation_report.list.published.none"))).toBeVisible();
  await lead.goto(address);
  await lead.getByRole("button", { name: words("operation_report.act.publish") }).click();
  await lead
    .getByRole("dialog")
    .getByRole("button", { name: words("operation_report.act.publish") })
    .click();
  await expect(lead.getByRole("status").getByText(words("operation_report.done.publish"))).toBeVisible();

  // Who may read it finds it without asking, and takes it away on paper.
  await reader.getByRole("link", { name: "What we found" }).click();
  await expect(section(reader, "lessons")).toContainText("From the lead");
  await expect(section(reader, "summary").locator(".figure-chip").first()).toBeVisible();
  await reader.getByRole("button", { name: words("operation_report.pdf"), exact: true }).click();
  const made = reader.getByRole("region", { name: words("report_file.list") });
  await expect(made.getByRole("listitem")).toHaveCount(1);
  // It is made while the reader is elsewhere.
  const version = reader.url();
  await reader.goto(`${evening.operation}/reports`);
  await reader.goto(version);
  const paper = reader.waitForEvent("download");
  await made.getByRole("link", { name: words("package.take") }).click();
  const file = await (await paper).path();
  const { readFileSync } = await import("node:fs");
  expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");

  await countrySheet(analyst, evening.operation);

  // That the second writer was refused is told as a failed resource too.
  const unmeant = heard.flat().filter((complaint) => !/status of 409/.test(complaint));
  expect(unmeant).toEqual([]);
  await Promise.all([analyst, lead, reader].map((page) => page.context().close()));
  await evening.end();
});

/** The sheet of one administration says which, and counts nothing of the others. */
async function countrySheet(page: Page, operation: string) {
  await page.goto(`${operation}/reports`);
  const subject = page.getByRole("combobox", { name: words("operation_report.subject.administration") });
  await expect(async () => {
    await page.getByRole("radio", { name: words("operation_report.kind.country_sheet") }).check();
    await expect(subject).toBeVisible({ timeout: 500 });
  }).toPass();
  const [chosen = ""] = await subject.selectOption({ index: 1 });
  const name = await subject.locator(`option[value="${chosen}"]`).innerText();
  await page.getByRole("button", { name: words("operation_report.begin.send"), exact: true }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(section(page, "routes")).toContainText(words("operation_report.part.passing"));
  await expect(section(page, "by_country")).toHaveCount(0);
}

/** Both begin with the same text; the second is shown what the first kept, loses nothing, and keeps it after that. */
async function bothWrite(analyst: Page, lead: Page, address: string) {
  await lead.goto(address);
  const mine = await write(lead, "lessons");
  await mine.fill("From the lead");
  const theirs = await write(analyst, "lessons");
  await theirs.fill("From the analyst");
  await keep(analyst);
  await expect(section(analyst, "lessons").getByText(words("operation_report.kept"), { exact: true })).toBeVisible();
  await keep(lead);
  await expect(lead.getByText(words.error("operation_report.section.stale"))).toBeVisible();
  await expect(section(lead, "lessons").locator(".report-theirs")).toContainText("From the analyst");
  await expect(mine).toHaveText("From the lead");
  await keep(lead);
  await expect(lead.getByText(words("operation_report.kept"), { exact: true })).toBeVisible();
}
