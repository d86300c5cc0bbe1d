import postgres from "postgres";
import type { RowStanding } from "#app/domain/import/progress.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { linesOfCases, listImports, pageOfRows } from "#db/queries/import-rows.server.ts";
import { hereAlready } from "#db/queries/imported-before.server.ts";
import { casesAfter, countRows, lastContents, rowsAfter } from "#db/queries/imports.server.ts";
import { agencyOf, type World } from "#tests/support/world.ts";

/** One large file, of which half is done, and what agencies sent before it. */
const FILE = "0190f000-0000-7000-8000-000000000001";
const LINES = 60_000;
const BEFORE = { files: 400, lines: 150 };

/** Files of VN-CUS and LA-CUS as rows; every value follows from the line's number. */
export async function makeManyFiles(world: World): Promise<void> {
  const sql = postgres(world.database.superUrl, { max: 1, onnotice: () => {} });
  const [vn, la] = [agencyOf(world, "VN-CUS"), agencyOf(world, "LA-CUS")];
  try {
    await sql`set session_replication_role = replica`;
    await sql`
      insert into imports (operation_id, id, agency_id, unit_id, made_by, person_id, made_at, file_name, state, mode)
      select ${world.operationId}::uuid,
        case when n = 0 then ${FILE}::uuid else ('0190f000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid end,
        case when n % 2 = 0 then ${vn.id}::uuid else ${la.id}::uuid end,
        case when n % 2 = 0 then ${vn.units[0].id}::uuid else ${la.units[0].id}::uuid end,
        gen_random_uuid(), gen_random_uuid(), now() - n * interval '1 hour', 'cases ' || n || '.csv',
        case when n = 0 then 'importing' else 'done' end, 'good'
      from generate_series(0, ${BEFORE.files}::int) as n`;
    await sql`
      insert into import_rows (operation_id, import_id, "row", agency_id, unit_id, case_row, case_no, written, fields,
        status, questions, notes, outcome, content, seizure_id)
      select f.operation_id, f.id, n, f.agency_id, f.unit_id, n - n % 3, 'case/' || (n - n % 3), '["a", "b", "c"]', '{"narrative": "x"}',
        case when n % 1000 = 7 then 'error' when n % 500 = 9 then 'skip' when n % 50 = 11 then 'question' else 'ok' end,
        '[]', '[]',
        case when n % 1000 = 7 or n % 500 = 9 or n % 50 = 11 then '' when n % 3000 = 1 then 'updated'
          when n % 5000 = 2 then 'refused' when n < ${LINES / 2}::int then 'imported' else '' end,
        '', case when n < ${LINES / 2}::int and f.id = ${FILE}::uuid
          then ('0190a000-0000-7000-8000-' || lpad(to_hex(n + 1), 12, '0'))::uuid else gen_random_uuid() end
      from imports f, generate_series(0, ${LINES - 1}::int) as n
      where f.id = ${FILE}::uuid or n < ${BEFORE.lines}::int`;
    await sql`vacuum analyze imports`;
    await sql`vacuum analyze import_rows`;
  } finally {
    await sql.end();
  }
}

type Queries = Record<string, (tx: Tx, member: Membership) => Promise<unknown>>;

const ROWS = Array.from({ length: 100 }, (_, at) => at * 300);
const page =
  (standings: readonly RowStanding[], from: { after?: number; before?: number }) => (tx: Tx, operationId: string) =>
    pageOfRows(tx, { operationId, id: FILE }, { standings, ...from, limit: 50 });
const FROM = [{}, { after: LINES / 2 }, { before: LINES / 2 }];
const STANDINGS = ["done", "ok", "question", "error", "skip", "differs"] as const;

/** What the pages of files ask, and their work. */
export const OF_FILES: Queries = {
  "files that were sent": (tx, { operationId, agencyId }) => listImports(tx, operationId, agencyId, 100),
  "pages of a file's rows": async (tx, { operationId }) => {
    for (const from of FROM) await page([], from)(tx, operationId);
    await page(["error", "question", "differs"], { after: 100 })(tx, operationId);
  },
  ...Object.fromEntries(
    STANDINGS.map((standing): [string, Queries[string]] => [
      `pages of a file's rows that are ${standing}`,
      async (tx, { operationId }) => {
        for (const from of FROM) await page([standing], from)(tx, operationId);
      },
    ]),
  ),
  "lines of the cases on a page": (tx, { operationId }) =>
    linesOfCases(tx, { operationId, id: FILE }, ROWS.slice(0, 50), 1_000),
  "the next rows and cases of a file": async (tx, { operationId }) => {
    const key = { operationId, id: FILE };
    await rowsAfter(tx, key, LINES / 2, 500);
    await casesAfter(tx, key, LINES / 2, 100);
  },
  "what is here of a file's cases": async (tx, { operationId, agencyId }) => {
    const ids = ROWS.map((row) => `0190a000-0000-7000-8000-${(row + 1).toString(16).padStart(12, "0")}`);
    await hereAlready(tx, { operationId, agencyId, caseNos: ROWS.map((row) => `case/${row}`), ids });
    await lastContents(tx, operationId, ids);
  },
  "how a file stands": (tx, { operationId }) => countRows(tx, { operationId, id: FILE }),
};
