import { TEXTS } from "virtual:texts";
import { useMatches } from "@remix-run/react";
import { patientImport } from "./live/patient-import.ts";
import { isLocale, type Locale } from "./messages/index.ts";
import { loadTexts, TextsGone } from "./messages/load.ts";
import { isPostPage } from "./messages/post-pages.ts";

/** The addresses of the texts that the page is drawn with in this language. */
export function useTextsOfPage(locale: Locale): string[] {
  const matches = useMatches();
  const page = matches.at(-1)?.id ?? "";
  const { post, rest } = TEXTS[locale];
  const isReporter = matches.some(({ data }) => reports(data));
  return isPostPage(page, isReporter) ? [post] : [post, rest];
}

/** Whether the frame of an operation was loaded for somebody who reports and has no desk. */
function reports(data: unknown): boolean {
  if (typeof data !== "object" || data === null || !("me" in data)) return false;
  const { me } = data;
  return typeof me === "object" && me !== null && "role" in me && me.role === "reporter";
}

function localeOfPage(): Locale {
  const { locale } = document.documentElement.dataset;
  return isLocale(locale) ? locale : "en";
}

/** The reader's language first: the server's page and the browser's first drawing must be the same. */
export function loadTextsOfPage(): Promise<void> {
  const { texts = "" } = document.documentElement.dataset;
  return patientImport(() => loadTexts(localeOfPage(), texts.split(" ")));
}

let rest: Promise<void> | undefined;

/** Texts of all other pages, once. Where they are gone the installation has another build by now: it is opened anew. */
export function loadRest(): Promise<void> {
  const locale = localeOfPage();
  rest ??= loadTexts(locale, [TEXTS[locale].rest]).catch((failed) => {
    rest = undefined;
    if (failed instanceof TextsGone) location.reload();
    throw failed;
  });
  return rest;
}
