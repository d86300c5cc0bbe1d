import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { isDatabaseAway } from "#app/http.server.ts";
import type { House } from "#app/services/house.server.ts";
import type { Database } from "#db/client.server.ts";
import type { Limits } from "./limits.ts";
import { refuse } from "./refuse.ts";

export interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  development: boolean;
  house: House;
  database: Database;
  reading: Database;
  limits: Limits;
  secure: boolean;
  boundariesFolder: string;
}

/** Everything that is not a file is answered by Remix, which is handed what loaders and actions need. */
export function answerPages({ build, development, ...doors }: Pages): RequestHandler {
  return createRequestHandler({
    build,
    mode: development ? "development" : "production",
    getLoadContext: (req: Request, res: Response) => ({
      ...doors,
      nonce: res.locals.nonce,
      requestId: res.locals.requestId,
      log: res.locals.log,
      address: req.ip ?? "",
    }),
  });
}

/** The last resort: what reaches it is written down in full, and told to the reader by number alone. */
export const answerFailure: ErrorRequestHandler = (error, req, res, _next) => {
  if (res.headersSent || res.destroyed) {
    res.locals.log?.debug({ err: error }, "failed after the answer had begun");
    res.destroy();
    return;
  }
  // An address with a sign that stands for no letter: the router could not read it.
  if (error instanceof URIError) return refuse(req, res, 400);
  const away = isDatabaseAway(error);
  if (!away) res.locals.log?.error({ err: error }, "request ended in a fault");
  refuse(req, res, away ? 503 : 500, away ? 2 : undefined);
};
