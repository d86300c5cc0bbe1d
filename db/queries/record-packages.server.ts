import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { persons, recordPackages } from "../schema.ts";

export type RecordPackage = typeof recordPackages.$inferSelect;
type Key = { operationId: Id; id: Id };
type Owner = { operationId: Id; agencyId: Id };

const isPackage = ({ operationId, id }: Key) =>
  and(eq(recordPackages.operationId, operationId), eq(recordPackages.id, id));

/** Adds it unless its id is taken, or another one of the agency is in the making. */
export async function addPackage(tx: Tx, values: typeof recordPackages.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(recordPackages)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: recordPackages.id });
  return added.length > 0;
}

export async function findPackage(tx: Tx, key: Key): Promise<RecordPackage | undefined> {
  const [found] = await tx.select().from(recordPackages).where(isPackage(key));
  return found;
}

/** The agency's packages, the latest first. */
export async function listPackages(tx: Tx, { operationId, agencyId }: Owner, limit: number) {
  const { id, askedAt, state, done, expected, bytes, sha256, counts, asOf } = recordPackages;
  return tx
    .select({ id, askedAt, state, done, expected, bytes, sha256, counts, asOf, by: persons.name })
    .from(recordPackages)
    .leftJoin(persons, eq(persons.id, recordPackages.personId))
    .where(and(eq(recordPackages.operationId, operationId), eq(recordPackages.agencyId, agencyId)))
    .orderBy(desc(askedAt), id)
    .limit(limit);
}

/** Says how far it is and renews a worker's hold. False where it is another's by now, or is to be begun anew. */
export async function keepPackage(
  tx: Tx,
  key: Key,
  worker: Id,
  far: { done: number; expected: number },
): Promise<boolean> {
  const kept = await tx
    .update(recordPackages)
    .set({ ...far, takenUntil: sql`clock_timestamp() + interval '15 seconds'` })
    .where(held(key, worker))
    .returning({ id: recordPackages.id });
  return kept.length > 0;
}

const held = (key: Key, worker: Id) =>
  and(isPackage(key), eq(recordPackages.takenBy, worker), eq(recordPackages.state, "making"));

type Made = Pick<RecordPackage, "fileKey" | "bytes" | "sha256" | "counts" | "asOf" | "done" | "expected">;

/** It is whole: once, by the worker that has it; those of the agency before it are replaced. */
export async function finishPackage(tx: Tx, of: RecordPackage, worker: Id, made: Made): Promise<boolean> {
  const finished = await tx
    .update(recordPackages)
    .set({ ...made, state: "done", workKey: null, takenUntil: null, endedAt: sql`clock_timestamp()` })
    .where(held(of, worker))
    .returning({ id: recordPackages.id });
  if (finished.length === 0) return false;
  await tx
    .update(recordPackages)
    .set({ state: "replaced", fileKey: null })
    .where(
      and(
        eq(recordPackages.operationId, of.operationId),
        eq(recordPackages.agencyId, of.agencyId),
        eq(recordPackages.state, "done"),
        ne(recordPackages.id, of.id),
      ),
    );
  return true;
}

/** Work that no living worker has, taken over for a quarter of a minute. For the process alone: no reader is asked. */
export async function takePackage(db: Db, worker: Id) {
  const [taken] = await db.execute<{ operationId: Id; id: Id; workKey: Id }>(sql`
    select operation_id as "operationId", id, work_key as "workKey" from take_package(${worker}::uuid)`);
  return taken ?? null;
}

/** Ends work that its person may not do any more. */
export async function stopPackage(db: Db, { operationId, id }: Key, worker: Id): Promise<void> {
  await db.execute(sql`select stop_package(${operationId}::uuid, ${id}::uuid, ${worker}::uuid)`);
}
