import { expect, type Page, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { complaints, words } from "./people.ts";

const section = (page: Page, code: string) => page.locator(`#section-${code}`);
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const signatures = (page: Page) => region(page, words("operation_report.signatures"));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** Begins a report and writes its summary. */
async function begin(page: Page, operation: string, title: string) {
  await page.goto(`${operation}/reports`);
  await page.getByLabel(words("operation_report.title"), { exact: true }).fill(title);
  await press(page, words("operation_report.begin.send"));
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  await section(page, "summary")
    .getByRole("button", { name: words("operation_report.write"), exact: true })
    .click();
  await section(page, "summary").getByRole("textbox").fill("What we found together");
  await press(page, words("operation_report.keep"));
  await expect(page.getByText(words("operation_report.kept"), { exact: true })).toBeVisible();
}

/** Asks whom nothing else is chosen for: every administration, for every section that has words. */
async function askAll(page: Page) {
  const panel = signatures(page);
  await panel.getByText(words("operation_report.signature.ask"), { exact: true }).first().click();
  for (const box of await panel.getByRole("checkbox").all()) await box.check();
  await panel.getByRole("button", { name: words("operation_report.signature.ask"), exact: true }).click();
  await expect(page.getByRole("status").getByText(words("operation_report.done.ask_signatures"))).toBeVisible();
}

const state = (name: "signed" | "earlier" | "refused" | "open") => words(`operation_report.signature.state.${name}`);

test("a lead asks, an administration signs, figures move, it is asked anew; the frozen version says who signed", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  await evening.report(1, {});
  const lead = await evening.open(browser, { agency: 2, role: "lead" });
  const signer = await evening.open(browser, { agency: 1, role: "ncp" });
  const heard = [complaints(lead), complaints(signer)];

  await begin(lead, evening.operation, "To be signed");
  const address = new URL(lead.url()).pathname;
  await signer.goto(`${evening.operation}/reports`);
  await expect(signer.getByRole("link", { name: "To be signed" })).toHaveCount(0);
  await askAll(lead);
  await expect(signatures(lead).getByText(state("open"), { exact: true })).toBeVisible();
  await expect(region(lead, words("operation_report.missing"))).toContainText(
    words("operation_report.signature.missing", { n: 3 }),
  );

  // It is told without asking, sees all of it on one page, and signs by name.
  await signer.getByRole("link", { name: "To be signed" }).click();
  await expect(region(signer, words("operation_report.sign.figures")).getByRole("table")).toBeVisible();
  await expect(signer.getByText("What we found together")).toBeVisible();
  await press(signer, words("operation_report.sign.send"));
  await inDialog(signer, words("operation_report.sign.send"));
  await expect(signer.getByText(words("operation_report.sign.done.sign"), { exact: true })).toBeVisible();
  await expect(signatures(lead).getByText(state("signed"), { exact: true })).toHaveCount(1);

  // A case more: what was signed is no longer what stands.
  await evening.report(1, {});
  await press(lead, words("operation_report.reckon"));
  await expect(lead.getByRole("status").getByText(words("operation_report.done.reckon"))).toBeVisible();
  await expect(signatures(lead).getByText(state("earlier"), { exact: true })).toBeVisible();
  await signatures(lead)
    .getByRole("button", { name: words("operation_report.signature.ask"), exact: true })
    .click();
  await expect(signer.getByRole("button", { name: words("operation_report.sign.send"), exact: true })).toBeVisible();
  await signer.getByText(words("operation_report.sign.refuse"), { exact: true }).click();
  await press(signer, words("operation_report.sign.refuse.send"));
  await expect(
    signer.getByRole("alert").getByText(words.error("operation_report.signature.reason.missing")),
  ).toBeVisible();
  await signer.getByLabel(words("operation_report.sign.reason"), { exact: true }).fill("One case is counted twice");
  await press(signer, words("operation_report.sign.refuse.send"));
  await expect(signer.getByText(words("operation_report.sign.done.refuse"), { exact: true })).toBeVisible();
  await expect(signatures(lead).getByText("One case is counted twice")).toBeVisible();

  await askAgain(lead);
  await press(signer, words("operation_report.sign.send"));
  await inDialog(signer, words("operation_report.sign.send"));
  await expect(signatures(lead).getByText(state("signed"), { exact: true })).toHaveCount(1);

  await publish(lead);
  await signer.goto(`${address}/versions/1`);
  await expect(signatures(signer).getByText(state("signed"), { exact: true })).toHaveCount(1);
  await expect(signatures(signer)).toContainText(words("operation_report.signature.unsigned", { n: 2 }));
  await expect(signatures(signer).getByText(state("open"), { exact: true })).toHaveCount(0);
  await lead.goto(`${address}/versions/1`);
  await expect(signatures(lead).getByText(state("open"), { exact: true })).toBeVisible();

  await correct(lead, signer);

  const unmeant = heard.flat().filter((complaint) => !/status of 4(09|22|00)/.test(complaint));
  expect(unmeant).toEqual([]);
  await Promise.all([lead, signer].map((page) => page.context().close()));
  await evening.end();
});

/** Who refused is asked again by name: nothing has moved, so that nobody is chosen. */
async function askAgain(page: Page) {
  const panel = signatures(page);
  await panel.getByText(words("operation_report.signature.ask"), { exact: true }).first().click();
  for (const box of await panel.getByRole("checkbox").all()) await box.check();
  await panel.getByRole("button", { name: words("operation_report.signature.ask"), exact: true }).click();
  await expect(panel.getByText(state("refused"), { exact: true })).toHaveCount(0);
}

/** What is wrong is said beside the version; whoever reads it sees that without asking, and that it was taken back. */
async function correct(lead: Page, reader: Page) {
  await expect(reader.locator("#errata")).toHaveCount(0);
  await lead.getByText(words("operation_report.errata.add"), { exact: true }).click();
  await press(lead, words("operation_report.errata.send"));
  await expect(lead.getByRole("alert").getByText(words.error("operation_report.erratum.said.missing"))).toBeVisible();
  await lead.getByLabel(words("operation_report.errata.section"), { exact: true }).selectOption("summary");
  await lead.locator("textarea[name=said]").fill("What we found together");
  await lead.getByLabel(words("operation_report.errata.correct"), { exact: true }).fill("What two of us found");
  await lead.getByLabel(words("operation_report.errata.reason"), { exact: true }).fill("The third took no part");
  await press(lead, words("operation_report.errata.send"));
  await expect(reader.locator("#errata")).toContainText("What two of us found");
  await expect(reader.getByText(words("operation_report.errata.add"), { exact: true })).toHaveCount(0);
  await lead.getByText(words("operation_report.errata.withdraw"), { exact: true }).click();
  const reason = lead.locator(".errata").getByLabel(words("operation_report.errata.reason"), { exact: true });
  await reason.fill("It did, later");
  await press(lead, words("operation_report.errata.withdraw.send"));
  await expect(reader.locator("#errata")).toContainText("It did, later");
}

async function publish(lead: Page) {
  await press(lead, words("operation_report.freeze"));
  await inDialog(lead, words("operation_report.freeze"));
  await expect(lead.getByRole("status").getByText(words("operation_report.done.freeze"))).toBeVisible();
  await press(lead, words("operation_report.act.publish"));
  await inDialog(lead, words("operation_report.act.publish"));
  await expect(lead.getByRole("status").getByText(words("operation_report.done.publish"))).toBeVisible();
}

test("two who write comment on a section while both look, and what is open is counted until it is resolved", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const lead = await evening.open(browser, { agency: 0, role: "lead" });
  const analyst = await evening.open(browser, { agency: 1, role: "analyst" });
  const heard = [complaints(lead), complaints(analyst)];
  await begin(lead, evening.operation, "To be talked about");
  await analyst.goto(new URL(lead.url()).pathname);
  const missing = region(lead, words("operation_report.missing"));
  await section(analyst, "summary")
    .getByText(words("operation_report.comments", { n: 0 }), { exact: true })
    .click();
  await section(analyst, "summary")
    .getByLabel(words("operation_report.comment.body"), { exact: true })
    .fill("Who is 'we'?");
  await section(analyst, "summary")
    .getByRole("button", { name: words("operation_report.comment.send"), exact: true })
    .click();
  const thread = section(lead, "summary").locator(".comment-thread");
  await expect(thread).toContainText("Who is 'we'?");
  await expect(missing).toContainText(words("operation_report.missing.comments", { n: 1 }));
  await thread.getByText(words("operation_report.comment.reply"), { exact: true }).first().click();
  await thread.getByLabel(words("operation_report.comment.body"), { exact: true }).fill("All of us");
  await thread.getByRole("button", { name: words("operation_report.comment.reply"), exact: true }).click();
  await expect(section(analyst, "summary").locator(".comment-thread")).toContainText("All of us");
  await section(analyst, "summary")
    .getByRole("button", { name: words("operation_report.comment.resolve"), exact: true })
    .click();
  await expect(thread).toContainText(words("operation_report.comment.resolved"));
  await expect(missing).not.toContainText(words("operation_report.missing.comments", { n: 1 }));
  expect(heard.flat()).toEqual([]);
  await Promise.all([lead, analyst].map((page) => page.context().close()));
  await evening.end();
});
