import { expect, type Page, test } from "@playwright/test";
import type { SeizureInput, SeizureItem } from "#app/domain/seizure.ts";
import type { AskedAbout } from "#app/domain/verification.ts";
import { aPlace, aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { PHONE, words } from "./people.ts";

const heroin = (quantity: string) => ({ items: [aSeizureItem({ commodity: "D2.heroin", quantity })] });

test("a question goes from the board by keyboard to the officer's phone and back, with no page loaded again", async ({
  browser,
}) => {
  const evening = await anEvening(3, "organisation");
  const kase = await evening.report(0, heroin("150"));
  await evening.report(1, heroin("2"));
  const officer = await evening.open(browser, { agency: 0, role: "reporter" }, PHONE);
  await officer.goto(evening.operation);
  await expect(officer.getByText(words("today.questions.none"))).toBeVisible();
  const [ocu, colleague] = [
    await evening.open(browser, { agency: 2, role: "ocu" }),
    await evening.open(browser, { agency: 2, role: "ocu", person: 2 }),
  ];
  for (const page of [ocu, colleague]) await openQueue(page, evening.operation);

  // The riskiest stands first; A asks about what is odd, in its words, which can be mended before they go out.
  await ocu.keyboard.press("a");
  await expect(question(ocu)).toBeFocused();
  await expect(question(ocu)).toHaveValue(/150 kg is a large quantity/);
  await ocu.keyboard.press("End");
  await ocu.keyboard.type(" Was the packing weighed too?");
  await ocu.keyboard.press("Tab");
  await ocu.keyboard.press("Enter");
  await expect(ocu.getByText(words("verify.done.ask"))).toBeVisible();
  await expect(board(colleague)).toHaveCount(1);
  await expect(board(colleague)).toContainText("Was the packing weighed too?");

  const waiting = officer.getByRole("link", { name: /Was the packing weighed too/ });
  await waiting.click();
  await expect(officer).toHaveURL(new RegExp(kase));
  await officer.getByLabel(words("seizure.question.answer")).fill("Yes: 148 kg net.");
  await officer.getByRole("button", { name: words("seizure.question.answer.send") }).click();
  await expect(officer.getByText("Yes: 148 kg net.")).toBeVisible();

  for (const page of [ocu, colleague]) {
    await expect(board(page)).toHaveCount(0);
    await expect(page.locator(".verify-row").first()).toContainText("Yes: 148 kg net.");
  }
  await officer.goto(evening.operation);
  await expect(officer.getByText(words("today.questions.none"))).toBeVisible();
  // Neither report is checked yet, and the first page of the unit leads there.
  await ocu.goto(evening.operation);
  const duty = ocu.locator(".waiting li").filter({ hasText: words("shell.waiting", { n: 2 }) });
  await duty.getByRole("link", { name: words("shell.place.checks") }).click();
  await expect(ocu.locator(".verify-row")).toHaveCount(2);
  for (const page of [officer, ocu, colleague]) await page.context().close();
  await evening.end();
});

const PLACES = [
  ...([
    ["VN", "air:HAN", "Hanoi"],
    ["TH", "air:BKK", "Bangkok"],
    ["MY", "air:KUL", "Kuala Lumpur"],
  ] as const),
  ...([
    ["SG", "air:SIN", "Singapore"],
    ["HK", "air:HKG", "Hong Kong"],
    ["ID", "air:CGK", "Jakarta"],
  ] as const),
  ...([
    ["PH", "air:MNL", "Manila"],
    ["IN", "air:DEL", "Delhi"],
    ["KR", "air:ICN", "Seoul"],
  ] as const),
  ...([
    ["AU", "air:SYD", "Sydney"],
    ["NZ", "air:AKL", "Auckland"],
    ["LK", "air:CMB", "Colombo"],
  ] as const),
  ...([["NP", "air:KTM", "Kathmandu"]] as const),
];
const CONCEALED = { concealmentPlaces: ["cover_load"], concealmentMethods: ["hidden"] };
const goods = (commodity: string, quantity: string, over: Partial<SeizureItem> = {}) => ({
  ...CONCEALED,
  items: [aSeizureItem({ commodity, quantity, ...over })],
});
const ELEPHANT = { taxonText: "Loxodonta africana" };

/** Thirteen with nothing odd about them, each from another place and of another weight: most are of one substance. */
const PLAIN = PLACES.map(([country, placeId, name], at) => ({
  ...goods(at < 11 ? "D1.meth_crystal" : "D5.ketamine", `${at + 1}.${(at * 7) % 10}${(at * 3) % 9}`),
  place: aPlace({ country, placeId, name }),
}));
/** A thousand times what is usual: of the eleven and itself, the sixth by weight. */
const THOUSANDFOLD = PLAIN[5]?.items[0]?.quantity ?? "";

/** What is planted among them, the riskiest first: what the check beside it says, and what is to be asked about. */
const PLANTED: readonly { report: Partial<SeizureInput>; says: RegExp; risk: number; about: AskedAbout }[] = [
  {
    report: goods("D1.meth_crystal", String(Number(THOUSANDFOLD) * 1000)),
    says: /is exactly a thousand times the usual/,
    ...{ risk: 8, about: "amount" },
  },
  ...["T-2026/17", "T 2026-17 b"].map((nationalCaseNo) => ({
    report: {
      ...goods("D2.heroin", "3.475"),
      nationalCaseNo,
      place: aPlace({ placeId: "air:SGN", name: "Tan Son Nhat" }),
    },
    says: /May be told twice/,
    ...{ risk: 5, about: "other" as const },
  })),
  {
    report: goods("F2.raw_ivory", "500", { ...ELEPHANT, secondQuantity: "2", secondUnit: "pcs" }),
    says: /500 kg for 2 pieces/,
    ...{ risk: 4, about: "amount" },
  },
  {
    report: {
      ...goods("D3.cocaine_salt", "2.25"),
      place: aPlace({ placeId: null, name: "Bridge", lat: 13.75, lon: 100.5 }),
    },
    says: /more than 25 km outside/,
    ...{ risk: 4, about: "place" },
  },
  {
    report: { ...goods("D4.cannabis_herb", "81.5"), containerNo: "MSKU1234560" },
    says: /The last digit of MSKU1234560 should be/,
    ...{ risk: 3, about: "mode" },
  },
  {
    report: { ...goods("D6", "4.1"), place: aPlace({ placeId: null, name: "On the road", precision: "country" }) },
    says: /The place has no position/,
    ...{ risk: 3, about: "place" },
  },
];

test("twenty mixed reports are worked through by keyboard alone, the riskiest first, and every planted error is caught", async ({
  browser,
}) => {
  const evening = await anEvening(15, "organisation");
  // Sent in turns, so that the order of the queue is not the order in which they came; what is as risky keeps it.
  const all = PLAIN.map((report: Partial<SeizureInput>, agency) => ({ agency, report }));
  for (const [at, { report }] of PLANTED.entries()) {
    all.splice(2 * at + 1, 0, { agency: report.nationalCaseNo ? 13 : at, report });
  }
  for (const { agency, report } of all) await evening.report(agency, report);
  const ocu = await evening.open(browser, { agency: 14, role: "ocu" });
  await openQueue(ocu, evening.operation);
  await expect(ocu.getByText(words("verify.count", { n: 20 }))).toBeVisible();
  const rows = ocu.locator(".verify-row");
  const chosen = ocu.locator(".verify-row-chosen");
  await expect(rows).toHaveCount(20);

  // Down the whole queue and back: the order is that of risk, and beside each planted one stands what is wrong with it.
  for (const [at, { says, risk }] of [...PLANTED, ...PLAIN.map(() => NOTHING)].entries()) {
    await expect(rows.nth(at)).toHaveAttribute("aria-current", "true");
    await expect(chosen).toContainText(says);
    await expect(chosen).toContainText(words("verify.risk", { n: risk }));
    await ocu.keyboard.press("j");
  }
  for (let at = 0; at < 20; at++) await ocu.keyboard.press("k");
  await expect(rows.first()).toHaveAttribute("aria-current", "true");

  // O opens the case; the browser's way back leads to the queue.
  await ocu.keyboard.press("o");
  await expect(ocu).toHaveURL(/\/seizures\/[0-9a-f-]{36}$/);
  // The address is there before the page is: who goes back in between would still have the old queue before him.
  await expect(rows).toHaveCount(0);
  await ocu.goBack();
  await expect(rows).toHaveCount(20);

  for (const [at, { says, about }] of PLANTED.entries()) {
    await expect(chosen).toContainText(says);
    await ocu.keyboard.press("a");
    await expect(question(ocu)).toBeFocused();
    await expect(question(ocu)).toHaveValue(says);
    await expect(chosen.locator("select[name=field]")).toHaveValue(about);
    await ocu.keyboard.press("Tab");
    await ocu.keyboard.press("Enter");
    await expect(board(ocu)).toHaveCount(at + 1);
  }
  for (let left = 20; left > PLANTED.length; left--) {
    await expect(ocu.getByText(words("verify.count", { n: left }))).toBeVisible();
    await expect(chosen).toContainText(words("verify.nothing"));
    await ocu.keyboard.press("v");
  }
  await expect(ocu.getByText(words("verify.count", { n: PLANTED.length }))).toBeVisible();

  // Nothing planted was called checked; each waits for an answer about what was wrong with it.
  await expect(rows).toHaveCount(PLANTED.length);
  for (const { says, about } of PLANTED) {
    const asked = board(ocu).filter({ hasText: says });
    await expect(asked.first()).toContainText(words(`seizure.about.${about}`));
  }
  await ocu.goto(`${evening.operation}/seizures?state=verified`);
  await expect(ocu.locator(".view-head .caption")).toHaveText(words("seizures.count.filtered", { n: PLAIN.length }));
  await ocu.context().close();
  await evening.end();
});

const NOTHING = { says: new RegExp(words("verify.nothing")), risk: 0 };

async function openQueue(page: Page, operation: string): Promise<void> {
  await page.goto(`${operation}/checks`);
  await expect(page.locator(".live-live")).toBeVisible();
}
const question = (page: Page) => page.locator(".verify-row-chosen textarea");
/** The lines of the board of open questions. */
const board = (page: Page) => page.locator(".panel table tbody tr");
