import { makeText, type TextOf } from "./catalogue.ts";
import { en } from "./en.ts";
import { type Format, makeFormat } from "./format.ts";
import { type Locale, registerCatalogue } from "./index.ts";
import { vi } from "./vi.ts";

registerCatalogue("en", en);
registerCatalogue("vi", vi);

/** Text outside React: mail, exports, logs of a person's own actions, tests. */
export function textFor(locale: Locale): TextOf {
  return makeText(locale);
}

export function formatFor(locale: Locale, zone: string): Format {
  return makeFormat(locale, zone);
}
