import type { IncomingMessage } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

interface Asked {
  method: string;
  /** Scheme and host under which the request reached us. */
  own: string;
  headers: IncomingMessage["headers"];
}

/**
 * Whether a request that may change something comes from our own pages. Browsers say so in Sec-Fetch-Site or Origin;
 * a request that says neither is refused, unless it carries a machine's key, which no foreign page can make it do.
 */
export function isFromHere({ method, own, headers }: Asked): boolean {
  if (SAFE.has(method) || hasKey(headers)) return true;
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin !== undefined && origin !== "null") return origin === own;
  return site === "same-origin";
}

export function hasKey(headers: IncomingMessage["headers"]): boolean {
  return /^bearer \S/i.test(headers.authorization ?? "");
}

/** Whether a socket may open: browsers always name the page's origin, programs name none. */
export function maySocketOpen(headers: IncomingMessage["headers"], own: string): boolean {
  return headers.origin === undefined || headers.origin === own;
}
