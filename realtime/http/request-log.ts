import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

/**
 * One line per answer, with the id by which a person can ask about it. Paths are logged without ids, queries or
 * fragments, and neither addresses nor names nor contents: the log holds no personal data.
 */
export function requestLog(log: Logger): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const requestId = randomBytes(9).toString("base64url");
    const began = process.hrtime.bigint();
    res.locals.requestId = requestId;
    res.locals.log = log.child({ requestId });
    res.setHeader("X-Request-Id", requestId);
    res.once("close", () => {
      const ms = Number(process.hrtime.bigint() - began) / 1e6;
      const facts = {
        method: req.method,
        path: shapeOf(req.path),
        status: res.statusCode,
        ms: Math.round(ms * 10) / 10,
        whole: res.writableFinished,
      };
      if (res.statusCode >= 500) res.locals.log.error(facts, "request failed");
      else res.locals.log.info(facts, "request");
    });
    next();
  };
}

/** The address with every part that could name a thing or a person replaced. */
export function shapeOf(path: string): string {
  return path
    .split("/")
    .map((part) => (/^[a-z][a-z._-]{0,30}$|^v\d$|^$/.test(part) ? part : ":"))
    .join("/")
    .slice(0, 200);
}
