import { eq, sql } from "drizzle-orm";
import type { Id } from "#app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencies, members, operations, persons } from "../schema.ts";

/** What the frame of a page shows of the person who reads it. */
export async function readerOfPerson(tx: Tx, personId: Id) {
  const [reader] = await tx
    .select({
      ...{ name: persons.name, agency: agencies.name, locale: persons.locale, zone: persons.zone },
      several: sql<boolean>`(
        select count(*) > 1 from ${operations} o join ${members} m on m.operation_id = o.id
        where m.person_id = ${persons.id} and m.role <> 'observer')`,
    })
    .from(persons)
    .innerJoin(agencies, eq(agencies.id, persons.agencyId))
    .where(eq(persons.id, personId));
  return reader ?? null;
}
