import { type Catalogue, type Locale, registerCatalogue } from "./index.ts";

/** Each language is a file of its own. */
const OWN: Partial<Record<Locale, () => Promise<Catalogue>>> = {
  zh: async () => (await import("./zh.ts")).zh,
  vi: async () => (await import("./vi.ts")).vi,
  th: async () => (await import("./th.ts")).th,
  lo: async () => (await import("./lo.ts")).lo,
  km: async () => (await import("./km.ts")).km,
  my: async () => (await import("./my.ts")).my,
};

/** Fetches the reader's language in the browser; English is below all of them. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  const [{ en }, own] = await Promise.all([import("./en.ts"), OWN[locale]?.()]);
  registerCatalogue("en", en);
  if (own) registerCatalogue(locale, own);
}
