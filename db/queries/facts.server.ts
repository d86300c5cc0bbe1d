import { type SQL, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** Current facts that the reader may see, in the form in which browsers get them. The server assembles them. */
export async function visibleFacts(tx: Tx, operationId: Id, ids?: readonly Id[]): Promise<SeizureFact[]> {
  if (ids) return factsOf(tx, operationId, ids);
  const facts: SeizureFact[] = [];
  for await (const page of visibleFactsInPages(tx, operationId)) facts.push(...page);
  return facts;
}

const PAGE = 4000;

/** All of them, some thousands at a time, so that a large operation never holds up the process. */
export async function* visibleFactsInPages(tx: Tx, operationId: Id): AsyncGenerator<SeizureFact[]> {
  let after: SQL = sql``;
  for (;;) {
    const rows = await tx.execute<{ id: Id }>(sql`
      select f.id from seizure_facts f
      where f.operation_id = ${operationId}::uuid and f.ended_by is null ${after} order by f.id limit ${PAGE}`);
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) yield await factsOf(tx, operationId, ids);
    if (ids.length < PAGE) return;
    after = sql`and f.id > ${ids.at(-1)}::uuid`;
  }
}

async function factsOf(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<SeizureFact[]> {
  if (ids.length === 0) return [];
  const list = `{${ids.join(",")}}`;
  const [row] = await tx.execute<{ facts: SeizureFact[] }>(
    sql`select facts_of(${operationId}::uuid, ${list}::uuid[], false) as facts`,
  );
  return row?.facts ?? [];
}
