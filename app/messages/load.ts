import { type Locale, registerCatalogue } from "./index.ts";

/** Fetches the reader's language in the browser: each language is a file of its own, English is below all of them. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  const [{ en }, own] = await Promise.all([import("./en.ts"), locale === "vi" ? import("./vi.ts") : null]);
  registerCatalogue("en", en);
  if (own) registerCatalogue("vi", own.vi);
}
