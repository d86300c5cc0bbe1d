import type { NextFunction, Request, Response } from "express";
import type { ProblemKind } from "#app/domain/problem.ts";
import { textFor } from "#app/messages/all.server.ts";
import { preferredLocale } from "#app/messages/index.ts";

/** The refusals that come before any route; each has its words under `error_page.<status>`. */
export type RefusedStatus = 400 | 403 | 405 | 413 | 429 | 500 | 503;

const KIND: Record<RefusedStatus, ProblemKind> = {
  400: "invalid",
  403: "forbidden",
  405: "invalid",
  413: "invalid",
  429: "too-many",
  500: "unavailable",
  503: "unavailable",
};

/** A request from a foreign page is refused as one that makes no sense here; the words of 403 speak of roles. */
const WORDS = { 400: 400, 403: 400, 405: 405, 413: 413, 429: 429, 500: 500, 503: 503 } as const satisfies Record<
  RefusedStatus,
  number
>;

/** Answers with a problem: JSON where that is asked for, else a page of a few words without style or script. */
export function refuse(req: Request, res: Response, status: RefusedStatus, retryAfterSeconds?: number): void {
  if (res.headersSent) return;
  res.status(status).setHeader("Cache-Control", "no-store");
  if (retryAfterSeconds !== undefined) res.setHeader("Retry-After", String(Math.max(1, Math.ceil(retryAfterSeconds))));
  const locale = preferredLocale(req.get("accept-language") ?? null);
  const text = textFor(locale);
  if (wantsJson(req)) {
    const kind = KIND[status];
    const [title, detail] = [text(`error_page.${WORDS[status]}.title`), text(`error_page.${WORDS[status]}.text`)];
    const { requestId } = res.locals;
    const body = { type: `urn:naga:problem:${kind}`, title, status, code: `request.${status}`, detail, requestId };
    res.type("application/problem+json").send(JSON.stringify(body));
    return;
  }
  const [title, line] = [text(`error_page.${WORDS[status]}.title`), text(`error_page.${WORDS[status]}.text`)].map(
    escapeHtml,
  );
  res
    .type("html")
    .send(
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${line}</p></html>`,
    );
}

function wantsJson(req: Request): boolean {
  return req.path.startsWith("/api/") || (req.get("accept") ?? "").includes("application/json");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Middleware that refuses what does not pass. */
export function refuseUnless(status: RefusedStatus, passes: (req: Request) => boolean) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (passes(req)) next();
    else refuse(req, res, status);
  };
}
