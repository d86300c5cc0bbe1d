import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

interface Policy {
  /** Behind https: browsers are told never to come back without it. */
  secure: boolean;
  /** Vite's client in development evaluates nothing, but injects styles and opens its own socket. */
  development: boolean;
}

/** A fresh nonce for each answer, in `res.locals.nonce`; helmet reads it from there. */
export function giveNonce(_req: Request, res: Response, next: NextFunction): void {
  res.locals.nonce = randomBytes(18).toString("base64");
  next();
}

export function securityHeaders({ secure, development }: Policy): RequestHandler {
  const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as Response).locals.nonce}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'", nonce],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "script-src-attr": ["'none'"],
        ...(secure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
    // With "no-referrer" browsers send `Origin: null` along with our own forms.
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: secure,
    crossOriginResourcePolicy: { policy: "same-origin" },
    originAgentCluster: secure,
  });
}

/** Whatever a route says: nothing but files is kept by browsers and proxies; 503 says when to come back. */
export function neverStored(_req: Request, res: Response, next: NextFunction): void {
  const writeHead = res.writeHead;
  res.writeHead = function (this: Response, ...args: Parameters<typeof writeHead>) {
    res.setHeader("Cache-Control", "no-store");
    if (args[0] === 503 && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", "2");
    return writeHead.apply(this, args);
  } as typeof writeHead;
  next();
}
