/** The page that opens without a line. */
export const SHELL = "/outbox";
export const WORKER = "/outbox-worker.js";
/** Under this name the browser wakes the worker when the line is back. */
export const SYNC = "naga-outbox";
/** Every kept build has a cache of its own; the last whole one is used. */
export const CACHE = "naga-shell-";
export const ASSETS = "/assets/";

/** What a page asks the worker to keep. */
export type KeepShell = { keep: string; assets: string[] };

/** Whether a page can be opened here without a line: then it is safe to leave this one. */
export async function shellIsKept(): Promise<boolean> {
  if (!navigator.serviceWorker?.controller || typeof caches === "undefined") return false;
  return (await caches.match(SHELL, { ignoreVary: true })) !== undefined;
}

/** Registers the worker, where the browser and the address allow one. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  // In development there is none; a browser may also forbid it.
  return navigator.serviceWorker.register(WORKER).catch(() => null);
}

/**
 * Has the worker keep the page for times without a line: what this page has loaded is what that one is drawn with. Files
 * carry their hash in their names, so that nothing comes over the line twice.
 */
export async function keepShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const linked = [...document.querySelectorAll<HTMLLinkElement>("link[href]")].map(({ href }) => new URL(href));
  const own = [...loaded, ...linked].filter(({ origin, pathname }) => {
    return origin === location.origin && pathname.startsWith(ASSETS);
  });
  const assets = [...new Set(own.map(({ pathname }) => pathname))].sort();
  const message: KeepShell = { keep: window.__remixManifest.version, assets };
  active?.postMessage(message);
}
