import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { RowStanding } from "../../app/domain/import/progress.ts";
import type { Tx } from "../client.server.ts";
import { importRows, imports, persons } from "../schema.ts";
import type { ImportRow } from "./imports.server.ts";

type Key = { operationId: Id; id: Id };

const ofImport = ({ operationId, id }: Key) =>
  and(eq(importRows.operationId, operationId), eq(importRows.importId, id));
const OPEN = sql`${importRows.outcome} in ('', 'refused', 'updated')`;

/** Files that were sent, the latest first, as far as the reader's agency and unit have them. */
export async function listImports(tx: Tx, operationId: Id, agencyId: Id, limit: number) {
  const { id, fileName, fileBytes, state, madeAt, rows, done, counts, refusal } = imports;
  return tx
    .select({ id, fileName, fileBytes, state, madeAt, rows, done, counts, refusal, by: persons.name })
    .from(imports)
    .leftJoin(persons, eq(persons.id, imports.personId))
    .where(and(eq(imports.operationId, operationId), eq(imports.agencyId, agencyId)))
    .orderBy(desc(imports.madeAt))
    .limit(limit);
}

/** Who sent a file. */
export async function senderOf(tx: Tx, personId: Id): Promise<string> {
  const [person] = await tx.select({ name: persons.name }).from(persons).where(eq(persons.id, personId));
  return person?.name ?? "";
}

const { status, outcome } = importRows;

/** The same as `standingOf` says it of one line. */
const STANDS: Record<RowStanding, SQL> = {
  error: sql`(${outcome} = 'refused' or (${status} = 'error' and ${outcome} = ''))`,
  question: sql`${status} = 'question' and ${outcome} = ''`,
  ok: sql`${status} = 'ok' and ${outcome} = ''`,
  skip: sql`${status} = 'skip' and ${outcome} = ''`,
  differs: sql`${outcome} = 'updated'`,
  done: sql`${outcome} in ('imported', 'drafted', 'unchanged', 'corrected')`,
};

/** How many clear lines of which reports are still to be made have this sentence beside them. */
export async function countNoted(tx: Tx, key: Key, sentence: string): Promise<number> {
  const noted = sql`${importRows.notes} @> ${JSON.stringify([{ key: sentence }])}::text::jsonb`;
  return tx.$count(importRows, and(ofImport(key), STANDS.ok, noted));
}

/** Whether any row asks with this sentence; once it is answered none does. */
export async function isAsked(tx: Tx, key: Key, sentence: string): Promise<boolean> {
  const noted = sql`${importRows.notes} @> ${JSON.stringify([{ key: sentence }])}::text::jsonb`;
  const [found] = await tx
    .select({ row: importRows.row })
    .from(importRows)
    .where(and(ofImport(key), noted))
    .limit(1);
  return found !== undefined;
}

type Page = { standings: readonly RowStanding[]; after?: number; before?: number; limit: number };

/** Lines in the order of the file, those of some standings alone where they are named; one page after or before a line. */
export async function pageOfRows(tx: Tx, key: Key, { standings, after, before, limit }: Page): Promise<ImportRow[]> {
  const place = before === undefined ? sql`${importRows.row} > ${after ?? -1}` : sql`${importRows.row} < ${before}`;
  const rows = await tx
    .select()
    .from(importRows)
    .where(and(ofImport(key), place, or(...standings.map((one) => STANDS[one]))))
    .orderBy(before === undefined ? asc(importRows.row) : desc(importRows.row))
    .limit(limit);
  return before === undefined ? rows : rows.toReversed();
}

/** All lines of these cases, up to a bound: one case rarely has more than a few. */
export async function linesOfCases(tx: Tx, key: Key, cases: readonly number[], most: number): Promise<ImportRow[]> {
  if (cases.length === 0) return [];
  return tx
    .select()
    .from(importRows)
    .where(and(ofImport(key), inArray(importRows.caseRow, [...cases]), sql`${status} <> 'skip'`))
    .orderBy(asc(importRows.caseRow), asc(importRows.row))
    .limit(most);
}

/** One line, held until the end of the transaction. */
export async function lockRow(tx: Tx, key: Key, row: number): Promise<ImportRow | undefined> {
  const [found] = await tx
    .select()
    .from(importRows)
    .where(and(ofImport(key), eq(importRows.row, row)))
    .for("update");
  return found;
}

type Mended = Pick<ImportRow, "row" | "caseNo" | "mended" | "agreed" | "fields" | "status" | "questions" | "notes">;

/** A line that was mended or agreed to: as it is understood now, with nothing become of it yet. */
export async function keepRow(tx: Tx, key: Key, mended: Mended): Promise<void> {
  const { row, caseNo, mended: cells, agreed, fields, status: read, questions, notes } = mended;
  await tx
    .update(importRows)
    .set({ caseNo, mended: cells, agreed, fields, status: read, questions, notes, outcome: "", content: "" })
    .where(and(ofImport(key), eq(importRows.row, row)));
}

/** The lines of these case numbers stand under the first that has it; a line without one under itself. */
export async function regroupCases(tx: Tx, { operationId, id }: Key, row: number, caseNos: readonly string[]) {
  const named = caseNos.filter((caseNo) => caseNo !== "");
  const heads = JSON.stringify(named);
  await tx.execute(sql`
    with heads as (
      select case_no, min("row") as head from import_rows
      where operation_id = ${operationId}::uuid and import_id = ${id}::uuid
        and case_no in (select jsonb_array_elements_text(${heads}::jsonb))
      group by case_no)
    update import_rows r set case_row = coalesce(h.head, r.row)
    from import_rows o left join heads h on h.case_no = o.case_no
    where r.operation_id = ${operationId}::uuid and r.import_id = ${id}::uuid
      and o.operation_id = r.operation_id and o.import_id = r.import_id and o.row = r.row
      and (r.row = ${row} or h.head is not null) and r.case_row <> coalesce(h.head, r.row)`);
}

/** The same text put in for the same text, wherever a column has it and nothing has become of the line. */
export async function mendEverywhere(tx: Tx, key: Key, at: number, was: string, text: string): Promise<void> {
  const column = String(at);
  await tx
    .update(importRows)
    .set({ mended: sql`${importRows.mended} || jsonb_build_object(${column}::text, ${text}::text)` })
    .where(
      and(
        ofImport(key),
        OPEN,
        sql`coalesce(${importRows.mended} ->> ${column}, ${importRows.written} ->> ${at}::int) = ${was}`,
      ),
    );
}

/** The same agreement for every line of which the same was asked. */
export async function agreeEverywhere(tx: Tx, key: Key, field: string, of: ImportRow, asked: string): Promise<void> {
  const notes = JSON.stringify(of.notes.filter((note) => note.field === field));
  await tx
    .update(importRows)
    .set({ agreed: sql`${importRows.agreed} || jsonb_build_object(${field}::text, ${asked}::text)` })
    .where(
      and(
        ofImport(key),
        OPEN,
        sql`${importRows.questions} ? ${field}`,
        sql`jsonb_path_query_array(${importRows.notes}, '$[*] ? (@.field == $field)',
          jsonb_build_object('field', ${field}::text)) = ${notes}::jsonb`,
      ),
    );
}
