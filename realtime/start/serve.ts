import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino, { type Logger } from "pino";
import type { ViteDevServer } from "vite";
import type { Env, Settings } from "#app/env.server.ts";
import { openDataDir } from "#db/embedded/folder.ts";
import { createNagaServer, type NagaServer, type NagaServerOptions } from "../server.ts";
import { ensureBuilt, SERVER_BUNDLE } from "./build.ts";
import { faultFacts } from "./fault-facts.ts";
import { portRefusal } from "./one-line.ts";

/** Lines of JSON on standard output, with times in UTC, and nothing in them of this machine or of anybody. */
export function openLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: faultFacts } });
}

/** Says at once what would otherwise be found out after pages and database were made. */
export async function refuseEarly(settings: Settings): Promise<void> {
  await refuseBusyPort(settings);
  if (settings.embedded) openDataDir(settings.dataDir);
}

function refuseBusyPort({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(portRefusal(error, port, host) ?? error));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

type Pages = Pick<NagaServerOptions, "build" | "openVite">;
export type Parts = Pages & Pick<NagaServerOptions, "attachGateway" | "startWork" | "rates">;

/** Starts the server over an installation that is open. */
export async function serve(env: Env, log: Logger, parts: Parts): Promise<NagaServer> {
  const server = await createNagaServer({ env, log, ...parts });
  try {
    await server.listen(env.port, env.host);
  } catch (error) {
    await server.close();
    throw portRefusal(error, env.port, env.host) ?? error;
  }
  return server;
}

export function preparePages(say: (line: string) => void, development: boolean): void {
  if (!development) ensureBuilt(say);
}

/** Built pages, or Vite's in development. */
export async function openPages(development: boolean): Promise<Pages> {
  return development ? pagesOfVite() : pagesOfBuild();
}

/** Read once: what is worked out from the build is then kept over requests. */
async function pagesOfBuild(): Promise<Pages> {
  return { build: (await import(pathToFileURL(SERVER_BUNDLE).href)) as ServerBuild };
}

/** Vite answers for the modules of the pages and renews them on every change. */
function pagesOfVite(): Pages {
  let vite: ViteDevServer | undefined;
  return {
    async openVite(http) {
      const { createServer: createVite } = await import("vite");
      vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } }, appType: "custom" });
      return vite;
    },
    build: async () => (await vite?.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
  };
}
