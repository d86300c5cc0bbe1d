import pino from "pino";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { startJobs } from "#realtime/jobs.ts";
import { freshDatabase } from "#tests/support/database.ts";

const db = await freshDatabase();
const app = postgres(db.appUrl, { max: 1 });
afterAll(() => app.end());

/** Work comes by the clock: a minute to its next one, and some seconds until it is looked for. */
const MORE_THAN_A_MINUTE = 180_000;

test(
  "the app role runs scheduled work, without the right to change the tables of the jobs",
  async () => {
    let finish = () => {};
    const ran = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const jobs = await startJobs({
      appUrl: db.appUrl,
      log: pino({ level: "silent" }),
      work: {
        "end-due-operations": async () => finish(),
        "settle-tally-questions": async () => {},
        "remind-of-tallies": async () => {},
        "freeze-deadlines": async () => {},
        "release-media": async () => {},
        "sweep-files": async () => {},
      },
    });
    await ran;
    await jobs.stop();
    await expect(app`create table jobs.mine (id int)`).rejects.toThrow(/permission denied/);
    await expect(app`drop table jobs.schedule`).rejects.toThrow(/must be owner/);
  },
  MORE_THAN_A_MINUTE,
);
