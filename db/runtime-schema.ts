import PgBoss from "pg-boss";
import type postgres from "postgres";
import { ROLES } from "./embedded/roles.ts";

export const JOBS_SCHEMA = "jobs";
/** Every queue there is: they are tables, so the owner makes them and the app only fills and empties them. */
export const QUEUES = [
  "end-due-operations",
  "settle-tally-questions",
  "remind-of-tallies",
  "freeze-deadlines",
  "release-media",
  "sweep-files",
] as const;
export type Queue = (typeof QUEUES)[number];

/** The queue into which pg-boss itself puts what is due by schedule. */
const SCHEDULER_QUEUE = "__pgboss__send-it";

/** What libraries keep in PostgreSQL: the job tables of pg-boss, and the counters of the rate limits. */
export async function prepareRuntimeSchema(ownerUrl: string, sql: postgres.Sql): Promise<void> {
  await prepareJobs(ownerUrl);
  await sql.unsafe(`
    grant usage on schema ${JOBS_SCHEMA} to ${ROLES.app};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${ROLES.app};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${ROLES.app};
    create unlogged table if not exists ${JOBS_SCHEMA}.rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
    grant select, insert, update, delete on ${JOBS_SCHEMA}.rate_limits to ${ROLES.app};
  `);
}

async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  for (const queue of [SCHEDULER_QUEUE, ...QUEUES]) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}
