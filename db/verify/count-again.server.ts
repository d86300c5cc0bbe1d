import { readFileSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Tx } from "../client.server.ts";

/** The statements in their order; each file is one idea, and says which. */
const FILES = [
  ...["released", "messages", "days", "versions", "confirmed", "joint", "standing", "cases"],
  ...["goods", "kinds", "legs", "judged", "appendices", "owed", "marks"],
  ...["count-cases", "count-by", "count-persons", "count-quantities", "count-excluded"],
  ...["count-complete", "count-questions", "count-hours", "count-tallies", "count-outcomes"],
];

/** A counted value under its name, as lines of a report are named. */
export type CountedLine = { line: string; value: string };
export type Again = { operationId: Id; asOf: Date; fromDay: LocalDate | null; toDay: LocalDate | null } & {
  /** What a sheet is about; null in all others. */
  reporter: string | null;
  group: string | null;
};

/**
 * Counts all figures of a report a second time, out of what was told, in tables that go with the transaction: nothing of
 * what figures are made of is read. For the owner of the database alone, who may make tables and sees every row.
 */
export async function countAgain(tx: Tx, asked: Again): Promise<CountedLine[]> {
  const { operationId, asOf, fromDay, toDay, reporter, group } = asked;
  await run(tx, "begin");
  await tx.execute(sql`
    insert into asked
    select p.operation_id, p.zone, p.starts_on, p.ends_on, p.late_limit_hours, p.cut_off::time, g.as_of, g.from_day,
      g.to_day, coalesce(g.from_day, p.starts_on),
      coalesce(g.to_day, least(p.ends_on, (g.as_of at time zone p.zone)::date)),
      ${reporter}::text, ${group}::text
    from operation_plans p, (select ${asOf.toISOString()}::timestamptz as as_of, ${fromDay}::date as from_day,
      ${toDay}::date as to_day) g
    where p.operation_id = ${operationId}::uuid and p.ended_by is null`);
  for (const file of FILES) await run(tx, file);
  const lines = await tx.execute<CountedLine>(sql`select name as line, value from line order by name collate "C"`);
  return lines.map(({ line, value }) => ({ line, value }));
}

async function run(tx: Tx, file: string): Promise<void> {
  for (const statement of statementsOf(file)) await tx.execute(statement);
}

/** What a file says one after the other. Of a new table PostgreSQL is told how large it is, for the plans that follow. */
function statementsOf(file: string): SQL[] {
  const text = readFileSync(new URL(`./${file}.sql`, import.meta.url), "utf8");
  return text.split(/;\s*\n/).flatMap((statement) => {
    if (statement.trim() === "") return [];
    const [, made] = /^create temp table (\w+) on commit drop as/m.exec(statement) ?? [];
    return [sql.raw(statement), ...(made ? [sql.raw(`analyze ${made}`)] : [])];
  });
}
