/// <reference lib="webworker" />
import { z } from "zod";
import { sendWaiting } from "./send.ts";
import { ASSETS, CACHE, SHELL, SYNC } from "./shell.ts";

/**
 * Between the pages and the line. It keeps one page that holds nobody's data, with its scripts and styles, and nothing
 * else: whatever a signed-in reader was answered is never kept.
 */
declare const self: ServiceWorkerGlobalScope & typeof globalThis;

z.config({ jitless: true });

const LOGO = "/logo.svg";

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(opened(request, pathname));
  else if (pathname.startsWith(ASSETS) || pathname === LOGO) event.respondWith(asset(request));
});

/** A page from the server; without a line the kept one, under its own address. */
async function opened(request: Request, pathname: string): Promise<Response> {
  try {
    return await whole(await fetch(request));
  } catch (away) {
    const shell = await caches.match(SHELL, { ignoreVary: true });
    if (!shell) throw away;
    return pathname === SHELL ? shell : Response.redirect(SHELL, 302);
  }
}

/** A page that breaks off in the middle is none. What is to be saved may be large, and goes through as it comes. */
async function whole(answer: Response): Promise<Response> {
  const { headers } = answer;
  const isPage = headers.get("Content-Type")?.startsWith("text/html") && !headers.has("Content-Disposition");
  return isPage ? new Response(await answer.arrayBuffer(), answer) : answer;
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

const Keep = z.object({ keep: z.string(), assets: z.array(z.string().startsWith(ASSETS)).max(400) });

self.addEventListener("message", (event) => {
  const asked = Keep.safeParse(event.data);
  if (!asked.success) return;
  // A page that was opened while the worker was being installed is not its own yet.
  event.waitUntil(self.clients.claim());
  event.waitUntil(keep(asked.data.keep, asked.data.assets));
});

/** A build is kept whole or not at all; earlier ones go only then. */
async function keep(build: string, assets: readonly string[]): Promise<void> {
  const name = CACHE + build;
  const cache = await caches.open(name);
  const here = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const shell = await fetch(SHELL, { headers: { Accept: "text/html" } });
  if (!shell.ok || shell.redirected) return;
  const wanted = new Set([LOGO, ...assets, ...assetsNamedBy(await shell.clone().text())]);
  await cache.addAll([...wanted].filter((path) => !here.has(path)));
  await cache.put(SHELL, shell);
  for (const old of await caches.keys()) if (old.startsWith(CACHE) && old !== name) await caches.delete(old);
}

/** Every script, style and font that the page names itself. */
function assetsNamedBy(html: string): string[] {
  return [...html.matchAll(/\/assets\/[\w.-]+\.(?:json|js|css|woff2)/g)].map(([path]) => path);
}

self.addEventListener("sync", (event) => {
  if (event.tag === SYNC) event.waitUntil(sendInBackground());
});

/** The browser wakes it again after minutes: a line that comes and goes is tried again before. */
const LONGEST_PAUSE_S = 20;

/**
 * Sends what a page left behind, or goes on where one is being closed. What a PIN has locked stays where it is. Throws
 * where something still waits, so that the browser tries again later.
 */
async function sendInBackground(): Promise<void> {
  for (;;) {
    const ended = await sendWaiting({ inTurn: true });
    if (ended.why !== "wait") return;
    if (ended.seconds > LONGEST_PAUSE_S) throw new Error("the line is away");
    await new Promise((over) => setTimeout(over, ended.seconds * 1_000));
  }
}
