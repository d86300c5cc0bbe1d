import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { Logger } from "pino";
import { Server as SocketServer } from "socket.io";
import type { ViteDevServer } from "vite";
import { s3Store } from "#app/attachments/s3-store.server.ts";
import { clamScan } from "#app/attachments/scan.server.ts";
import { diskStore } from "#app/attachments/store.server.ts";
import type { Env } from "#app/env.server.ts";
import type { House } from "#app/services/house.server.ts";
import { sessionCookieName } from "#app/session.server.ts";
import { resolveByDns } from "#app/webhooks/call.server.ts";
import { webhookKey } from "#app/webhooks/signature.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { proofKey } from "#db/server-secret.ts";
import { keyWithoutCookie, slowDown } from "./http/callers.ts";
import { type Capacity, isBodyWithinLimit, readToTheEnd, withinCapacity } from "./http/capacity.ts";
import { serveBuilt } from "./http/files.ts";
import { alive, ready } from "./http/health.ts";
import { type Limits, openLimits, type Rates } from "./http/limits.ts";
import { answerFailure, answerPages } from "./http/pages.ts";
import { refuseUnless } from "./http/refuse.ts";
import { requestLog } from "./http/request-log.ts";
import { isFromHere, maySocketOpen } from "./http/same-origin.ts";
import { giveNonce, neverStored, securityHeaders } from "./http/security.ts";
import { officeMaker } from "./office/office-maker.ts";
import { LIVE_PATH, PING_INTERVAL_MS, PING_TIMEOUT_MS } from "./protocol.ts";
import { typesetter } from "./typesetting/typesetter.ts";

/** What the gateway is given: sockets that passed the origin check, and the doors of services. */
export interface GatewayDeps {
  io: SocketServer;
  house: House;
  database: Database;
  appUrl: string;
  log: Logger;
}

export interface Gateway {
  /** Something was committed in these streams: seal it and send it. */
  poke(streams: readonly string[]): void;
  close(): Promise<void>;
}

/** Work beside requests (jobs), ended before the pools are closed. */
export interface SideWork {
  stop(): Promise<void>;
}

export interface NagaServerOptions {
  env: Env;
  log: Logger;
  build: ServerBuild | (() => Promise<ServerBuild>);
  attachGateway(deps: GatewayDeps): Gateway | Promise<Gateway>;
  startWork?(house: House): Promise<SideWork>;
  /** Vite in middleware mode over this http server: development only. */
  openVite?(http: HttpServer): Promise<ViteDevServer>;
  rates?: Rates;
  capacity?: Capacity;
}

export interface NagaServer {
  http: HttpServer;
  house: House;
  /** Resolves with the port, which is another than asked for when that was 0. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new requests, ends sockets, finishes what is under way, ends work, closes pools. */
  close(): Promise<void>;
}

const CLIENT = fileURLToPath(new URL("../build/client", import.meta.url));
const FRAME_LIMIT = 64_000;
/** Longer than proxies keep their end: a connection must not be closed while a request is on its way. */
const KEEP_ALIVE_MS = 65_000;
const FINISH_WITHIN_MS = 10_000;
const CAPACITY: Capacity = { atOnce: 400, answerWithinMs: 10_000 };
const CLOSE_STEP_MS = 10_000;

interface Inside {
  options: NagaServerOptions;
  database: Database;
  reading: Database;
  limits: Limits;
  house: House;
  isClosing: () => boolean;
  vite: ViteDevServer | undefined;
}

/** One process: HTTP, pages, sockets and jobs on one port, over one database. */
export async function createNagaServer(options: NagaServerOptions): Promise<NagaServer> {
  const { env, log } = options;
  const database = openDatabase(env.appUrl, { max: 20 });
  const reading = env.readUrl ? openDatabase(env.readUrl, { name: "naga read" }) : database;
  const limits = openLimits({ appUrl: env.appUrl, secret: env.sessionSecret, ...options.rates });
  let gateway: Gateway | undefined;
  let closing = false;
  const house: House = {
    db: database.db,
    poke: (streams) => gateway?.poke(streams),
    secret: proofKey(env.sessionSecret),
    files: env.s3 ? s3Store(env.s3) : diskStore(join(env.dataDir, "attachments")),
    scan: env.scanner ? clamScan(env.scanner) : null,
    webhooks: {
      key: webhookKey(env.sessionSecret),
      addresses: env.webhookAddresses,
      resolve: resolveByDns,
    },
    cen: env.cenMapping,
    contributions: env.contributionMapping,
    typeset: typesetter(),
    office: officeMaker({ templates: join(env.dataDir, "templates") }),
    log,
  };
  const http = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: KEEP_ALIVE_MS });
  const vite = await options.openVite?.(http);
  // Before the sockets: they take over the listeners that are there, and pass on what is not theirs.
  http.on("request", answerRequests({ options, database, reading, limits, house, isClosing: () => closing, vite }));
  const io = openSockets(http, env);
  gateway = await options.attachGateway({ io, house, database, appUrl: env.appUrl, log });
  const work = await options.startWork?.(house);

  async function close(): Promise<void> {
    closing = true;
    await within(CLOSE_STEP_MS, gateway?.close());
    await stopServing(http, io);
    await within(CLOSE_STEP_MS, work?.stop());
    const pools = [limits.close(), database.end(), reading === database ? undefined : reading.end()];
    await within(CLOSE_STEP_MS, Promise.all([vite?.close(), ...pools]));
  }

  return { http, house, listen: (port, host) => listen(http, port, host), close };
}

function openSockets(http: HttpServer, env: Env): SocketServer {
  return new SocketServer(http, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: FRAME_LIMIT,
    path: LIVE_PATH,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    destroyUpgrade: false,
    allowRequest: (req, answer) => answer(null, maySocketOpen(req.headers, ownOrigin(env, req.headers.host))),
  });
}

/** Scheme and host under which browsers reach us; without ORIGIN there is no proxy, hence plain http. */
function ownOrigin(env: Env, host: string | undefined): string {
  return env.origin ?? `http://${host}`;
}

const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

function answerRequests(inside: Inside): Express {
  const { options, database, limits, vite } = inside;
  const { env, log } = options;
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", env.trustProxy);
  app.use(giveNonce, securityHeaders({ secure: env.secure, development: vite !== undefined }));
  app.get("/healthz", alive);
  app.get("/readyz", ready(database.sql, inside.isClosing));
  // A step above the library's own: a fourteenth smaller, for a few milliseconds a page.
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  if (vite) app.use(vite.middlewares);
  else serveBuilt(app, CLIENT);
  app.use(requestLog(log), neverStored, readToTheEnd);
  app.use(refuseUnless(405, (req) => METHODS.has(req.method)));
  app.use(withinCapacity(options.capacity ?? CAPACITY));
  app.use(refuseUnless(413, isBodyWithinLimit));
  app.use(
    refuseUnless(403, (req) =>
      isFromHere({ method: req.method, own: ownOrigin(env, req.headers.host), headers: req.headers }),
    ),
  );
  app.use(keyWithoutCookie, slowDown(limits, sessionCookieName(env.secure)));
  app.all(
    "*",
    answerPages({
      ...inside,
      build: options.build,
      development: vite !== undefined,
      secure: env.secure,
      boundariesFolder: join(env.dataDir, "boundaries"),
    }),
  );
  app.use(answerFailure);
  return app;
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

/** The end of a process waits for no part of it for longer: what is committed is safe. */
async function within(ms: number, step: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([step, over]);
  clearTimeout(timer);
}

/** Ends sockets and lets requests under way finish, for a bounded time. */
async function stopServing(http: HttpServer, io: SocketServer): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (!http.listening) resolve();
    else http.once("close", resolve);
  });
  const harder = setTimeout(() => http.closeAllConnections(), FINISH_WITHIN_MS);
  await io.close();
  http.closeIdleConnections();
  await ended;
  clearTimeout(harder);
}
