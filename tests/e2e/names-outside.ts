import type { Page } from "@playwright/test";
import { referenceFile } from "#seeds/reference-files.server.ts";

/** Names in use elsewhere that no list of ours holds. */
const COMMON = ["Laos", "Burma", "Macau", "Brunei", "South Korea", "North Korea", "Vietnam", "Taiwan", "Hong Kong"];

/** Bodies by the name that they bear themselves. */
const AGENCIES = ["U.S. Fish and Wildlife Service"];
/** A time zone by its technical name, behind the one that people read. */
const ZONE = /\((?:[A-Z]\w+\/)+[\w-]+\)/g;

/** Countries that the page calls by a name outside of the list, wherever on it, behind disclosures too. */
export async function namesOutsideOn(page: Page): Promise<string[]> {
  await openAll(page);
  const { others, clear } = lists();
  const text = await page.locator("body").innerText();
  const there = others.filter((name) => text.includes(name));
  const words = clear(text, there);
  return there.filter((name) => new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, "u").test(words));
}

let kept: ReturnType<typeof namesOutside> | undefined;

function lists() {
  kept ??= namesOutside();
  return kept;
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
  const known = [...listed, ...places, ...AGENCIES];
  const clear = (text: string, there: readonly string[]) => {
    // A city may bear the name, with its country by the list's name behind it.
    const towns = there.flatMap((name) => [...listed].map((country) => `${name}, ${country}`));
    const holding = known.filter((name) => there.some((other) => name.includes(other)));
    const longest = [...holding, ...towns].sort((left, right) => right.length - left.length);
    return longest.reduce((rest, name) => rest.replaceAll(name, "·"), text.replace(ZONE, "·"));
  };
  return { others, clear };
}

/** What stands behind a disclosure is read too. */
async function openAll(page: Page): Promise<void> {
  await page.locator("details:not([open])").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
