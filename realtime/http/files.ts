import { existsSync, readdirSync } from "node:fs";
import express, { type Express, type RequestHandler, type Response } from "express";

/** What browsers run is that and nothing else; the rules for pages are the pages' own. A drawing has its styles in it. */
const POLICY = "default-src 'self'";
const POLICY_OF_DRAWINGS = `${POLICY}; style-src 'self' 'unsafe-inline'`;
/** What never changes is neither asked for again nor in parts. */
const FOR_EVER = { immutable: true, maxAge: "1y", acceptRanges: false, lastModified: false } as const;
const FOR_PAGES_ALONE = [
  ...["Origin-Agent-Cluster", "Referrer-Policy", "X-DNS-Prefetch-Control", "X-Download-Options", "X-Frame-Options"],
  ...["X-Permitted-Cross-Domain-Policies", "X-XSS-Protection", "Cross-Origin-Opener-Policy"],
];

/**
 * The built files. Those with their hash in the name never change; the others are asked for again within the hour. Text
 * goes out as the build compressed it, and every answer with a short head: on a slow line both are waited for.
 */
export function serveBuilt(app: Express, folder: string): void {
  const rules = {
    index: false,
    redirect: false,
    dotfiles: "ignore",
    fallthrough: true,
    setHeaders: shortHead,
  } as const;
  app.use(asCompressed(folder));
  app.use("/assets", express.static(`${folder}/assets`, { ...rules, ...FOR_EVER }));
  app.use(express.static(folder, { ...rules, maxAge: "1h" }));
}

/** Sends to the compressed form beside a file where there is one and the browser reads it. */
function asCompressed(folder: string): RequestHandler {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const compressed = new Set(
    files.filter((file) => file.endsWith(".br")).map((file) => `/${file.replaceAll("\\", "/")}`),
  );
  return (req, res, proceed) => {
    const path = `${req.path}.br`;
    if (!compressed.has(path)) return proceed();
    res.vary("Accept-Encoding");
    if (!req.acceptsEncodings("br")) return proceed();
    res.type(req.path.slice(req.path.lastIndexOf(".")));
    res.setHeader("Content-Encoding", "br");
    req.url = path;
    proceed();
  };
}

function shortHead(res: Response, path: string): void {
  for (const name of FOR_PAGES_ALONE) res.removeHeader(name);
  res.setHeader("Content-Security-Policy", /\.svg(\.br)?$/.test(path) ? POLICY_OF_DRAWINGS : POLICY);
}
