import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "../client.server.ts";
import { operationPlans, operations } from "../schema/operations.ts";
import { administrations, agencies } from "../schema/organisations.ts";

/** The agency of a participant and the operation's zone, by their codes; for programs that run beside the app. */
export async function reporterByCodes(db: Db | Tx, operationCode: string, agencyCode: string) {
  const [found] = await db
    .select({
      operationId: operations.id,
      agencyId: agencies.id,
      country: administrations.code,
      zone: operationPlans.zone,
    })
    .from(operations)
    .innerJoin(operationPlans, and(eq(operationPlans.operationId, operations.id), isNull(operationPlans.endedBy)))
    .innerJoin(agencies, eq(agencies.code, agencyCode))
    .innerJoin(administrations, eq(administrations.id, agencies.administrationId))
    .where(eq(operations.code, operationCode));
  return found ?? null;
}
