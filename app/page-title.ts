import { makeText } from "./messages/catalogue.ts";
import { isLocale, type MessageKey, type MessageValues } from "./messages/index.ts";

type Match = { id: string; data?: unknown };

/** The title of a page in the reader's language, for `meta`: `[{ title: pageTitle(matches, "seizures.title") }]`. */
export function pageTitle(matches: readonly (Match | undefined)[], key: MessageKey, values?: MessageValues): string {
  const text = makeText(localeOf(matches));
  return text("ui.title", { page: text(key, values), product: text("shell.product") });
}

export function productName(matches: readonly (Match | undefined)[]): string {
  return makeText(localeOf(matches))("shell.product");
}

function localeOf(matches: readonly (Match | undefined)[]) {
  const root = matches.find((match) => match?.id === "root")?.data;
  const locale = typeof root === "object" && root !== null && "locale" in root ? root.locale : undefined;
  return isLocale(locale) ? locale : "en";
}
