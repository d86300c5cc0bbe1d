import { sql } from "drizzle-orm";
import { z } from "zod";
import { type PastRoute, PastRoute as PastRouteShape } from "../../app/domain/emerging/earlier.ts";
import { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

const EarlierOperation = z.object({ id: Id, days: z.number().int() });

/** Closed operations whose corridors the reader may compare with those of this one, and how many days each had. */
export async function earlierOperations(tx: Tx): Promise<z.infer<typeof EarlierOperation>[]> {
  const rows = await tx.execute(sql`select operation_id as id, days from earlier_operations() order by operation_id`);
  return z.array(EarlierOperation).parse([...rows]);
}

/** What one of them tells; nothing of one that is none. */
export async function earlierRoutes(tx: Tx, operationId: Id): Promise<PastRoute[]> {
  const rows = await tx.execute(sql`select country, route, groups, cases from earlier_routes(${operationId}::uuid)`);
  return z.array(PastRouteShape).parse([...rows]);
}
