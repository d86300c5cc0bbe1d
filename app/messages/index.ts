import type { Ast } from "./compiled.ts";
import type { en } from "./en.ts";

/** Every key of the English catalogue, which is complete: the other languages fall back to it key by key. */
export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<string, string>>;
/** Messages as they are written, or in browsers as the build has parsed them. */
type Messages = Readonly<Record<string, string | Ast>>;
/** Addresses of a language's files: what a post's pages are drawn with, what else they can show, and the rest. */
export type TextFiles = { first: string; post: string; rest: string };
export type MessageValues = Readonly<Record<string, string | number>>;

/** Languages a reader may choose, and the pseudo-language, which shows untranslated text and tight layouts in tests. */
export const LOCALES = ["en", "zh", "vi", "th", "lo", "km", "my", "pseudo"] as const;
export type Locale = (typeof LOCALES)[number];

type Language = {
  /** For plurals and for the `lang` of the page. */
  tag: string;
  ownName: string;
  /** Separators of numbers, as Unicode CLDR has them. */
  group: string;
  mark: "." | ",";
  /** Written by the makers; no native reader has confirmed it yet. Said beside its name. */
  draft?: true;
};

/** The language's own rules. Digits are 0 to 9 in all of them, as on the forms that are copied from. */
export const LANGUAGES: Record<Locale, Language> = {
  en: { tag: "en-GB", ownName: "English", group: ",", mark: "." },
  zh: { tag: "zh-Hans", ownName: "简体中文", group: ",", mark: ".", draft: true },
  vi: { tag: "vi", ownName: "Tiếng Việt", group: ".", mark: ",", draft: true },
  th: { tag: "th", ownName: "ไทย", group: ",", mark: ".", draft: true },
  lo: { tag: "lo", ownName: "ລາວ", group: ".", mark: ",", draft: true },
  km: { tag: "km", ownName: "ខ្មែរ", group: ".", mark: ",", draft: true },
  my: { tag: "my", ownName: "မြန်မာ", group: ",", mark: ".", draft: true },
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
  const spoken = wanted.map(({ language }) => LOCALES.find((locale) => locale === language && locale !== "pseudo"));
  return spoken.find((locale) => locale !== undefined) ?? "en";
}

const loaded = new Map<Locale, Messages>();

/** Makes messages ready: the server registers all there are, the browser those of its page before it hydrates. */
export function registerCatalogue(locale: Locale, messages: Messages): void {
  loaded.set(locale, { ...loaded.get(locale), ...messages });
}

export function catalogueOf(locale: Locale): Messages {
  const catalogue = loaded.get(locale);
  if (!catalogue) throw new Error(`The catalogue of "${locale}" is not loaded`);
  return catalogue;
}
