import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { asksForAnotherPage, patientFetch } from "./live/patient-fetch.ts";
import { loadRest, loadTextsOfPage } from "./page-texts.ts";

// The page's policy forbids code made from text, which the parser would otherwise try. It is not here yet: this is
// where it looks when it comes.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

await loadTextsOfPage();

const here = () => new URL(location.href);
const patient = patientFetch(window.fetch.bind(window), here);
// Another page comes with its texts, where this one did without.
window.fetch = async (input, init) => {
  const [answer] = await Promise.all([patient(input, init), asksForAnotherPage(input, init, here()) && loadRest()]);
  return answer;
};

// In one go, not as a transition: a tap into a half-taken-over page breaks React's taking over off for good (its error
// 345; 3 of 69 taps on a slow phone), and the page stays without scripts.
hydrateRoot(
  document,
  <StrictMode>
    <RemixBrowser />
  </StrictMode>,
);
