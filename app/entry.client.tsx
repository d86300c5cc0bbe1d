import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { patientFetch } from "./live/patient-fetch.ts";
import { isLocale } from "./messages/index.ts";
import { loadCatalogue } from "./messages/load.ts";

// The page's policy forbids code made from text, which the parser would otherwise try. It is not here yet: this is
// where it looks when it comes.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** The reader's language first: the server's page and the browser's first drawing must be the same. */
const wanted = document.documentElement.dataset.locale;
await loadCatalogue(isLocale(wanted) ? wanted : "en");

window.fetch = patientFetch(window.fetch.bind(window), () => new URL(location.href));

// In one go, not as a transition: a tap into a half-taken-over page breaks React's taking over off for good (its error
// 345; 3 of 69 taps on a slow phone), and the page stays without scripts.
hydrateRoot(
  document,
  <StrictMode>
    <RemixBrowser />
  </StrictMode>,
);
