import { existsSync } from "node:fs";
import { readSettings } from "#app/env.server.ts";
import { withConnection } from "#db/connect-once.ts";
import { Refusal } from "#db/refusal.ts";
import { proofKey } from "#db/server-secret.ts";
import { seedDemo } from "#seeds/run.server.ts";
import { markInUse } from "./start/in-use.ts";
import { type Installation, openInstallation } from "./start/installation.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { openLog } from "./start/serve.ts";

/** `npm run seed`: the demo data into an installation that has no accounts yet, our own database or a given one. */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function refuseInhabited(ownerUrl: string): Promise<void> {
  const inhabited = await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    const rows = await sql`select from persons limit 1`;
    return rows.length > 0;
  });
  if (inhabited) throw new Refusal("There are accounts already: demo data go into an empty installation only.");
}

async function seed({ env, embedded }: Installation, logLevel: string): Promise<void> {
  await refuseInhabited(env.ownerUrl);
  const secret = proofKey(env.sessionSecret);
  const { password, records } = await seedDemo({ ownerUrl: env.ownerUrl, secret, log: openLog(logLevel) });
  if (embedded) await markInUse(embedded);
  for (const [operation, count] of Object.entries(records)) say(`${operation}: ${count} reports`);
  say(`Password of all demo accounts: ${password}`);
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  // Whoever only asks what it does, with --help, is not given two operations.
  if (process.argv.length > 3)
    throw new Refusal("Usage: npm run seed (demo data into an installation without accounts)");
  const settings = readSettings();
  const installation = await openInstallation({ settings, say, join: true });
  try {
    await seed(installation, settings.logLevel);
  } finally {
    await installation.close();
  }
});
