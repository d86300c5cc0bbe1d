import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import pino from "pino";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { readContributionMapping } from "#app/contribution-mapping.server.ts";
import type { Env } from "#app/env.server.ts";
import { NO_ADDRESSES } from "#app/webhooks/addresses.server.ts";
import { createNagaServer, type NagaServer, type NagaServerOptions } from "#realtime/server.ts";
import type { FreshDatabase } from "./database.ts";
import { aFolder } from "./files.ts";

export const SILENT = pino({ level: "silent" });

/** The settings of a server over a database of one's own. */
export function envFor(db: FreshDatabase, over: Partial<Env> = {}): Env {
  return {
    port: 0,
    host: "127.0.0.1",
    origin: undefined,
    secure: false,
    dataDir: aFolder(),
    logLevel: "silent",
    trustProxy: false,
    embedded: false,
    appUrl: db.appUrl,
    ownerUrl: db.ownerUrl,
    readUrl: undefined,
    s3: undefined,
    scanner: undefined,
    webhookAddresses: NO_ADDRESSES,
    cenMapping: readCenMapping(),
    contributionMapping: readContributionMapping(),
    sessionSecret: "k8Jq2-w0Zr7_Xd4Tn5Vb9Ls3Hf6Gy1Pc0Mu8Ai2",
    ...over,
  };
}

export interface RunningServer extends NagaServer {
  address: string;
}

/** A real server on a free port; pages answer as `build` says, sockets go nowhere unless told. */
export async function runServer(
  env: Env,
  over: Partial<NagaServerOptions> & Pick<NagaServerOptions, "build">,
): Promise<RunningServer> {
  const nowhere = { poke: () => {}, close: async () => {} };
  const server = await createNagaServer({ env, log: SILENT, attachGateway: () => nowhere, ...over });
  const port = await server.listen(0, "127.0.0.1");
  return { ...server, address: `http://127.0.0.1:${port}` };
}

/** Pages of one route that answers everything as `answer` does: what stands around pages is under test. */
export function onePage(
  answer: (request: Request, args: LoaderFunctionArgs) => Promise<Response> | Response,
): ServerBuild {
  // An operation id in the address is a parameter, as the names of real routes have it.
  const work = (args: LoaderFunctionArgs) => {
    const operationId = /[0-9a-f-]{36}/.exec(args.request.url)?.[0];
    return answer(args.request, { ...args, params: { ...args.params, operationId } });
  };
  const route = { id: "root", path: "*", module: { loader: work, action: work } };
  return {
    entry: { module: { default: () => new Response("", { status: 500 }), handleError: () => {} } },
    routes: { root: { ...route, module: { ...route.module, default: undefined } } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: false,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
    mode: "production",
    isSpaMode: false,
  } satisfies ServerBuild;
}
