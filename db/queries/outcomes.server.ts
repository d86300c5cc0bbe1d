import { and, desc, eq, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { OutcomeVersion } from "../../app/domain/outcome/standing.ts";
import type { ToldOutcome } from "../../app/domain/outcome/tabulate.ts";
import type { Tx } from "../client.server.ts";
import { agencies, members, persons, seizureOutcomes } from "../schema.ts";
import { COUNTED } from "./figure-fragments.server.ts";

/** Every version of every outcome of a seizure, the newest of each first, for whoever reads the case. */
export async function outcomesOf(tx: Tx, operationId: Id, seizure: Id): Promise<OutcomeVersion[]> {
  const { id, version, said, withdrawn, reason, at } = seizureOutcomes;
  const rows = await tx
    .select({ id, version, said, withdrawn, reason, at, author: persons.name, agency: agencies.name })
    .from(seizureOutcomes)
    .leftJoin(
      members,
      and(eq(members.operationId, seizureOutcomes.operationId), eq(members.id, seizureOutcomes.authorId)),
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, members.agencyId))
    .where(and(eq(seizureOutcomes.operationId, operationId), eq(seizureOutcomes.seizureId, seizure)))
    .orderBy(desc(seizureOutcomes.onDay), seizureOutcomes.id, desc(version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The newest version of one outcome of this seizure. */
export async function findOutcome(tx: Tx, operationId: Id, { outcome, seizure }: { outcome: Id; seizure: Id }) {
  const [last] = await tx
    .select()
    .from(seizureOutcomes)
    .where(
      and(
        eq(seizureOutcomes.operationId, operationId),
        eq(seizureOutcomes.id, outcome),
        eq(seizureOutcomes.seizureId, seizure),
      ),
    )
    .orderBy(desc(seizureOutcomes.version))
    .limit(1);
  return last;
}

/** The next version; false where somebody else wrote it meanwhile. */
export async function addOutcome(tx: Tx, row: Omit<typeof seizureOutcomes.$inferInsert, "at">): Promise<boolean> {
  const written = await tx
    .insert(seizureOutcomes)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: seizureOutcomes.version });
  return written.length > 0;
}

/** The last day on which outcomes are taken; null while the operation is not closed. */
export async function outcomesUntil(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ until: string | null }>(sql`select outcomes_until()::text as until`);
  return row?.until ?? null;
}

const before = (day: string, zone: string) => sql`((${day}::date + 1)::timestamp at time zone ${zone})`;

type Cases = { agency: Id; read: number; counted: number; jointRead: Id[] | null; joint: Id[] | null };

/** Cases released until the end of that day that still count, as far as the reader reads them; and how many it cannot. */
export async function casesToFollow(tx: Tx, operationId: Id, { day, zone }: { day: string; zone: string }) {
  const rows = await tx.execute<Cases>(sql`
    select f.agency_id as agency,
      count(*) filter (where f.joint is null and s.id is not null)::int as read,
      count(*) filter (where f.joint is null)::int as counted,
      array_agg(distinct f.joint) filter (where f.joint is not null and s.id is not null) as "jointRead",
      array_agg(distinct f.joint) filter (where f.joint is not null) as joint
    from seizure_facts f
    left join seizures s on s.operation_id = f.operation_id and s.id = f.id and s.ended_by is null
    where f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared and ${COUNTED}
      and f.released_at < ${before(day, zone)}
    group by f.agency_id`);
  const inAll = (alone: "read" | "counted", joint: "jointRead" | "joint") =>
    rows.reduce((sum, row) => sum + row[alone], 0) + new Set(rows.flatMap((row) => row[joint] ?? [])).size;
  const all = inAll("read", "jointRead");
  const ofEach = rows.map(({ agency, read, jointRead }) => [agency, read + (jointRead?.length ?? 0)] as const);
  const byAgency = Object.fromEntries(ofEach.filter(([, cases]) => cases > 0));
  return { all, unread: inAll("counted", "joint") - all, byAgency };
}

/** Outcomes as they stood at the end of that day, each with the case that it came of. */
export async function outcomesToldBy(
  tx: Tx,
  operationId: Id,
  { day, zone }: { day: string; zone: string },
): Promise<ToldOutcome[]> {
  const rows = await tx.execute<ToldOutcome>(sql`
    select o.said, f.agency_id as agency, coalesce(f.joint, f.id) as case
    from (
      select distinct on (w.id) w.seizure_id, w.said, w.withdrawn from seizure_outcomes w
      where w.operation_id = ${operationId}::uuid and w.at < ${before(day, zone)}
      order by w.id, w.version desc) o
    left join counted_under() u on u.seizure_id = o.seizure_id
    left join (seizure_facts f join seizures s on s.operation_id = f.operation_id and s.id = f.id and s.ended_by is null)
      on f.operation_id = ${operationId}::uuid and f.id = coalesce(u.head, o.seizure_id) and f.ended_by is null
        and f.shared and ${COUNTED} and f.released_at < ${before(day, zone)}
    where not o.withdrawn`);
  return [...rows];
}
