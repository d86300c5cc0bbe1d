import { NO_FILES } from "#app/attachments/store.server.ts";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { readContributionMapping } from "#app/contribution-mapping.server.ts";
import { noOffice } from "#app/domain/operation-report/office.ts";
import { noTypesetting } from "#app/domain/operation-report/paper.ts";
import type { House } from "#app/services/house.server.ts";
import { NO_WEBHOOKS } from "#app/webhooks/call.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { demoOperation } from "./demo-operation.server.ts";
import { exerciseOperation } from "./exercise.server.ts";
import { seedAccounts } from "./seed-accounts.server.ts";
import { seedOperation } from "./seed-operation.server.ts";
import type { SeedOperation } from "./seed-plan.ts";
import { ACCOUNT_AGENCIES, agencyOf, DEMO_PASSWORD, type DemoAccount, demoAccounts } from "./world.server.ts";

type Target = {
  ownerUrl: string;
  /** Key of proofs towards the database's sign-in functions. */
  secret: string;
  log: House["log"];
  now?: Date;
};

export type SeededDemo = { password: string; accounts: DemoAccount[]; records: Record<string, number> };

/** Fills an empty installation with the demo of real records and the invented exercise. */
export async function seedDemo({ ownerUrl, secret, log, now = new Date() }: Target): Promise<SeededDemo> {
  const operations: SeedOperation[] = [demoOperation(now), exerciseOperation(now)];
  const codes = [...new Set([...ACCOUNT_AGENCIES, ...operations.flatMap((operation) => operation.agencies)])];
  const reporting = new Set(operations.flatMap((operation) => operation.releases.map((release) => release.agencyId)));
  const sessions = await seedAccounts(
    ownerUrl,
    codes,
    codes.filter((code) => reporting.has(agencyOf(code).id)),
  );
  const database = openDatabase(ownerUrl, { max: 4, name: "naga seeding" });
  try {
    const house: House = {
      db: database.db,
      poke: () => {},
      secret,
      files: NO_FILES,
      scan: null,
      webhooks: NO_WEBHOOKS,
      cen: readCenMapping(),
      contributions: readContributionMapping(),
      typeset: noTypesetting,
      office: noOffice,
      log,
    };
    for (const operation of operations) await seedOperation({ house, sessions, now }, operation);
    for (
      let streams = await waitingStreams(database.db);
      streams.length > 0;
      streams = await waitingStreams(database.db)
    ) {
      await sealStreams(database.db, streams);
    }
  } finally {
    await database.end();
    await sessions.end();
  }
  const records = Object.fromEntries(operations.map((operation) => [operation.code, operation.releases.length]));
  return { password: DEMO_PASSWORD, accounts: demoAccounts(), records };
}
