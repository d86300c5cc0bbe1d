import { type Compiled, expand } from "./compiled.ts";
import { type Locale, registerCatalogue } from "./index.ts";

/** A language's own messages, and the English ones where it has none. */
type TextFile = { own: Record<string, Compiled>; en: Record<string, Compiled> };

/** The installation has no such file: it has another build by now. */
export class TextsGone extends Error {}

/** Fetches messages in the browser. Throws where the line is away, and `TextsGone`. */
export async function loadTexts(locale: Locale, addresses: readonly string[]): Promise<void> {
  const files = await Promise.all(addresses.map(fetchTexts));
  for (const { own, en } of files) {
    registerCatalogue("en", expanded(en));
    if (locale !== "en") registerCatalogue(locale, expanded(own));
  }
}

/** As the page's `preload` asks, so that it is fetched once. */
async function fetchTexts(address: string): Promise<TextFile> {
  const answer = await fetch(address);
  if (answer.status === 404) throw new TextsGone(address);
  if (!answer.ok) throw new Error(`No texts at ${address}: ${answer.status}`);
  return answer.json();
}

const expanded = (messages: Record<string, Compiled>) =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, expand(message)]));
