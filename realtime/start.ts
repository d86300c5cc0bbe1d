import { existsSync } from "node:fs";
import type { Logger } from "pino";
import { sweepFiles } from "#app/attachments/sweep.server.ts";
import { type Env, readSettings, type Settings } from "#app/env.server.ts";
import { releaseDueMedia } from "#app/services/media-releases.server.ts";
import { endDueOperations } from "#app/services/operations.server.ts";
import { forgetReportFiles } from "#app/services/report-files.server.ts";
import { remindOfTallies, settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { proofKey } from "#db/server-secret.ts";
import { startFigureFolds } from "./figure-folds.ts";
import { attachGateway } from "./gateway.ts";
import { startImports } from "./imports.ts";
import { startJobs } from "./jobs.ts";
import { startPackages } from "./packages.ts";
import { startReportFiles } from "./report-files.ts";
import type { NagaServer } from "./server.ts";
import { greeting } from "./start/greeting.ts";
import { markInUse } from "./start/in-use.ts";
import { type Installation, openInstallation } from "./start/installation.ts";
import { leaveInOrder, outliveFaults } from "./start/leave.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { openLog, openPages, type Parts, preparePages, refuseEarly, serve } from "./start/serve.ts";
import { startViewWatches } from "./view-watches.ts";
import { startWebhooks } from "./webhooks.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start` and `npm run dev`: everything from an empty machine to a served address. */
async function start(settings: Settings, log: Logger, development: boolean): Promise<void> {
  // Pages are loaded while the database starts; what fails there is told where they are needed.
  const pages = openPages(development);
  pages.catch(() => {});
  const installation = await openInstallation({ settings, say: (line) => log.warn(line) });
  let server: NagaServer;
  try {
    await prepareDemo(installation, log);
    server = await serve(installation.env, log, { ...partsFor(installation.env, log), ...(await pages) });
  } catch (error) {
    await installation.close();
    throw error;
  }
  outliveFaults(log);
  leaveInOrder(log, async () => {
    await server.close();
    await installation.close();
  });
  say(greeting(installation.env));
}

/** Demo data on the first run of the own database only; until they are whole nobody is served from it. */
async function prepareDemo({ env, embedded, isFresh }: Installation, log: Logger): Promise<void> {
  if (!embedded || !isFresh) return;
  say("Making the demonstration; this is done once …");
  const { seedDemo } = await import("#seeds/run.server.ts");
  await seedDemo({ ownerUrl: env.ownerUrl, secret: proofKey(env.sessionSecret), log });
  await markInUse(embedded);
}

function partsFor(env: Env, log: Logger): Pick<Parts, "attachGateway" | "startWork"> {
  return {
    attachGateway,
    startWork: async (house) => {
      const imports = startImports(house, log);
      const packages = startPackages(house, log);
      const reportFiles = startReportFiles(house, log);
      const webhooks = startWebhooks(house, log);
      const watches = startViewWatches(house, log);
      const folds = startFigureFolds(house.db, log);
      const jobs = await startJobs({
        appUrl: env.appUrl,
        log,
        work: {
          "end-due-operations": () => endDueOperations(house),
          "settle-tally-questions": () => settleTallyQuestions(house),
          "remind-of-tallies": () => remindOfTallies(house),
          "freeze-deadlines": () => freezeDeadlines(house.db),
          "sweep-files": async () => {
            await forgetReportFiles(house.db);
            await sweepFiles(house);
          },
          "release-media": () => releaseDueMedia(house),
        },
      });
      return {
        stop: async () => {
          await Promise.all(
            [imports, packages, reportFiles, webhooks, watches, folds, jobs].map((work) => work.stop()),
          );
        },
      };
    },
  };
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const settings = readSettings();
  const development = process.argv.includes("--dev");
  await refuseEarly(settings);
  preparePages(say, development);
  await start(settings, openLog(settings.logLevel), development);
});
