import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { reportFiles } from "../schema.ts";

export type ReportFile = typeof reportFiles.$inferSelect;
type Key = { operationId: Id; id: Id };
type Named = Pick<ReportFile, "operationId" | "reportId" | "edition" | "form" | "locale" | "personId">;

const isFile = ({ operationId, id }: Key) => and(eq(reportFiles.operationId, operationId), eq(reportFiles.id, id));

const isNamed = ({ operationId, reportId, edition, form, locale, personId }: Named) =>
  and(
    eq(reportFiles.operationId, operationId),
    eq(reportFiles.reportId, reportId),
    eq(reportFiles.edition, edition),
    eq(reportFiles.form, form),
    eq(reportFiles.locale, locale),
    eq(reportFiles.personId, personId),
  );

/** Adds it; false where its id is taken, or the same file is in the making for that person. */
export async function addReportFile(tx: Tx, values: typeof reportFiles.$inferInsert): Promise<boolean> {
  const added = await tx.insert(reportFiles).values(values).onConflictDoNothing().returning({ id: reportFiles.id });
  return added.length > 0;
}

/** The same file, while it is in the making. */
export async function reportFileInMaking(tx: Tx, named: Named): Promise<Id | null> {
  const [found] = await tx
    .select({ id: reportFiles.id })
    .from(reportFiles)
    .where(and(isNamed(named), eq(reportFiles.state, "making")));
  return found?.id ?? null;
}

export async function findReportFile(tx: Tx, key: Key): Promise<ReportFile | undefined> {
  const [found] = await tx.select().from(reportFiles).where(isFile(key));
  return found;
}

const SHOWN: ReportFile["state"][] = ["making", "done", "stopped", "stale"];

/** The person's files of one version, the latest first, without what was replaced or is over. */
export async function listReportFiles(tx: Tx, of: { operationId: Id; report: Id; number: number; personId: Id }) {
  const { id, form, locale, state, done, expected, bytes, askedAt } = reportFiles;
  return tx
    .select({ id, form, locale, state, done, expected, bytes, askedAt })
    .from(reportFiles)
    .where(
      and(
        eq(reportFiles.operationId, of.operationId),
        eq(reportFiles.personId, of.personId),
        eq(reportFiles.reportId, of.report),
        eq(reportFiles.edition, of.number),
        inArray(reportFiles.state, SHOWN),
      ),
    )
    .orderBy(desc(askedAt), id)
    .limit(20);
}

const held = (key: Key, worker: Id) =>
  and(isFile(key), eq(reportFiles.takenBy, worker), eq(reportFiles.state, "making"));

/** Says how far it is and renews a worker's hold. False where it is another's by now, or is to be begun anew. */
export async function keepReportFile(
  tx: Tx,
  key: Key,
  worker: Id,
  far: { done: number; expected: number },
): Promise<boolean> {
  const kept = await tx
    .update(reportFiles)
    .set({ ...far, takenUntil: sql`clock_timestamp() + interval '15 seconds'` })
    .where(held(key, worker))
    .returning({ id: reportFiles.id });
  return kept.length > 0;
}

type Made = Pick<ReportFile, "fileKey" | "bytes" | "done" | "expected">;

/** It is whole: once, by the worker that has it; the same file as it was made before is replaced. */
export async function finishReportFile(tx: Tx, of: ReportFile, worker: Id, made: Made): Promise<boolean> {
  const finished = await tx
    .update(reportFiles)
    .set({ ...made, state: "done", workKey: null, takenUntil: null, endedAt: sql`clock_timestamp()` })
    .where(held(of, worker))
    .returning({ id: reportFiles.id });
  if (finished.length === 0) return false;
  await tx
    .update(reportFiles)
    .set({ state: "replaced", fileKey: null, bytes: null })
    .where(and(isNamed(of), inArray(reportFiles.state, ["done", "stopped", "stale"]), ne(reportFiles.id, of.id)));
  return true;
}

/** Work that no living worker has, taken over for a quarter of a minute. For the process alone: no reader is asked. */
export async function takeReportFile(db: Db, worker: Id) {
  const [taken] = await db.execute<{ operationId: Id; id: Id; workKey: Id }>(sql`
    select operation_id as "operationId", id, work_key as "workKey" from take_report_file(${worker}::uuid)`);
  return taken ?? null;
}

/** Ends work that its person may not do any more. */
export async function stopReportFile(db: Db, { operationId, id }: Key, worker: Id): Promise<void> {
  await db.execute(sql`select stop_report_file(${operationId}::uuid, ${id}::uuid, ${worker}::uuid)`);
}

/** Files that have been there to be taken since before then are not held any longer. */
export async function expireReportFiles(db: Db, before: Date): Promise<void> {
  await db.execute(sql`select expire_report_files(${before.toISOString()}::timestamptz)`);
}
