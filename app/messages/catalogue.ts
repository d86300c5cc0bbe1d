import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { catalogueOf, LANGUAGES, type Locale, type MessageKey, type MessageValues } from "./index.ts";
import { pseudoFormat, pseudoPiece } from "./pseudo.ts";

/** Looks up and fills messages in one language. Call it with a key, or ask for the labels of codes. */
export type TextOf = {
  (key: MessageKey, values?: MessageValues): string;
  readonly locale: Locale;
  /** A label whose key is put together from data; the fallback (by default the last part) where none exists. */
  label(key: string, values?: MessageValues, fallback?: string): string;
  has(key: string): boolean;
  /** `code.<list>.<code>`, for example ("mode", "air_cargo"). */
  code(list: string, code: string): string;
  commodity(code: string): string;
  /** A message key of zod or of a Problem ("date.malformed"), found under `error.`; a general sentence otherwise. */
  error(key: string, values?: MessageValues): string;
};

const formats = new Map<string, IntlMessageFormat>();

/** The parsed message, kept: parsing costs a hundred times as much as filling. Null where no language has the key. */
export function formatOf(locale: Locale, key: string): IntlMessageFormat | null {
  const name = `${locale}:${key}`;
  const kept = formats.get(name);
  if (kept) return kept;
  const made = makeFormat(locale, key);
  if (made) formats.set(name, made);
  return made;
}

function makeFormat(locale: Locale, key: string): IntlMessageFormat | null {
  const own = locale === "pseudo" ? undefined : catalogueOf(locale)[key];
  const language = LANGUAGES[locale];
  if (own !== undefined) {
    return new IntlMessageFormat(own, language.tag, undefined, { formatters: formattersOf(language) });
  }
  const english = catalogueOf("en")[key];
  if (english === undefined) return null;
  if (locale !== "pseudo") return new IntlMessageFormat(english, LANGUAGES.en.tag);
  return (PIECE.test(key) ? pseudoPiece : pseudoFormat)(english, LANGUAGES.pseudo.tag);
}

/**
 * Numbers inside of messages. Browsers of phones do not know all our languages, and some write numbers in other digits:
 * of those with the same separators one is taken that all know, so that server and browser write the same.
 */
function formattersOf({ tag, group }: (typeof LANGUAGES)[Locale]): Formatters {
  return {
    getNumberFormat: (_, options) => new Intl.NumberFormat(group === "." ? "de" : "en", options),
    getDateTimeFormat: (_, options) => new Intl.DateTimeFormat("en-GB", options),
    getPluralRules: (_, options) => new Intl.PluralRules(tag, options),
  };
}

/** Months, units, patterns of numbers and days. */
const PIECE = /^(date|format|unit|zone)\./;

const made = new Map<Locale, TextOf>();

export function makeText(locale: Locale): TextOf {
  const kept = made.get(locale);
  if (kept) return kept;
  const fill = (key: string, values?: MessageValues): string | null => {
    const found = formatOf(locale, key);
    return found && String(found.format(values));
  };
  const label = (key: string, values?: MessageValues, fallback?: string) =>
    fill(key, values) ?? fallback ?? key.slice(key.lastIndexOf(".") + 1);
  const text: TextOf = Object.assign((key: MessageKey, values?: MessageValues) => fill(key, values) ?? key, {
    locale,
    label,
    has: (key: string) => formatOf(locale, key) !== null,
    code: (list: string, code: string) => label(`code.${list}.${code}`, undefined, code),
    commodity: (code: string) => label(`commodity.${code}`, undefined, code),
    error: (key: string, values?: MessageValues) => fill(`error.${key}`, values) ?? label("error.general"),
  });
  made.set(locale, text);
  return text;
}
