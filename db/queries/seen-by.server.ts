import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Seen, SeenByRole } from "../../app/domain/look.ts";
import type { Role } from "../../app/domain/member.ts";
import type { Tx } from "../client.server.ts";

/** What the members of another agency see of the own seizure today; nothing for whoever may not look as they do. */
export async function tiersSeenBy(tx: Tx, seizure: Id, agency: Id): Promise<Seen[]> {
  const rows = await tx.execute<Seen>(sql`
    select role, persons, facts, kase, names from tiers_seen_by(${seizure}::uuid, ${agency}::uuid)`);
  return [...rows];
}

export type OwnSeen = {
  rows: SeenByRole[];
  /** The role that sees the most, or the wanted one. */
  role: Role | null;
  /** Of the own records those of which somebody of that role sees the facts, and the case. */
  among: { facts: Id[]; cases: Id[] };
};

/** Which of the own agency's seizures the members of another agency see today, by role; nothing where nobody may look. */
export async function ownSeenBy(tx: Tx, agency: Id, wanted: Role | null): Promise<OwnSeen> {
  const ids = (column: "facts" | "cases") => sql`(
    select coalesce(json_agg(distinct id), '[]') from seen join chosen using (role), unnest(${sql.raw(column)}) as id)`;
  const [row] = await tx.execute<Omit<OwnSeen, "among"> & OwnSeen["among"]>(sql`
    with seen as materialized (select * from own_seen_by(${agency}::uuid)),
    who as (
      select role, count(*)::int as persons, (
        select count(distinct id)::int from seen s, unnest(s.facts) as id where s.role = seen.role) as records
      from seen group by role),
    chosen as (
      select role from who where role = ${wanted}::text or ${wanted}::text is null order by records desc, role limit 1)
    select (select coalesce(json_agg(who order by role), '[]') from who) as rows, (select role from chosen) as role,
      ${ids("facts")} as facts, ${ids("cases")} as cases`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  const { facts, cases, ...rest } = row;
  return { ...rest, among: { facts, cases } };
}
