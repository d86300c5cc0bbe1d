import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

type Row = { id: Id; messageNo: string; agencyId: Id; kept: boolean; shared: boolean };

/** The other messages of a merged case, of those that the reader sees: the one that counts, or those counted under it. */
export async function mergedWith(tx: Tx, operationId: Id, id: Id): Promise<Row[]> {
  const rows = await tx.execute<Row>(sql`
    select f.id, f.message_no as "messageNo", f.agency_id as "agencyId", m.kept, f.shared
    from merged_with(${id}::uuid) m
    join seizure_facts f on f.operation_id = ${operationId}::uuid and f.id = m.id and f.ended_by is null
    order by f.message_no`);
  return [...rows];
}
