import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { importMappings, importParts, importRows, imports } from "../schema.ts";

export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;
export type NewImportRow = Omit<typeof importRows.$inferInsert, "operationId" | "importId" | "agencyId" | "unitId">;
type Key = { operationId: Id; id: Id };

const isImport = ({ operationId, id }: Key) => and(eq(imports.operationId, operationId), eq(imports.id, id));
const ofImport = ({ operationId, id }: Key) =>
  and(eq(importRows.operationId, operationId), eq(importRows.importId, id));

/** Makes the import unless its id is taken; answers whether it is new. */
export async function addImport(tx: Tx, values: typeof imports.$inferInsert): Promise<boolean> {
  const added = await tx.insert(imports).values(values).onConflictDoNothing().returning({ id: imports.id });
  return added.length > 0;
}

export async function findImport(tx: Tx, key: Key): Promise<Import | undefined> {
  const [found] = await tx.select().from(imports).where(isImport(key));
  return found;
}

/** The same, held until the end of the transaction. */
export async function lockImport(tx: Tx, key: Key): Promise<Import | undefined> {
  const [found] = await tx.select().from(imports).where(isImport(key)).for("update");
  return found;
}

export async function changeImport(tx: Tx, key: Key, values: Partial<typeof imports.$inferInsert>): Promise<void> {
  await tx.update(imports).set(values).where(isImport(key));
}

/** Renews a worker's hold on its import, with how far it is. What was cancelled or is another's by now is not given. */
export async function keepImport(tx: Tx, key: Key, worker: Id, done: number): Promise<"kept" | "cancelled" | "lost"> {
  const [kept] = await tx
    .update(imports)
    .set({ done, takenUntil: sql`clock_timestamp() + interval '15 seconds'` })
    .where(and(isImport(key), eq(imports.takenBy, worker)))
    .returning({ cancelled: imports.cancelAsked });
  if (!kept) return "lost";
  return kept.cancelled ? "cancelled" : "kept";
}

/** The same while a long step goes on. */
export async function renewHold(tx: Tx, key: Key, worker: Id): Promise<void> {
  await tx
    .update(imports)
    .set({ takenUntil: sql`clock_timestamp() + interval '15 seconds'` })
    .where(and(isImport(key), eq(imports.takenBy, worker)));
}

/** Work that no living worker has, taken over for a quarter of a minute. For the process alone: no reader is asked. */
export async function takeImport(db: Db, worker: Id) {
  const [taken] = await db.execute<{ operationId: Id; id: Id; workKey: Id }>(sql`
    select operation_id as "operationId", id, work_key as "workKey" from take_import(${worker}::uuid)`);
  return taken ?? null;
}

/** Ends work that its person may not do any more. */
export async function stopImport(db: Db, { operationId, id }: Key, worker: Id, key: string): Promise<void> {
  await db.execute(sql`select stop_import(${operationId}::uuid, ${id}::uuid, ${worker}::uuid, ${key})`);
}

export async function addPart(tx: Tx, part: typeof importParts.$inferInsert): Promise<void> {
  await tx.insert(importParts).values(part).onConflictDoNothing();
}

/** Which pieces of the file are here. */
export async function partsHere(tx: Tx, { operationId, id }: Key) {
  return tx
    .select({ place: importParts.place, bytes: sql<number>`octet_length(content)::int` })
    .from(importParts)
    .where(and(eq(importParts.operationId, operationId), eq(importParts.importId, id)))
    .orderBy(asc(importParts.place));
}

export async function partAt(tx: Tx, { operationId, id }: Key, place: number): Promise<Uint8Array | undefined> {
  const [part] = await tx
    .select({ content: importParts.content })
    .from(importParts)
    .where(and(eq(importParts.operationId, operationId), eq(importParts.importId, id), eq(importParts.place, place)));
  return part?.content;
}

export async function dropParts(tx: Tx, { operationId, id }: Key): Promise<void> {
  await tx.delete(importParts).where(and(eq(importParts.operationId, operationId), eq(importParts.importId, id)));
}

const COLUMNS =
  sql.raw(`operation_id, import_id, "row", agency_id, unit_id, case_row, case_no, written, mended, fields, status,
  questions, notes, outcome, content`);

/** Adds records in one call; those that are here already stay as they are. */
export async function addImportRows(tx: Tx, of: Import, rows: readonly NewImportRow[]): Promise<void> {
  const part = { operation_id: of.operationId, import_id: of.id, agency_id: of.agencyId, unit_id: of.unitId };
  const stored = rows.map(({ caseRow, caseNo, ...row }) => ({
    ...{ mended: {}, outcome: "", content: "" },
    ...part,
    ...row,
    case_row: caseRow,
    case_no: caseNo ?? "",
  }));
  await tx.execute(sql`
    insert into import_rows (${COLUMNS})
    select ${COLUMNS} from jsonb_populate_recordset(null::import_rows, ${JSON.stringify(stored)}::jsonb)
    on conflict do nothing`);
}

/** Records read anew, where nothing has become of them yet. */
export async function renewImportRows(tx: Tx, { operationId, id }: Key, rows: readonly NewImportRow[]): Promise<void> {
  const told = rows.map(({ row, caseRow, caseNo, mended, fields, status, questions, notes }) => ({
    ...{ row, case_row: caseRow, case_no: caseNo ?? "", mended: mended ?? {}, fields, status, questions, notes },
  }));
  await tx.execute(sql`
    update import_rows r set case_row = t.case_row, case_no = t.case_no, mended = t.mended, fields = t.fields,
      status = t.status, questions = t.questions, notes = t.notes, outcome = ''
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t("row" int, case_row int, case_no text, mended jsonb,
      fields jsonb, status text, questions jsonb, notes jsonb)
    where r.operation_id = ${operationId}::uuid and r.import_id = ${id}::uuid and r.row = t.row
      and r.outcome in ('', 'refused', 'updated')`);
}

/** Records in the order of the file, after one. */
export async function rowsAfter(tx: Tx, key: Key, after: number, limit: number): Promise<ImportRow[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(ofImport(key), sql`${importRows.row} > ${after}`))
    .orderBy(asc(importRows.row))
    .limit(limit);
}

/**
 * All lines of the next cases, case by case, in the order of the index: finished ones among them, so that none is looked
 * for among the rest.
 */
export async function casesAfter(tx: Tx, key: Key, after: number, limit: number): Promise<ImportRow[]> {
  const most = limit * 2;
  const rows = await linesFrom(tx, key, sql`case_row > ${after}`, most);
  const whole = rows.length < most ? rows : rows.filter(({ caseRow }) => caseRow !== rows.at(-1)?.caseRow);
  const first = rows[0];
  if (whole.length === 0) return first ? linesFrom(tx, key, sql`case_row = ${first.caseRow}`) : [];
  const cases = [...new Set(whole.map(({ caseRow }) => caseRow))];
  const last = cases[limit - 1] ?? cases.at(-1) ?? after;
  return whole.filter(({ caseRow }) => caseRow <= last);
}

async function linesFrom(tx: Tx, key: Key, where: SQL, most?: number): Promise<ImportRow[]> {
  const lines = tx
    .select()
    .from(importRows)
    .where(and(ofImport(key), sql`${importRows.status} <> 'skip'`, where))
    .orderBy(asc(importRows.caseRow), asc(importRows.row));
  return most === undefined ? lines : lines.limit(most);
}

/** What became of records. */
export type RowMark = Pick<ImportRow, "row" | "outcome" | "content" | "seizureId" | "notes">;

export async function markRows(tx: Tx, { operationId, id }: Key, marks: readonly RowMark[]): Promise<void> {
  if (marks.length === 0) return;
  const told = marks.map(({ seizureId, ...mark }) => ({ ...mark, seizure_id: seizureId }));
  await tx.execute(sql`
    update import_rows r set outcome = t.outcome, content = t.content, seizure_id = t.seizure_id, notes = t.notes
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as t("row" int, outcome text, content text, seizure_id uuid, notes jsonb)
    where r.operation_id = ${operationId}::uuid and r.import_id = ${id}::uuid and r.row = t.row`);
}

/** How many records there are of each status and outcome. */
export async function countRows(tx: Tx, key: Key) {
  return tx
    .select({ status: importRows.status, outcome: importRows.outcome, n: count() })
    .from(importRows)
    .where(ofImport(key))
    .groupBy(importRows.status, importRows.outcome);
}

/** The mapping that the agency keeps for these headings. */
export async function keptMapping(tx: Tx, agencyId: Id, fingerprint: string) {
  const [kept] = await tx
    .select({ columns: importMappings.columns })
    .from(importMappings)
    .where(and(eq(importMappings.agencyId, agencyId), eq(importMappings.fingerprint, fingerprint)));
  return kept?.columns ?? null;
}

export async function keepMapping(tx: Tx, values: typeof importMappings.$inferInsert): Promise<void> {
  const { columns, changedBy } = values;
  await tx
    .insert(importMappings)
    .values(values)
    .onConflictDoUpdate({
      target: [importMappings.agencyId, importMappings.fingerprint],
      set: { columns, changedBy, changedAt: sql`clock_timestamp()` },
    });
}

/** Of seizures that came in by a file before: what the last one said of them. */
export async function lastContents(tx: Tx, operationId: Id, seizureIds: readonly Id[]): Promise<Map<Id, string>> {
  if (seizureIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: importRows.seizureId, content: importRows.content })
    .from(importRows)
    .innerJoin(imports, and(eq(imports.operationId, importRows.operationId), eq(imports.id, importRows.importId)))
    .where(
      and(
        eq(importRows.operationId, operationId),
        inArray(importRows.seizureId, [...seizureIds]),
        inArray(importRows.outcome, ["imported", "drafted", "corrected", "unchanged"]),
      ),
    )
    .orderBy(asc(imports.madeAt));
  return new Map(rows.flatMap(({ id, content }) => (id ? [[id, content] as const] : [])));
}
