import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { asksForAnotherPage, patientFetch, sends } from "./live/patient-fetch.ts";
import { patientImport } from "./live/patient-import.ts";
import { AnswersContext, documentAnswers, loadPost, loadRest, loadTextsOfPage } from "./page-texts.ts";

// The page's policy forbids code made from text, which the parser would otherwise try. It is not here yet: this is
// where it looks when it comes.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const POST_TEXTS_AFTER_MS = 1_500;

// Who turns to another page breaks off what this one still asked for: an answer of which a part had come says so to
// nobody who listens, and it is no fault.
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

await loadTextsOfPage();

const here = () => new URL(location.href);
const patient = patientFetch(window.fetch.bind(window), here);
// Another page comes with its texts, where this one did without; what was sent comes back with the words for a refusal.
window.fetch = async (input, init) => {
  const texts = asksForAnotherPage(input, init, here())
    ? loadRest()
    : sends(input, init) && loadPost().catch(() => undefined);
  const [answer] = await Promise.all([patient(input, init), texts]);
  return answer;
};

// In one go, not as a transition: a tap into a half-taken-over page breaks React's taking over off for good (its error
// 345; 3 of 69 taps on a slow phone), and the page stays without scripts.
hydrateRoot(
  document,
  <StrictMode>
    <AnswersContext.Provider value={documentAnswers()}>
      <RemixBrowser />
    </AnswersContext.Provider>
  </StrictMode>,
);

// The page works already: what it is told next has the line before what it may have to say some day.
setTimeout(() => void patientImport(loadPost), POST_TEXTS_AFTER_MS);
