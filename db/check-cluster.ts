import type postgres from "postgres";
import { withConnection } from "./connect-once.ts";
import { ROLES } from "./embedded/roles.ts";
import { Refusal } from "./refusal.ts";

interface ClusterUrls {
  appUrl: string;
  ownerUrl: string;
  readUrl?: string | undefined;
  /** Off in tests only, where what is acknowledged may be lost with the power. */
  mustBeDurable?: boolean;
}

const SETUP = "see db/roles.sql";

/** Refuses a server or roles with which Naga could not keep its promises. Runs before migrations, changes nothing. */
export async function checkCluster({ appUrl, ownerUrl, readUrl, mustBeDurable = true }: ClusterUrls): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    await checkVersion(sql);
    await checkOwner(sql);
    await checkLocale(sql);
    if (mustBeDurable) await checkDurable(sql);
  });
  await withConnection("DATABASE_URL", appUrl, (sql) => checkReader(sql, "DATABASE_URL", ROLES.app));
  if (readUrl)
    await withConnection("DATABASE_READ_URL", readUrl, (sql) => checkReader(sql, "DATABASE_READ_URL", ROLES.read));
}

async function checkVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
  if (row && row.number >= 150_000) return;
  throw new Refusal(`PostgreSQL ${row?.name} is too old: Naga needs 15 or newer.`);
}

async function checkOwner(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ name: string; ownsDatabase: boolean; missing: string | null }[]>`
    select current_user as name,
      (select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()) as "ownsDatabase",
      (select string_agg(name, ', ') from unnest(${sql.array([ROLES.app, ROLES.read])}::text[]) as name
        where not exists (select from pg_roles where rolname = name)) as missing`;
  if (row?.name !== ROLES.owner)
    throw new Refusal(`DATABASE_OWNER_URL must sign in as ${ROLES.owner}, not as ${row?.name}: ${SETUP}.`);
  if (!row.ownsDatabase)
    throw new Refusal(`The database must be owned by ${ROLES.owner}: alter database … owner to ${ROLES.owner}.`);
  if (row.missing) throw new Refusal(`The role ${row.missing} is missing: create it first, ${SETUP}.`);
}

/** Search by trigrams and without regard to case must work in every script in which members write. */
async function checkLocale(sql: postgres.Sql): Promise<void> {
  await sql`create extension if not exists pg_trgm`.catch(() => {
    throw new Refusal(
      "The extension pg_trgm is missing: install PostgreSQL's contrib modules and run create extension pg_trgm.",
    );
  });
  const [row] = await sql<{ searches: boolean; locale: string }[]>`
    select cardinality(show_trgm('深圳')) > 0 and 'Đồng Nai' ilike 'đồng nai' and pg_encoding_to_char(encoding) = 'UTF8' as searches,
      datcollate as locale
    from pg_database where datname = current_database()`;
  if (row?.searches) return;
  throw new Refusal(
    `The database's locale (${row?.locale}) breaks search in Vietnamese and Chinese: create it anew with encoding UTF8, locale_provider libc and locale C.UTF-8, ${SETUP}.`,
  );
}

/** What is acknowledged must survive the loss of power. */
async function checkDurable(sql: postgres.Sql): Promise<void> {
  const off = await sql<{ name: string }[]>`
    select name from unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) as name
    where current_setting(name) in ('off', 'false', 'no')`;
  if (off.length === 0) return;
  const names = off.map(({ name }) => name).join(", ");
  throw new Refusal(`The database does not keep what it acknowledges: turn on ${names} in postgresql.conf.`);
}

/** A role that serves requests must not be able to step around row-level security. */
async function checkReader(sql: postgres.Sql, variable: string, expected: string): Promise<void> {
  const [row] = await sql<{ name: string; above: boolean; owns: boolean; makes: boolean }[]>`
    select current_user as name,
      (select bool_or(rolsuper or rolbypassrls or rolcreaterole) from pg_roles where pg_has_role(current_user, oid, 'member')) as above,
      exists (select from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
        and pg_has_role(current_user, relowner, 'member'))
        or (select pg_has_role(current_user, datdba, 'member') from pg_database where datname = current_database()) as owns,
      has_database_privilege(current_database(), 'create') as makes`;
  if (!row) return;
  const role = `the role ${row.name} of ${variable}`;
  if (row.above)
    throw new Refusal(
      `Naga does not start because ${role} can pass over row-level security: take superuser, bypassrls and createrole from it.`,
    );
  if (row.owns)
    throw new Refusal(
      `Naga does not start because ${role} owns the tables or the database: it must own nothing, ${SETUP}.`,
    );
  if (row.makes)
    throw new Refusal(`Naga does not start because ${role} may create schemas: revoke create on the database from it.`);
  if (row.name !== expected)
    throw new Refusal(`${variable} must sign in as ${expected}, not as ${row.name}: ${SETUP}.`);
}
