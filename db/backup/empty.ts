import type postgres from "postgres";
import { ROLES } from "../embedded/roles.ts";
import { RESTORE_SCHEMA, restoreBegun } from "../half-restored.ts";
import { Refusal } from "../refusal.ts";
import { JOBS_SCHEMA } from "../runtime-schema.ts";
import { serverOf } from "./catalogue.ts";
import type { Header } from "./format.ts";

/** Beside `public`; all that is in them is ours. */
const SCHEMAS = ["drizzle", JOBS_SCHEMA, RESTORE_SCHEMA];

/** A server older than the one that wrote the rows may not understand them. */
export async function refuseOlderServer(sql: postgres.Sql, { postgres: from }: Header): Promise<void> {
  const { major, version } = await serverOf(sql);
  if (major >= from.major) return;
  throw new Refusal(
    `The backup was made on PostgreSQL ${from.version} and this is ${version}: restore it on ${from.major} or newer.`,
  );
}

/** Into a database that somebody uses nothing is ever restored. */
export async function refuseInUse(sql: postgres.Sql): Promise<void> {
  const [session] = await sql<{ name: string }[]>`
    select usename as name from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename in (${ROLES.app}, ${ROLES.read}) limit 1`;
  if (session) {
    throw new Refusal("Naga is connected to this database: stop it first, and restore into an empty database.");
  }
  const used = (await hasAccounts(sql)) || (await hasTablesOfOthers(sql));
  if (used && !(await restoreBegun(sql))) {
    throw new Refusal(
      "This database is not empty: a backup is restored into an empty one, never over what is there. Make a new database (db/roles.sql), or set DATA_DIR to a new folder.",
    );
  }
}

/** Nobody can have written anything where nobody has an account. */
async function hasAccounts(sql: postgres.Sql): Promise<boolean> {
  const [there] = await sql<{ there: boolean }[]>`select to_regclass('public.persons') is not null as there`;
  if (!there?.there) return false;
  return (await sql`select from persons limit 1`).length > 0;
}

/** Tables that no Naga made. */
async function hasTablesOfOthers(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ others: boolean }[]>`
    select exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (c.relowner <> current_user::regrole or n.nspname not in ${sql([...SCHEMAS, "public"])}
          or to_regclass('drizzle.__drizzle_migrations') is null)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as others`;
  return row?.others ?? true;
}

/** Takes away the tables and functions of a first start or of half a restore; roles, rights and extensions stay. */
export async function emptyDatabase(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare
      what record;
    begin
      for what in select nspname from pg_namespace
        where nspowner = current_user::regrole and nspname in (${SCHEMAS.map((name) => `'${name}'`).join(", ")})
      loop
        execute format('drop schema %I cascade', what.nspname);
      end loop;
      for what in select c.oid::regclass as name from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relowner = current_user::regrole
      loop
        execute format('drop table if exists %s cascade', what.name);
      end loop;
      for what in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop
        execute format('drop routine if exists %s cascade', what.name);
      end loop;
    end $$`);
}
