import { expect, type Page, test } from "@playwright/test";
import { referenceFile } from "#seeds/reference-files.server.ts";
import { addressesOf, PAGES } from "./pages.ts";
import { signedIn } from "./people.ts";

/** Names in use elsewhere that no list of ours holds. */
const COMMON = ["Laos", "Burma", "Macau", "Brunei", "South Korea", "North Korea", "Vietnam", "Taiwan", "Hong Kong"];

/** Bodies by the name that they bear themselves. */
const AGENCIES = ["U.S. Fish and Wildlife Service"];
/** A time zone by its technical name, behind the one that people read. */
const ZONE = /\((?:[A-Z]\w+\/)+[\w-]+\)/g;

for (const [login, paths] of Object.entries(PAGES)) {
  test(`no page of ${login} calls a country by a name outside of the list`, async ({ browser }) => {
    test.setTimeout(180_000);
    const { others, clear } = namesOutside();
    const page = await signedIn(browser, login);
    for (const address of await addressesOf(page, paths)) {
      await page.goto(address);
      await openAll(page);
      const words = clear(await page.locator("body").innerText());
      const found = others.filter((name) => new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, "u").test(words));
      expect.soft(found, address).toEqual([]);
    }
    await page.context().close();
  });

  test(`every text of ${login}'s pages comes from a catalogue, and longer words fit`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const page = await signedIn(browser, login);
    const addresses = await addressesOf(page, paths);
    await page.context().addCookies([{ name: "naga_locale", value: "pseudo", url: baseURL ?? "" }]);
    for (const address of addresses) {
      const data = await (await page.request.get(address)).text();
      await page.goto(address);
      expect.soft(untranslated(await textsOf(page), data), address).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(over, `${address} is wider than its window`).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
}

/** What countries are called and must not be called, and how the list's own names and names of places are left out. */
function namesOutside() {
  const countries = referenceFile("countries");
  const official = new Map(countries.map((row) => [row.iso2 ?? "", row.name_en ?? ""]));
  for (const row of referenceFile("country_names")) official.set(row.iso2 ?? "", row.name ?? "");
  const listed = new Set(official.values());
  const given = countries.flatMap((row) => [row.name_en ?? "", ...(row.aliases_en ?? "").split("|")]);
  const others = [...new Set([...given, ...COMMON])].filter((name) => name.length > 3 && !listed.has(name));
  const places = (["airports", "sea_ports", "cities"] as const)
    .flatMap((file) => referenceFile(file).flatMap((row) => Object.values(row)))
    .filter((name) => others.some((other) => name.includes(other) && name !== other));
  // A city may bear the name, with its country by the list's name behind it.
  const towns = others.flatMap((name) => [...listed].map((country) => `${name}, ${country}`));
  const known = [...listed, ...places, ...towns, ...AGENCIES].sort((left, right) => right.length - left.length);
  const clear = (text: string) =>
    known.filter(Boolean).reduce((rest, name) => rest.replaceAll(name, "·"), text.replace(ZONE, "·"));
  return { others, clear };
}

/** What stands behind a disclosure is read too. */
async function openAll(page: Page): Promise<void> {
  await page.locator("details:not([open])").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}

function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const hidden = node.parentElement?.closest("script, style, noscript, title");
      if (!hidden) texts.push(node.textContent ?? "");
    }
    return texts;
  });
}

const CALENDAR = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Pseudo)$/;

/**
 * Words in plain letters that are no data: the pseudo-language accents what a catalogue gave, the page's own data
 * carries names and codes, and dates are written by the browser.
 */
function untranslated(texts: readonly string[], data: string): string[] {
  const words = texts.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u));
  const plain = words.filter((word) => /^[A-Za-z]{3,}$/.test(word) && !CALENDAR.test(word));
  return [...new Set(plain)].filter((word) => !data.includes(word));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
