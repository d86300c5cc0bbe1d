import { eq } from "drizzle-orm";
import type { Id } from "#app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencies, persons } from "../schema.ts";

/** What the frame of a page shows of the person who reads it. */
export async function readerOfPerson(tx: Tx, personId: Id) {
  const [reader] = await tx
    .select({ name: persons.name, agency: agencies.name, locale: persons.locale, zone: persons.zone })
    .from(persons)
    .innerJoin(agencies, eq(agencies.id, persons.agencyId))
    .where(eq(persons.id, personId));
  return reader ?? null;
}
