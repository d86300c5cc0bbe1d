import { expect, type Page } from "@playwright/test";
import { operationAddress, words } from "./people.ts";
import { startedDraft } from "./reporting.ts";

/**
 * Pages by who opens them: "@" is the exercise, "@seizure" and "@own" a released seizure of anybody and of the own
 * agency, "@waiting" an own report that waits for approval; with "?as" as another agency sees it.
 */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  "lead.cn": [
    "/",
    "/account",
    "/operations/new",
    "/across",
    "@",
    "@/map",
    "@/statistics",
    // Any operation as far as it has come, beside itself.
    "@/statistics?from=2000-01-01&than_from=2000-01-01&than_to=2099-12-31",
    "@/pivot",
    "@/nationalities",
    "@/deadlines",
    "@/deadlines/day",
    "@/emerging",
    "@/links",
    "@/outcomes",
    "@/links?view=linked",
    "@/watch",
    "@/views",
    "@/reports",
    "@/reports/draft",
    "@/media",
    "@/dashboards",
    "@/seizures",
    "@/tallies",
    "@/tallies/day",
    "@/plan",
    "@/plan/change",
    "@/closing",
    "@/participants",
    "@/participants/agency",
    "@/participants/invite",
  ],
  ocu: ["@/checks", "@/duplicates", "@/watch", "@seizure"],
  "ncp.vn": [
    "@",
    "@/clearance",
    "@/duplicates",
    "@/highlights",
    "@/digest",
    "@/import",
    "@/export",
    "@/packages",
    "@seizure",
    "@waiting",
    "@own",
    "@own/amend",
    "@/reports/contributions",
    "@own?as",
    "@/seizures?as",
    "@/map?as",
    "@/tallies",
    "@/tallies/day",
    "@/tallies/week",
    "/machines",
    "/machines/seizures",
    "/machines/webhooks",
    "@/participants/own/webhooks",
  ],
  "officer.vn": ["@", "@/seizures/new", "@/seizures/draft", "@/help", "/outbox"],
  observer: ["@", "/no-such-page"],
  admin: ["/accounts", "/accounts/new", "/accounts/person", "/accounts/agencies", "/reference"],
};

const ONE_SEIZURE = /\/seizures\/[0-9a-f-]{36}$/;
const ONE_REPORT = /\/reports\/[0-9a-f-]{36}$/;
const ONE_VERSION = /\/reports\/[0-9a-f-]{36}\/versions\/\d+$/;
const ONE_AGENCY = /\/participants\/[0-9a-f-]{36}$/;
const ONE_DEADLINE = /\/deadlines\/\d{4}-\d{2}-\d{2}$/;
const ONE_TALLY = /\/tallies\/[0-9a-f-]{36}\/\d{4}-\d{2}-\d{2}$/;
/** Where a list of seizures has what is released. */
const RELEASED = ".table";
/** Among the own reports that are not, one whose offence is a phrase longer than a phone is wide. */
const LONG_PHRASES = { at: ".own-reports", named: /Methamphetamine/ };
/** Customs of a country beside that reads what others release. */
const OTHER = /Customs, Lao/;
const ONE_PERSON = /\/accounts\/[0-9a-f-]{36}$/;

/** The addresses behind a reader's pages; where a page shows one of many, the first that a list links. */
export async function addressesOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const inOperation = paths.some((path) => path.startsWith("@"));
  const operation = inOperation ? await operationAddress(page, /Exercise/) : "";
  const found: string[] = [];
  for (const path of paths) found.push(await addressOf(page, path, operation));
  return found;
}

async function addressOf(page: Page, path: string, operation: string): Promise<string> {
  if (path.endsWith("?as")) {
    return asAnother(page, await addressOf(page, path.slice(0, -"?as".length), operation));
  }
  if (path.startsWith("@seizure")) return firstLink(page, `${operation}/seizures`, ONE_SEIZURE, { at: RELEASED });
  if (path.startsWith("@own")) {
    // Case numbers are found where the case is read, and begin with the code of the agency.
    const own = await firstLink(page, `${operation}/seizures?q=EX-VN-CUS`, ONE_SEIZURE, { at: RELEASED });
    return own + path.slice("@own".length);
  }
  if (path === "@waiting") return firstLink(page, `${operation}/seizures`, ONE_SEIZURE, LONG_PHRASES);
  if (path === "@/deadlines/day") return firstLink(page, `${operation}/deadlines`, ONE_DEADLINE);
  if (path === "@/tallies/day") return firstLink(page, `${operation}/tallies`, ONE_TALLY);
  if (path === "@/participants/agency") return firstLink(page, `${operation}/participants`, ONE_AGENCY);
  if (path === "@/participants/own/webhooks") {
    return (
      (await firstLink(page, `${operation}/participants`, ONE_AGENCY, { named: /Viet/ })) +
      path.slice("@/participants/own".length)
    );
  }
  if (path === "@/reports/contributions") {
    return `${await firstLink(page, `${operation}/reports`, ONE_VERSION)}/contributions`;
  }
  if (path === "@/reports/draft") return begunReport(page, operation);
  if (path === "@/seizures/draft") return startedDraft(page, operation);
  if (path === "/accounts/person") return firstLink(page, "/accounts", ONE_PERSON);
  return path.replace("@", operation);
}

/** The page as the first other customs administration sees it that its owner may choose. */
async function asAnother(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const other = page.locator("select[name=as] option").filter({ hasText: OTHER }).first();
  return `${address}?as=${await other.getAttribute("value")}`;
}

type Among = { named?: RegExp; at?: string };

async function firstLink(page: Page, list: string, wanted: RegExp, { named, at = "" }: Among = {}): Promise<string> {
  // Days of a calendar are links without a word in them.
  const links = page.locator(`${at} a[href]`, named && { hasText: named });
  let first: string | undefined;
  // Asked for again until it is there: a deadline is kept by a job that comes by the minute.
  await expect(async () => {
    await page.goto(list);
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    first = addresses.find((address) => wanted.test(address.split("?")[0] ?? ""));
    expect(first, `${list} links something like ${wanted}`).toBeDefined();
  }).toPass({ timeout: 90_000 });
  return first ?? "";
}

/** A report on the operation, begun by whoever looks. */
async function begunReport(page: Page, operation: string): Promise<string> {
  await page.goto(`${operation}/reports`);
  await page.getByRole("button", { name: words("operation_report.begin.send"), exact: true }).click();
  await page.waitForURL(ONE_REPORT);
  return new URL(page.url()).pathname;
}
