import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { z } from "zod";
import { isLocale } from "./messages/index.ts";
import { loadCatalogue } from "./messages/load.ts";

// The page's policy forbids code made from text, which the parser would otherwise try.
z.config({ jitless: true });

/** The reader's language first: the server's page and the browser's first drawing must be the same. */
const wanted = document.documentElement.dataset.locale;
await loadCatalogue(isLocale(wanted) ? wanted : "en");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
