import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLocale } from "./messages/index.ts";
import { loadCatalogue } from "./messages/load.ts";

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
