import { expect, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { DESK, PHONE, words } from "./people.ts";

const AGENCIES = 23;
const SEIZED = { nil: false, groups: [{ group: "D1", cases: 2, quantities: [{ quantity: "5", unit: "kg" }] }] };
const line = (n: number, due: number) => words("tally.coverage", { n, due });

test("the evening of an operation: 20 of 22 due are on record, two are asked with one press, and one of them answers", async ({
  browser,
}) => {
  const evening = await anEvening(AGENCIES);
  await evening.promiseNothing(22);
  const lead = await evening.open(browser, { agency: 0, role: "lead" });
  await lead.goto(`${evening.operation}/tallies`);
  await expect(lead.getByText(line(0, 22))).toBeVisible();
  const officer = await evening.open(browser, { agency: 20, role: "ncp" }, PHONE);
  await officer.goto(evening.operation);
  await expect(officer.getByRole("button", { name: words("tally.today.nil") })).toBeVisible();

  for (let agency = 0; agency < 14; agency++) expect(await evening.post(agency, SEIZED)).toBe(200);
  for (let agency = 14; agency < 19; agency++) expect(await evening.post(agency, { nil: true })).toBe(200);
  await expect(lead.getByText(line(19, 22))).toBeVisible();
  await expect(lead.getByText(words("tally.coverage.missing", { n: 3 }))).toHaveCount(0);

  await evening.passDeadline();
  expect(await evening.post(19, SEIZED)).toBe(200);
  await expect(lead.getByText(line(20, 22))).toBeVisible();
  await expect(lead.getByText(words("tally.coverage.missing", { n: 2 }), { exact: true })).toBeVisible();
  const today = (mark: string) => lead.locator(`td.tally-today .tally-${mark}`);
  for (const [mark, n] of Object.entries({ reported: 14, nil: 5, late: 1, missing: 2, not_due: 1 })) {
    await expect(today(mark)).toHaveCount(n);
  }

  await lead.getByRole("button", { name: words("tally.ask", { n: 2 }) }).click();
  await expect(lead.getByText(words("tally.asked", { n: 2 }))).toBeVisible();
  // What to paste elsewhere is there at once.
  await expect(lead.getByLabel(words("tally.ask.copy"))).toBeVisible();
  // On the officer's phone it appears by itself; one press answers it.
  await expect(officer.getByText(/You were asked for the tally/)).toBeVisible();
  await officer.getByRole("button", { name: words("tally.today.nil") }).click();
  await expect(officer.getByText(words("tally.sent"))).toBeVisible();
  await expect(lead.getByText(line(21, 22))).toBeVisible();
  for (const page of [lead, officer]) await page.context().close();
  await evening.end();
});

test("two officers tell the same day at once: one is first, the other sees it beside the own, and history has both", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const first = await evening.open(browser, { agency: 1, role: "ncp" });
  const second = await evening.open(browser, { agency: 1, role: "ncp", person: 2 }, PHONE);
  for (const page of [first, second]) {
    await page.goto(evening.operation);
    await page.getByRole("link", { name: words("tally.today.enter") }).click();
    await page.getByRole("radio", { name: words("tally.said.some") }).check();
    await page.getByLabel(words("tally.group.row", { n: 1 })).selectOption("D1");
  }
  await first.getByLabel(words("tally.cases")).fill("1");
  await second.getByLabel(words("tally.cases")).fill("3");
  await first.getByRole("button", { name: words("tally.send") }).click();
  await expect(first.getByText(words("tally.sent"))).toBeVisible();

  await expect(second.getByText(words("tally.stale.title"))).toBeVisible();
  await expect(second.getByLabel(words("tally.cases"))).toHaveValue("3");
  await second.getByRole("button", { name: words("tally.correct") }).click();
  await expect(second.getByText(words("tally.sent"))).toBeVisible();
  await expect(first.getByText(words("tally.day.history"))).toBeVisible();
  for (const page of [first, second]) await page.context().close();
  await evening.end();
});

test("a tally without a line stays in the form and is taken once; what cannot be read is told at its field", async ({
  browser,
}) => {
  const evening = await anEvening(1);
  const officer = await evening.open(browser, { agency: 0, role: "ncp" }, DESK);
  await officer.goto(`${evening.operation}/tallies/week`);
  const day = officer
    .locator(".panel")
    .filter({ hasText: words("tally.mark.not_due") })
    .last();
  await day.getByRole("radio", { name: words("tally.said.some.short"), exact: true }).check();
  await day.getByLabel(words("tally.group.row", { n: 1 })).selectOption("D1");
  await day.getByLabel(words("tally.cases")).fill("two");
  await officer.getByRole("button", { name: words("tally.send") }).click();
  await expect(day.getByText(words("error.tally.count.malformed"))).toBeVisible();
  await expect(day.getByLabel(words("tally.cases"))).toHaveValue("two");

  await day.getByLabel(words("tally.cases")).fill("2");
  await officer.context().setOffline(true);
  await officer.getByRole("button", { name: words("tally.send") }).click();
  await expect(officer.getByText(words("tally.lost.title"))).toBeVisible();
  await expect(day.getByLabel(words("tally.cases"))).toHaveValue("2");
  await officer.context().setOffline(false);
  await officer.getByRole("button", { name: words("tally.send") }).click();
  await expect(officer.getByText(words("tally.week.sent", { n: 1 }))).toBeVisible();
  await officer.context().close();
  await evening.end();
});

test("what was refused at a field, and that it was done, stays while the page is loaded anew for what others do", async ({
  browser,
}) => {
  const evening = await anEvening(1);
  const officer = await evening.open(browser, { agency: 0, role: "ncp" }, DESK);
  const colleague = await evening.open(browser, { agency: 0, role: "ncp", person: 2 }, DESK);
  await officer.goto(evening.operation);
  await officer.getByRole("link", { name: words("tally.today.enter") }).click();
  const renewed = async () => {
    await officer.waitForResponse((answer) => /\/tallies\/[^?]+\.data/.test(answer.url()));
    // What it brought is there once something else has come after it, and is drawn.
    await officer.evaluate(async () => {
      await fetch("/logo.svg", { cache: "reload" }).then((answer) => answer.text());
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    });
  };
  const sayNil = async () => {
    await colleague.goto(`${evening.operation}/tallies/week`);
    await colleague
      .locator(".panel")
      .filter({ hasText: words("tally.mark.missing") })
      .last()
      .getByRole("radio", { name: words("tally.said.nil.short"), exact: true })
      .check();
    await colleague.getByRole("button", { name: words("tally.send") }).click();
    await expect(colleague.getByText(words("tally.week.sent", { n: 1 }))).toBeVisible();
  };

  await officer.getByRole("radio", { name: words("tally.said.some") }).check();
  await officer.getByLabel(words("tally.group.row", { n: 1 })).selectOption("D1");
  const cases = officer.getByLabel(words("tally.cases"));
  const wrong = officer.getByText(words("error.tally.count.malformed"), { exact: true });
  await cases.fill("two");
  await officer.getByRole("button", { name: words("tally.send") }).click();
  await expect(wrong).toBeVisible();
  await cases.fill("twelve");
  await Promise.all([renewed(), sayNil()]);
  await expect(wrong).toBeVisible();
  await expect(cases).toHaveValue("twelve");

  await cases.fill("2");
  await officer.getByRole("button", { name: words("tally.send") }).click();
  await expect(officer.getByText(words("tally.sent"))).toBeVisible();
  await Promise.all([renewed(), sayNil()]);
  await expect(officer.getByText(words("tally.sent"))).toBeVisible();
  // It goes with the page.
  await officer.getByText(words("tally.day.before")).click();
  await expect(officer.getByText(words("tally.sent"))).toHaveCount(0);
  for (const page of [officer, colleague]) await page.context().close();
  await evening.end();
});
