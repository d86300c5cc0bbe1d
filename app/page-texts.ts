import { TEXTS } from "virtual:texts";
import { useMatches } from "@remix-run/react";
import { createContext, useContext } from "react";
import { patientImport } from "./live/patient-import.ts";
import { isLocale, type Locale } from "./messages/index.ts";
import { loadTexts, TextsGone } from "./messages/load.ts";
import { textsOf } from "./messages/post-pages.ts";

/** Whether the document answers something that was sent, or says what went wrong: the server knows, and tells by its texts. */
export const AnswersContext = createContext(false);

/** The addresses of the texts that the page is drawn with in this language. */
export function useTextsOfPage(locale: Locale): string[] {
  const matches = useMatches();
  const page = matches.at(-1)?.id ?? "";
  const answers = useContext(AnswersContext);
  const reporting = matches.some(({ data }) => reports(data));
  return textsOf(page, { reports: reporting, answers }).map((file) => TEXTS[locale][file]);
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

const textsOfDocument = () => (document.documentElement.dataset.texts ?? "").split(" ");

/** As the server drew it: `AnswersContext` of a document that has more than what a page is drawn with at first. */
export function documentAnswers(): boolean {
  return textsOfDocument().includes(TEXTS[localeOfPage()].post);
}

/** The reader's language first: the server's page and the browser's first drawing must be the same. */
export function loadTextsOfPage(): Promise<void> {
  return patientImport(() => loadTexts(localeOfPage(), textsOfDocument()));
}

const asked = new Map<string, Promise<void>>();

/** Where they are gone the installation has another build by now: it is opened anew. */
function loadOnce(file: "post" | "rest"): Promise<void> {
  const address = TEXTS[localeOfPage()][file];
  const before = asked.get(address);
  if (before) return before;
  const loading = loadTexts(localeOfPage(), [address]).catch((failed) => {
    asked.delete(address);
    if (failed instanceof TextsGone) location.reload();
    throw failed;
  });
  asked.set(address, loading);
  return loading;
}

/** What the pages of a post can show beside what they are drawn with: refusals, and parts that come later. Once. */
export function loadPost(): Promise<void> {
  return loadOnce("post");
}

/** Texts of all other pages, once. */
export async function loadRest(): Promise<void> {
  await Promise.all([loadOnce("post"), loadOnce("rest")]);
}

/** A part of a post's pages that is fetched later, with its words. */
export async function withTexts<T>(load: () => Promise<T>): Promise<T> {
  if (typeof document === "undefined") return load();
  const [part] = await Promise.all([load(), loadPost()]);
  return part;
}
