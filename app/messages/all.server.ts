import { makeText, type TextOf } from "./catalogue.ts";
import { en } from "./en.ts";
import { type Format, makeFormat } from "./format.ts";
import { isLocale, type Locale, registerCatalogue } from "./index.ts";
import { km } from "./km.ts";
import { lo } from "./lo.ts";
import { my } from "./my.ts";
import { th } from "./th.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

for (const [locale, catalogue] of Object.entries({ en, zh, vi, th, lo, km, my })) {
  if (isLocale(locale)) registerCatalogue(locale, catalogue);
}

/** Text outside React: mail, exports, logs of a person's own actions, tests. */
export function textFor(locale: Locale): TextOf {
  return makeText(locale);
}

export function formatFor(locale: Locale, zone: string): Format {
  return makeFormat(locale, zone);
}
