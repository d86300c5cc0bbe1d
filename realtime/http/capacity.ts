import type { NextFunction, Request, Response } from "express";
import { refuse } from "./refuse.ts";

export interface Capacity {
  /** Answers under way at once; what comes on top is told to come back. */
  atOnce: number;
  /** A request that has no answer by then gets 503: its sender may repeat it under the same command id. */
  answerWithinMs: number;
}

/** Bounds how many requests wait, and for how long: a database that is away never makes anybody hang. */
export function withinCapacity({ atOnce, answerWithinMs }: Capacity) {
  let underWay = 0;
  return (req: Request, res: Response, next: NextFunction): void => {
    if (underWay >= atOnce) {
      refuse(req, res, 503, 1);
      return;
    }
    underWay++;
    const deadline = setTimeout(() => refuse(req, res, 503, 2), answerWithinMs);
    res.once("close", () => {
      underWay--;
      clearTimeout(deadline);
    });
    next();
  };
}

/**
 * Reads away what an answer was given without: a page that refuses before it looks at the body would otherwise leave
 * the rest on the connection, and the next request on it would wait behind that.
 */
export function readToTheEnd(req: Request, res: Response, next: NextFunction): void {
  res.once("finish", () => {
    if (req.readableEnded) return;
    req.removeAllListeners("data");
    req.resume();
  });
  next();
}

const BODY_LIMIT = 1_048_576;
/** Files come as multipart forms; routes that take them say how much they keep. */
const FILE_LIMIT = 8 * 1_048_576;

/** Whether the body may come in: its length must be told beforehand and be within the limit. */
export function isBodyWithinLimit(req: Request): boolean {
  const { "content-length": length, "transfer-encoding": encoding, "content-type": type } = req.headers;
  if (encoding !== undefined) return false;
  return Number(length ?? 0) <= (type?.startsWith("multipart/form-data") ? FILE_LIMIT : BODY_LIMIT);
}
