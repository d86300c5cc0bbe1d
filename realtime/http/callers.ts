import type { NextFunction, Request, Response } from "express";
import type { Limits } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { hasKey } from "./same-origin.ts";

/**
 * Slows down whoever asks too often: machines by their key, people by their session when they write, and callers
 * without a session by address. What the secrets are is not known here; they only tell callers apart.
 */
export function slowDown(limits: Limits, sessionCookie: string) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const seconds = await waitFor(req, limits, sessionCookie);
    if (seconds > 0) refuse(req, res, 429, seconds);
    else next();
  };
}

function waitFor(req: Request, limits: Limits, sessionCookie: string): Promise<number> | number {
  if (hasKey(req.headers)) return limits.machine(req.headers.authorization ?? "");
  if (["GET", "HEAD", "OPTIONS"].includes(req.method)) return 0;
  return limits.write(sessionOf(req, sessionCookie) ?? `from ${req.ip}`);
}

function sessionOf(req: Request, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`));
}

/** A machine's key stands alone: a cookie beside it must not lend the request somebody's session. */
export function keyWithoutCookie(req: Request, _res: Response, next: NextFunction): void {
  if (hasKey(req.headers)) delete req.headers.cookie;
  next();
}
