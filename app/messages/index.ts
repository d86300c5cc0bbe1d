import type { en } from "./en.ts";

/** Every key of the English catalogue, which is complete: the other languages fall back to it key by key. */
export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<string, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Languages a reader may choose, and the pseudo-language, which shows untranslated text and tight layouts in tests. */
export const LOCALES = ["en", "vi", "pseudo"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language's own rules: tag for plurals and for the `lang` of the page, separators of numbers. */
export const LANGUAGES: Record<Locale, { tag: string; ownName: string; group: string; mark: "." | "," }> = {
  en: { tag: "en-GB", ownName: "English", group: ",", mark: "." },
  vi: { tag: "vi", ownName: "Tiếng Việt", group: ".", mark: "," },
  pseudo: { tag: "en-GB", ownName: "Pseudo", group: ",", mark: "." },
};

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The first language of an Accept-Language header that we speak; English where there is none. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", q] = part.trim().split(";q=");
      return { language: tag.toLowerCase().split("-")[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter((entry) => entry.weight > 0)
    .sort((left, right) => right.weight - left.weight);
  const found = wanted.find((entry) => entry.language === "en" || entry.language === "vi");
  return found?.language === "vi" ? "vi" : "en";
}

const loaded = new Map<Locale, Catalogue>();

/** Makes a language ready: the server registers all of them, the browser the reader's before it hydrates. */
export function registerCatalogue(locale: Locale, catalogue: Catalogue): void {
  loaded.set(locale, catalogue);
}

export function catalogueOf(locale: Locale): Catalogue {
  const catalogue = loaded.get(locale);
  if (!catalogue) throw new Error(`The catalogue of "${locale}" is not loaded`);
  return catalogue;
}
