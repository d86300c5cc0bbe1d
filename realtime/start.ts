import { existsSync } from "node:fs";
import type { Logger } from "pino";
import { type Env, readSettings, type Settings } from "#app/env.server.ts";
import { endDueOperations } from "#app/services/operations.server.ts";
import { attachGateway } from "./gateway.ts";
import { startJobs } from "./jobs.ts";
import type { NagaServer } from "./server.ts";
import { markInUse } from "./start/in-use.ts";
import { type Installation, openInstallation } from "./start/installation.ts";
import { leaveInOrder, outliveFaults } from "./start/leave.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { openLog, preparePages, refuseEarly, serve } from "./start/serve.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start` and `npm run dev`: everything from an empty machine to a served address. */
async function start(settings: Settings, log: Logger, development: boolean): Promise<void> {
  const installation = await openInstallation({ settings, say });
  let server: NagaServer;
  try {
    await prepareDemo(installation);
    server = await serve(installation.env, log, partsFor(installation.env, log), development);
  } catch (error) {
    await installation.close();
    throw error;
  }
  outliveFaults(log);
  leaveInOrder(log, async () => {
    await server.close();
    await installation.close();
  });
  greet(installation);
}

async function prepareDemo({ embedded, isFresh }: Installation): Promise<void> {
  if (!embedded || !isFresh) return;
  await markInUse(embedded);
}

function partsFor(env: Env, log: Logger): Parameters<typeof serve>[2] {
  return {
    attachGateway,
    startWork: (house) =>
      startJobs({ appUrl: env.appUrl, log, work: { "end-due-operations": () => endDueOperations(house) } }),
  };
}

function greet({ env }: Installation): void {
  const host = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(env.host) ? "localhost" : env.host;
  say(`Naga is ready at ${env.origin ?? `http://${host}:${env.port}`}`);
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const settings = readSettings();
  const development = process.argv.includes("--dev");
  await refuseEarly(settings);
  preparePages(say, development);
  await start(settings, openLog(settings.logLevel), development);
});
