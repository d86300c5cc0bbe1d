import { createHash, randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { withConnection } from "./connect-once.ts";
import { Refusal } from "./refusal.ts";

export interface FirstAdministrator {
  email: string;
  name: string;
  /** ISO 3166-1 alpha-2 of the country, or the organisation's own code. */
  administrationCode: string;
  administrationName: string;
  administrationKind?: "country" | "organisation";
  agencyCode: string;
  agencyName: string;
  unitName: string;
  /** Also where there is an administrator already. */
  force?: boolean;
}

const HOURS = 72;

/**
 * Makes the first administrator of an empty installation, as the owner of the database, with the agency he belongs to.
 * Answers the path of the link with which he sets his password; for an administrator without a password, a new link.
 */
export async function createAdministrator(ownerUrl: string, wanted: FirstAdministrator): Promise<{ path: string }> {
  return withConnection("DATABASE_OWNER_URL", ownerUrl, (sql) =>
    sql.begin(async (tx) => {
      const person = await findOrMake(tx, wanted);
      const token = randomBytes(32).toString("base64url");
      const hash = createHash("sha256").update(token).digest();
      await tx`update tokens set revoked_at = now()
        where person_id = ${person} and kind = 'invitation' and revoked_at is null`;
      await tx`insert into tokens (id, hash, kind, person_id, expires_at)
        values (${randomUUID()}, ${hash}, 'invitation', ${person}, now() + make_interval(hours => ${HOURS}))`;
      return { path: `/invitation/${token}` };
    }),
  );
}

async function findOrMake(tx: postgres.TransactionSql, wanted: FirstAdministrator): Promise<string> {
  const [known] = await tx<{ id: string; administrator: boolean; open: boolean }[]>`
    select id, administrator, password_hash is null and state = 'active' as open
    from persons where lower(email) = lower(${wanted.email})`;
  if (known?.administrator && known.open) return known.id;
  if (known) throw new Refusal(`${wanted.email} has an account already: choose another address.`);
  const [there] = await tx<
    { email: string }[]
  >`select email from persons where administrator and state = 'active' limit 1`;
  if (there && !wanted.force) {
    throw new Refusal(`There is an administrator already (${there.email}): he makes accounts. --force makes one more.`);
  }
  return makePerson(tx, wanted);
}

async function makePerson(tx: postgres.TransactionSql, wanted: FirstAdministrator): Promise<string> {
  const id = randomUUID();
  const { administrationCode, administrationKind = "country", administrationName, agencyCode, agencyName } = wanted;
  await tx`insert into administrations (id, code, kind, name)
    values (${randomUUID()}, ${administrationCode}, ${administrationKind}, ${administrationName}) on conflict do nothing`;
  await tx`insert into agencies (id, administration_id, code, name)
    select ${randomUUID()}, id, ${agencyCode}, ${agencyName} from administrations where code = ${administrationCode}
    on conflict do nothing`;
  await tx`insert into agency_units (id, agency_id, name)
    select ${randomUUID()}, id, ${wanted.unitName} from agencies where code = ${agencyCode} on conflict do nothing`;
  await tx`insert into persons (id, agency_id, unit_id, email, name, administrator)
    select ${id}, a.id, u.id, ${wanted.email}, ${wanted.name}, true
    from agencies a join agency_units u on u.agency_id = a.id and u.name = ${wanted.unitName} where a.code = ${agencyCode}`;
  return id;
}
