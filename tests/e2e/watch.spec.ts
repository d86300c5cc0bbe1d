import { expect, type Page, test } from "@playwright/test";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { words } from "./people.ts";

const METH = "D1.meth_crystal";
const KETAMINE = "D5.ketamine";
/** Of 23 agencies the first 14 say cases, the next five nothing, the next is late, two are silent, one promised nothing. */
const [AGENCIES, COORDINATION] = [23, 22];
const FIVE_KILOS = { quantity: "5", unit: "kg" };
const SEIZED = { nil: false, groups: [{ group: "D1", cases: 1, quantities: [FIVE_KILOS] }] };
const CORRECTED = { nil: false, baseVersion: 1, groups: [{ group: "D5", cases: 1, quantities: [FIVE_KILOS] }] };
const fiveKilos = { items: [aSeizureItem({ commodity: METH, ...FIVE_KILOS })] };

test("the evening to its end: what was counted at the deadline stays, what a laboratory finds moves today, and the watch changes hands", async ({
  browser,
}) => {
  const evening = await anEvening(AGENCIES);
  await evening.promiseNothing(COORDINATION);
  const cases = await Promise.all([0, 1, 2].map((agency) => evening.report(agency, fiveKilos)));
  const answers = Array.from({ length: 19 }, (_, agency) => evening.post(agency, agency < 14 ? SEIZED : { nil: true }));
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  const outgoing = await evening.open(browser, { agency: COORDINATION, role: "ocu" });
  for (const kase of cases) await ask(outgoing, kase);
  await evening.ageQuestions(30);
  await evening.passDeadline();
  expect(await evening.post(19, SEIZED)).toBe(200);

  const analyst = await evening.open(browser, { agency: 5, role: "analyst" });
  await analyst.goto(`${evening.operation}/deadlines/${evening.today}`);
  const figures = analyst.locator(".sum-panels");
  const atTheDeadline = await figures.innerText();
  expect(atTheDeadline).toMatch(/15\s?kg/);
  await expect(analyst.getByText(words("deadlines.corrected", { n: 0 }))).toBeVisible();
  // The late one was not there yet.
  await expect(analyst.getByText(words("deadlines.tallies.said", { said: 19, due: 22 }))).toBeVisible();
  const lead = await evening.open(browser, { agency: 7, role: "lead" });
  await lead.goto(`${evening.operation}/tallies`);
  await expect(lead.getByText(words("tally.coverage", { n: 20, due: 22 }))).toBeVisible();
  const today = await evening.open(browser, { agency: 6, role: "analyst" });
  await today.goto(`${evening.operation}/statistics`);
  await expect(ofGroup(today, "D1")).toContainText("3");
  await expect(ofGroup(today, "D5")).toHaveCount(0);

  const contact = await evening.open(browser, { agency: 0, role: "ncp" });
  await foundByLaboratory(contact, cases[0] ?? "");
  expect(await evening.post(0, CORRECTED)).toBe(200);
  await expect(ofGroup(today, "D1")).toContainText("2");
  await expect(ofGroup(today, "D5")).toContainText("1");
  await expect(analyst.getByText(words("deadlines.corrected", { n: 1 })).first()).toBeVisible();
  const line = analyst.getByRole("row").filter({ hasText: words.commodity(KETAMINE) });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(words.commodity(METH));
  expect(await figures.innerText()).toBe(atTheDeadline);
  await analyst.reload();
  await expect(analyst.getByText(words("deadlines.corrected", { n: 1 })).first()).toBeVisible();
  expect(await figures.innerText()).toBe(atTheDeadline);

  await outgoing.goto(`${evening.operation}/watch`);
  await enterDuty(outgoing);
  const counts = [
    words("watch.count.warning", { n: 1 }),
    words("watch.count.question.overdue", { n: 3, overdue: 3 }),
    words("watch.count.tally", { n: 2 }),
  ].join("; ");
  await expect(outgoing.locator(".watch-counts").first()).toHaveText(counts);
  await expect(outgoing.locator(".watch-items-overdue li")).toHaveCount(5);
  await followMatters(outgoing, cases);
  const incoming = await evening.open(browser, { agency: COORDINATION, role: "ocu", person: 2 });
  // On a slow line a page can be read before its live line has come: what happens between is not missed.
  const letLiveLineCome = await holdBack(incoming, "**/assets/live-*.js");
  await incoming.goto(`${evening.operation}/watch`);
  await expect(incoming.locator(".watch-counts").first()).toHaveText(counts);
  await outgoing.getByLabel(words("watch.handover.remark")).fill("The laboratory calls again at ten.");
  await outgoing.getByRole("button", { name: words("watch.handover.sign") }).click();
  await expect(outgoing.getByText(words("watch.handover.signed"))).toBeVisible();
  await expect(outgoing.getByText(words("watch.sheet.now"))).toBeVisible();
  letLiveLineCome();

  const waiting = incoming.locator(".watch-waiting");
  await expect(waiting).toContainText("The laboratory calls again at ten.");
  await expect(waiting.locator(".watch-counts")).toHaveText(counts);
  await waiting.getByRole("button", { name: words("watch.handover.accept") }).click();
  await expect(incoming.getByText(words("watch.handover.accepted"))).toBeVisible();
  await expect(outgoing.locator(".watch-waiting")).toHaveCount(0);
  await expect(outgoing.getByText(words("watch.handover.past"))).toBeVisible();
  await expect(outgoing.locator(".watch-more summary").filter({ hasText: counts })).toBeVisible();
  for (const page of [outgoing, incoming, analyst, today, lead, contact]) await page.context().close();
  await evening.end();
});

/** Whatever is open leads to what it is about: a warning to the roster, a question to its case, a tally to its day. */
async function followMatters(officer: Page, cases: readonly string[]): Promise<void> {
  const sheet = officer.locator(".watch-items li");
  await expect(sheet).toHaveCount(6);
  const leads = await sheet.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const [warnings, others] = [leads.filter((to) => to.includes("#roster-")), leads.filter((to) => !to.includes("#"))];
  expect(warnings).toHaveLength(1);
  expect(others.filter((to) => /\/tallies\/[0-9a-f-]{36}\/\d{4}-\d\d-\d\d$/.test(to))).toHaveLength(2);
  expect(others.filter((to) => cases.includes(to)).sort()).toEqual([...cases].sort());

  const notice = officer.locator(".watch-alarms .notice");
  await expect(notice).toHaveCount(1);
  await notice.getByRole("link", { name: words("watch.alarm.to.gap") }).click();
  await expect(officer).toHaveURL(
    (url) => url.pathname.endsWith("/watch") && url.hash === new URL(warnings[0] ?? "", url).hash,
  );
  await expect(
    officer.locator(new URL(officer.url()).hash).getByRole("table", { name: words("watch.roster") }),
  ).toBeInViewport();
}

/** The bar of a group of goods among today's figures. */
const ofGroup = (page: Page, group: string) =>
  page
    .getByRole("table", { name: words("figure.title.byGroup") })
    .getByRole("row")
    .filter({ hasText: words.commodity(group) });

/** These files come to the page once they are allowed to. */
async function holdBack(page: Page, files: string): Promise<() => void> {
  let allow = () => {};
  const allowed = new Promise<void>((resolve) => {
    allow = resolve;
  });
  await page.route(files, (route) => allowed.then(() => route.continue()));
  return allow;
}

async function ask(ocu: Page, kase: string): Promise<void> {
  await ocu.goto(kase);
  await ocu.getByRole("button", { name: words("seizure.ask"), exact: true }).click();
  const dialog = ocu.getByRole("dialog");
  await dialog.getByLabel(words("seizure.ask.question")).fill("Which laboratory has the sample?");
  await dialog.getByRole("button", { name: words("seizure.ask.send") }).click();
  await expect(ocu.getByText("“Which laboratory has the sample?”")).toBeVisible();
}

/** Its owner writes down that it was another substance; what the field test had said stays beside it. */
async function foundByLaboratory(contact: Page, kase: string): Promise<void> {
  await contact.goto(`${kase}/amend`);
  await contact.getByRole("radio", { name: words("report.amend.laboratory"), exact: true }).check({ force: true });
  await contact.locator("[name='amend.reason']").fill("Report of the laboratory");
  // The group first, then the kind.
  for (const code of ["D5", KETAMINE]) {
    await contact.locator(`input[name='items.0.commodity'][value='${code}']`).check({ force: true });
  }
  await contact.locator("select[name='items.0.identification']").selectOption("laboratory");
  await contact.locator("select[name='items.0.fieldCommodity']").selectOption(METH);
  const send = contact.locator(".report-foot button[name=send]");
  await send.click();
  const asked = contact.locator(".report-foot .message-question");
  await expect(asked.or(contact.locator(".history")).first()).toBeVisible();
  if (await asked.isVisible()) await send.click();
  await expect(contact.getByText(words("seizure.version", { n: 2 })).first()).toBeVisible();
}

/** From an hour ago for six hours: after that nobody is entered. */
async function enterDuty(officer: Page): Promise<void> {
  await officer.getByText(words("watch.roster.add")).click();
  const zone = await officer.locator("input[name=zone]").inputValue();
  const at = (hours: number) => {
    const instant = new Date(Date.now() + hours * 3_600_000);
    return instant.toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T").slice(0, 16);
  };
  await officer.locator("select[name=memberId]").selectOption({ index: 1 });
  await officer.locator("input[name=startsAt]").fill(at(-1));
  await officer.locator("input[name=endsAt]").fill(at(6));
  await officer.getByRole("button", { name: words("watch.roster.send") }).click();
  await expect(officer.getByText(words("watch.roster.sent"))).toBeVisible();
}
