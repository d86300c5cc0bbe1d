import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { members, operationPlans, operations } from "../schema/operations.ts";
import { administrations, agencies, persons } from "../schema/organisations.ts";

/** The agency of a participant, and the zone and days of the operation, by their codes; for programs that run beside the app. */
export async function reporterByCodes(db: Db | Tx, operationCode: string, agencyCode: string) {
  const [found] = await db
    .select({
      operationId: operations.id,
      agencyId: agencies.id,
      country: administrations.code,
      zone: operationPlans.zone,
      startsOn: operationPlans.startsOn,
      endsOn: operationPlans.endsOn,
    })
    .from(operations)
    .innerJoin(operationPlans, and(eq(operationPlans.operationId, operations.id), isNull(operationPlans.endedBy)))
    .innerJoin(agencies, eq(agencies.code, agencyCode))
    .innerJoin(administrations, eq(administrations.id, agencies.administrationId))
    .where(eq(operations.code, operationCode));
  return found ?? null;
}

type Reporter = { operationId: Id; agencyId: Id };

/**
 * The person in whose name a program beside the app writes reports of an agency: the one named by address, or its contact
 * point of longest standing, or else an officer of it.
 */
export async function writerFor(db: Db | Tx, { operationId, agencyId }: Reporter, email?: string) {
  const [found] = await db
    .select({ personId: persons.id, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(members.operationId, operationId),
        eq(members.agencyId, agencyId),
        inArray(members.role, ["ncp", "reporter"]),
        eq(members.state, "active"),
        eq(persons.state, "active"),
        sql`current_date between ${members.fromDay} and coalesce(${members.toDay}, 'infinity')`,
        email === undefined ? undefined : eq(sql`lower(${persons.email})`, email.toLowerCase()),
      ),
    )
    .orderBy(asc(members.role), asc(persons.machine), asc(members.fromDay), asc(members.id))
    .limit(1);
  return found ?? null;
}
