import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.server.ts";
import type {
  seizureAudiences,
  seizureFactCodes,
  seizureFactItems,
  seizureFactNodes,
  seizureFacts,
  seizureNominal,
  seizures,
} from "../schema.ts";
import * as schema from "../schema.ts";

/** New rows of one seizure, table by table. What the database fills in by itself (ends, the time of a case) is left out. */
export type SeizureRows = {
  seizureFacts?: (typeof seizureFacts.$inferInsert)[];
  seizureFactItems?: (typeof seizureFactItems.$inferInsert)[];
  seizureFactNodes?: (typeof seizureFactNodes.$inferInsert)[];
  seizureFactCodes?: (typeof seizureFactCodes.$inferInsert)[];
  seizures?: (typeof seizures.$inferInsert & { changeKind: string; changeReason: string })[];
  seizureAudiences?: (typeof seizureAudiences.$inferInsert)[];
  seizureNominal?: (typeof seizureNominal.$inferInsert)[];
};

const TABLES = {
  seizureFacts: tableOf(schema.seizureFacts, "seizure_facts"),
  seizureFactItems: tableOf(schema.seizureFactItems, "seizure_fact_items"),
  seizureFactNodes: tableOf(schema.seizureFactNodes, "seizure_fact_nodes"),
  seizureFactCodes: tableOf(schema.seizureFactCodes, "seizure_fact_codes"),
  seizures: tableOf(schema.seizures, "seizures"),
  seizureAudiences: tableOf(schema.seizureAudiences, "seizure_audiences"),
  seizureNominal: tableOf(schema.seizureNominal, "seizure_nominal"),
};

function tableOf(table: PgTable, name: string) {
  return { name, columns: new Map(Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name])) };
}

const REPORTS = tableOf(schema.seizureReports, "seizure_reports");

/** Adds reports whose ids are free, in one call; answers which those were. */
export async function addReportRows(
  tx: Tx,
  rows: readonly (typeof schema.seizureReports.$inferInsert)[],
): Promise<Set<string>> {
  const stored = rows.map((row) => byColumn(row, REPORTS.columns));
  const added = await tx.execute<{ id: string }>(sql`select add_reports(${JSON.stringify(stored)}::jsonb) as id`);
  return new Set(added.map(({ id }) => id));
}

/** Adds them in one call; each table's policy is asked as ever. */
export async function addSeizureRows(tx: Tx, rows: SeizureRows): Promise<void> {
  const stored = Object.entries(TABLES).flatMap(([key, { name, columns }]) => {
    const own: Record<string, unknown>[] = rows[key as keyof SeizureRows] ?? [];
    return own.length === 0 ? [] : [[name, own.map((row) => byColumn(row, columns))]];
  });
  await tx.execute(sql`select add_seizure_rows(${JSON.stringify(Object.fromEntries(stored))}::jsonb)`);
}

/** Amounts too large for a number travel as text. */
function byColumn(row: Record<string, unknown>, columns: ReadonlyMap<string, string>) {
  const named: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row))
    named[columns.get(key) ?? key] = typeof value === "bigint" ? value.toString() : value;
  return named;
}
