import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { NAMEABLE, type PastAudience } from "../../app/domain/audience.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Role } from "../../app/domain/member.ts";
import type { FormPlace } from "../../app/domain/seizure-form/reading.ts";
import type { Db, Tx } from "../client.server.ts";
import { audienceReaders, audiences, members, persons, places, seizures } from "../schema.ts";

/** Places of the gazetteer that a form names. */
export async function formPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, FormPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: places.id,
      name: places.name,
      country: places.country,
      kind: places.kind,
      geoPrecision: places.geoPrecision,
    })
    .from(places)
    .where(inArray(places.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** To whom the last cases of an agency were addressed, newest first, as far as the reader sees them. */
export async function pastAudiences(tx: Tx, operationId: Id, agencyId: Id, most: number): Promise<PastAudience[]> {
  const recent = await tx
    .select({ id: seizures.audienceId, kind: audiences.kind })
    .from(seizures)
    .innerJoin(audiences, and(eq(audiences.operationId, seizures.operationId), eq(audiences.id, seizures.audienceId)))
    .where(and(eq(seizures.operationId, operationId), eq(seizures.agencyId, agencyId), isNull(seizures.endedBy)))
    .orderBy(desc(seizures.at))
    .limit(most);
  const lists = [...new Set(recent.map((row) => row.id))];
  if (lists.length === 0) return [];
  const readers = await tx
    .select({ id: audienceReaders.audienceId, reader: audienceReaders.readerId })
    .from(audienceReaders)
    .where(and(eq(audienceReaders.operationId, operationId), inArray(audienceReaders.audienceId, lists)));
  return recent.map(({ id, kind }) => ({
    kind,
    readers: readers.filter((row) => row.id === id).map((row) => row.reader),
  }));
}

/** Members to whom a case can be addressed by name, by name. */
export async function nameableMembers(tx: Tx, operationId: Id) {
  return tx
    .select({ memberId: members.id, name: persons.name, role: sql<Role>`${members.role}`, agencyId: members.agencyId })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(members.operationId, operationId),
        eq(members.state, "active"),
        eq(persons.machine, false),
        inArray(members.role, [...NAMEABLE]),
      ),
    )
    .orderBy(asc(persons.name), asc(members.id));
}

const kindsOf = (measured: readonly Measured[]) => [
  ...new Set(measured.flatMap(({ commodity, unit }) => (unit === null ? [] : [`${commodity}:${unit}`]))),
];

type Measured = { commodity: string; unit: string | null };

/** The usual quantity of kinds of goods in their units, by `commodity:unit`, from ten cases that the reader sees. */
export async function usualQuantities(db: Db | Tx, operationId: Id, measured: readonly Measured[] | "all") {
  const kinds = measured === "all" ? [] : kindsOf(measured);
  if (measured !== "all" && kinds.length === 0) return new Map<string, string>();
  const pairs = kinds.map((kind) => {
    const [commodity = "", unit = ""] = kind.split(":");
    return sql`(${commodity}, ${unit})`;
  });
  const wanted =
    measured === "all" ? sql`i.unit is not null` : sql`(i.commodity, i.unit) in (${sql.join(pairs, sql`, `)})`;
  const rows = await db.execute<{ kind: string; usual: string }>(sql`
    select i.commodity || ':' || i.unit as kind,
      trim_scale(percentile_disc(0.5) within group (order by i.quantity))::text as usual
    from seizure_fact_items i
    join seizure_facts f on f.operation_id = i.operation_id and f.id = i.seizure_id and f.version = i.version
    where i.operation_id = ${operationId}::uuid and f.ended_by is null and i.quantity is not null
      and ${wanted}
    group by i.commodity, i.unit having count(*) >= 10`);
  return new Map(rows.map(({ kind, usual }) => [kind, usual]));
}
