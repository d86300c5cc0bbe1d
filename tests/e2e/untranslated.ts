import type { Page } from "@playwright/test";

/** Words on a page that no catalogue gave, while it is read in the pseudo-language. */
export async function untranslatedOn(page: Page): Promise<string[]> {
  // Some addresses are put together in the browser, from its own.
  const data = await Promise.all([page.url(), ...(await askedBy(page))].map((url) => textAt(page, url)));
  return untranslated(await textsOf(page), `${data.join(" ")} ${new URL(page.url()).host}`);
}

async function textAt(page: Page, url: string): Promise<string> {
  return (await page.request.get(url)).text();
}

/** What the page has asked the lists of reference data for by itself: names of species come so, and their sources. */
function askedBy(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith("/taxa")),
  );
}

function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const hidden = node.parentElement?.closest("script, style, noscript, title, [translate=no]");
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
