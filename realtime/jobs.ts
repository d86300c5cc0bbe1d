import PgBoss from "pg-boss";
import type { Logger } from "pino";
import { JOBS_SCHEMA, type Queue } from "#db/runtime-schema.ts";
import type { SideWork } from "./server.ts";

/** What is done for each queue; it may be done twice and must bear that. */
export type Work = Record<Queue, () => Promise<unknown>>;

interface JobOptions {
  appUrl: string;
  log: Logger;
  work: Work;
}

const EVERY_MINUTE = "* * * * *";
const SCHEDULES: Record<Queue, string> = {
  "end-due-operations": EVERY_MINUTE,
  "settle-tally-questions": EVERY_MINUTE,
  "remind-of-tallies": EVERY_MINUTE,
  "freeze-deadlines": EVERY_MINUTE,
  "release-media": EVERY_MINUTE,
  "sweep-files": "17 * * * *",
};

/**
 * Runs what is due by the clock, as the app role, once over all processes. A database that goes away is waited for;
 * work that fails is tried again at its next time.
 */
export async function startJobs({ appUrl, log, work }: JobOptions): Promise<SideWork> {
  const boss = new PgBoss({
    connectionString: appUrl,
    application_name: "naga jobs",
    schema: JOBS_SCHEMA,
    migrate: false,
    max: 2,
    deleteAfterDays: 7,
    archiveCompletedAfterSeconds: 3_600,
  });
  boss.on("error", (error) => log.warn({ err: error }, "jobs wait for the database"));
  await boss.start();
  for (const [queue, cron] of Object.entries(SCHEDULES) as [Queue, string][]) {
    await boss.work(queue, { pollingIntervalSeconds: 5 }, () => done(queue, work[queue], log));
    await boss.schedule(queue, cron, {}, { retryLimit: 0 });
  }
  return { stop: () => boss.stop({ timeout: 10_000 }) };
}

async function done(queue: Queue, job: () => Promise<unknown>, log: Logger): Promise<void> {
  try {
    await job();
  } catch (error) {
    log.error({ err: error, queue }, "a job failed and waits for its next time");
    throw error;
  }
}
