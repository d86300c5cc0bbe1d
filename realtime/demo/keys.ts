import { randomUUID } from "node:crypto";
import { PREFIX_LENGTH, SCOPES } from "#app/domain/key.ts";
import { hashOfToken, newToken } from "#app/services/secrets.server.ts";
import { withConnection } from "#db/connect-once.ts";
import { dataEntryOf } from "#seeds/world.server.ts";

/** Keys for the agencies' machine accounts, by agency id; without those agencies that have no such account. */
export type Keys = ReadonlyMap<string, { agency: string; key: string }>;

const LABEL = "demo:live";

/** Gives each agency's machine a key that holds for a day, as the owner of the database; earlier ones end. */
export async function issueKeys(ownerUrl: string, agencies: readonly string[]): Promise<Keys> {
  return withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    const machines = agencies.map((agency) => ({ agency, machine: dataEntryOf(agency) }));
    const there = await sql<{ id: string }[]>`
      select id from persons where machine and id = any(${machines.map(({ machine }) => machine.id)}::uuid[])`;
    const known = new Set(there.map(({ id }) => id));
    const given = machines
      .filter(({ machine }) => known.has(machine.id))
      .map(({ agency, machine }) => ({ agency, machine, key: newToken() }));
    await revoke(sql);
    for (const { machine, key } of given) {
      const id = randomUUID();
      await sql`
        insert into tokens (id, hash, kind, person_id, label, expires_at)
        values (${id}, ${hashOfToken(key)}, 'key', ${machine.id}, ${LABEL}, now() + interval '1 day')`;
      await sql`
        insert into api_keys (id, agency_id, machine_id, prefix, scopes)
        values (${id}, ${machine.agencyId}, ${machine.id}, ${key.slice(0, PREFIX_LENGTH)}, ${[...SCOPES]})`;
    }
    return new Map(given.map(({ agency, machine, key }) => [machine.agencyId, { agency, key }]));
  });
}

export async function endKeys(ownerUrl: string): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, revoke);
}

async function revoke(sql: Parameters<Parameters<typeof withConnection<void>>[2]>[0]): Promise<void> {
  await sql`update tokens set revoked_at = now() where kind = 'key' and label = ${LABEL} and revoked_at is null`;
}
