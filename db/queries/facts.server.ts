import { type SQL, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** Current facts that the reader may see, in the form in which browsers get them. The server assembles them. */
export async function visibleFacts(tx: Tx, operationId: Id, ids?: readonly Id[]): Promise<SeizureFact[]> {
  return ids ? factsOf(tx, operationId, ids) : allOf(tx, operationId, sql`true`);
}

/** Those that nobody but their owner sees, of what the reader owns. */
export async function ownUnsharedFacts(tx: Tx, operationId: Id): Promise<SeizureFact[]> {
  return allOf(tx, operationId, sql`not f.shared`);
}

/** Their ids, for whoever counts shared facts alone among all that he sees. */
export async function ownUnsharedIds(tx: Tx, operationId: Id): Promise<Id[]> {
  const rows = await tx.execute<{ id: Id }>(sql`
    select f.id from seizure_facts f where f.operation_id = ${operationId}::uuid and f.ended_by is null and not f.shared`);
  return rows.map(({ id }) => id);
}

/** All of one unit: what a reporter sees who reads no other facts. */
export async function factsOfUnit(tx: Tx, operationId: Id, unitId: Id): Promise<SeizureFact[]> {
  return allOf(tx, operationId, sql`f.unit_id = ${unitId}::uuid`);
}

/** A stretch of ids: after one of them (or from the first) up to and with another (or to the last). */
export type Stretch = { after: Id | null; upTo: Id | null };

/** What all who read facts see alike, in order of ids. */
export function sharedFactsInPages(tx: Tx, operationId: Id, { after, upTo }: Stretch): AsyncGenerator<SeizureFact[]> {
  return factsInPages(tx, operationId, sql`f.shared ${upTo ? sql`and f.id <= ${upTo}::uuid` : sql``}`, after);
}

async function allOf(tx: Tx, operationId: Id, where: SQL): Promise<SeizureFact[]> {
  const facts: SeizureFact[] = [];
  for await (const page of factsInPages(tx, operationId, where, null)) facts.push(...page);
  return facts;
}

const PAGE = 2000;

/** Some thousands at a time, so that a large operation never holds up the process. */
async function* factsInPages(tx: Tx, operationId: Id, where: SQL, after: Id | null): AsyncGenerator<SeizureFact[]> {
  let last = after;
  for (;;) {
    const rows = await tx.execute<{ id: Id }>(sql`
      select f.id from seizure_facts f
      where f.operation_id = ${operationId}::uuid and f.ended_by is null and ${where}
        ${last ? sql`and f.id > ${last}::uuid` : sql``} order by f.id limit ${PAGE}`);
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) yield await factsOf(tx, operationId, ids);
    last = ids.at(-1) ?? null;
    if (ids.length < PAGE) return;
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
