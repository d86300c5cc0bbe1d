import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { ChosenHighlight, OwnersWord } from "../../app/domain/operation-report/highlight.ts";
import type { ReportAudience, ReportKind } from "../../app/domain/operation-report/report.ts";
import type { Tx } from "../client.server.ts";

type Row = {
  seizure: Id;
  version: number;
  words: string;
  audience: ReportAudience;
  author: Id;
  at: Date;
  caseNo: string;
  reporter: string;
  day: string;
  stands: boolean;
  handling: string;
  owners: Id[];
  answers: OwnersWord[];
};

/** A case that was chosen for a report, with who put these words there and when. */
export type ChosenRow = ChosenHighlight & { day: string; author: Id; at: Date };

const COLUMNS = sql`seizure_id as seizure, version, words, audience, author_id as author, at, case_no as "caseNo", reporter,
  day, stands, handling, owners, answers`;

/** Cases chosen for a report, as whoever drafts sees them, by their days. */
export async function chosenFor(tx: Tx, report: Id): Promise<ChosenRow[]> {
  const rows = await tx.execute<Row>(
    sql`select ${COLUMNS} from chosen_highlights(${report}::uuid) order by day, "caseNo"`,
  );
  return rows.map(dated);
}

export type AskedRow = ChosenRow & {
  report: Id;
  title: string;
  kind: ReportKind;
  /** For whom the report is now. */
  reportAudience: ReportAudience;
  /** These very words are out: nothing of them is taken back any more. */
  published: boolean;
};

/** What is asked of a contact point's agency, the newest first. */
export async function askedOf(tx: Tx): Promise<AskedRow[]> {
  const rows = await tx.execute<Row & Omit<AskedRow, keyof ChosenRow>>(
    sql`select report_id as report, title, kind, report_audience as "reportAudience", published, ${COLUMNS}
      from asked_highlights() order by at desc, "caseNo"`,
  );
  return rows.map(dated);
}

/** A time comes as its text where no table's column says what it is. */
function dated<One extends { at: Date | string }>(row: One) {
  return { ...row, at: new Date(row.at) };
}

/** How a case that may be chosen is handled; null for one that may not, or is not there for who asks. */
export async function handlingOfChoice(tx: Tx, seizure: Id): Promise<string | null> {
  const [row] = await tx.execute<{ stands: boolean; handling: string }>(
    sql`select stands, handling from may_be_highlight(${seizure}::uuid)`,
  );
  return row?.stands ? row.handling : null;
}

/** One after the other on one report, until the end of the transaction. */
export async function takeHighlights(tx: Tx, report: Id): Promise<void> {
  await tx.execute(sql`select take_highlights(${report}::uuid)`);
}

export type NumberedCase = { id: Id; caseNo: string | null };

/**
 * Counted shared cases whose message number has this in it, or whose owner's own number, as far as the reader reads the
 * case; the exact one first. With the owner's number where the reader knows it by that.
 */
export async function casesByNumber(tx: Tx, operationId: Id, asked: string, limit: number): Promise<NumberedCase[]> {
  const like = `%${asked.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const counted = sql`f.operation_id = ${operationId}::uuid and f.ended_by is null and f.shared
    and f.state in ('submitted', 'verified')`;
  const rows = await tx.execute<NumberedCase>(sql`
    select id, max(case_no) as "caseNo" from (
      select f.id, f.message_no as no, null as case_no from seizure_facts f where ${counted} and f.message_no ilike ${like}
      union all
      select f.id, s.national_case_no, s.national_case_no from seizures s
      join seizure_facts f on ${counted} and f.id = s.id
      where s.operation_id = ${operationId}::uuid and s.ended_by is null and s.national_case_no ilike ${like}
        and s.id in (select search_seizures(${asked.toLowerCase()}))) n
    group by id
    order by bool_or(lower(no) = lower(${asked})) desc, min(length(no)), min(no), id limit ${limit}`);
  return [...rows];
}

/** Reports that a case is chosen for, as far as the reader sees them. */
export async function chosenReports(tx: Tx, operationId: Id, seizure: Id): Promise<Id[]> {
  const rows = await tx.execute<{ report: Id }>(sql`
    select report from (
      select distinct on (report_id) report_id as report, words from operation_report_highlights
      where operation_id = ${operationId}::uuid and seizure_id = ${seizure}::uuid order by report_id, version desc) newest
    where words <> ''`);
  return rows.map(({ report }) => report);
}

/** How much is asked of a contact point's agency, and how much of it nobody there has answered. */
export async function countAsked(tx: Tx): Promise<{ asked: number; waiting: number }> {
  const [row] = await tx.execute<{ asked: number; waiting: number }>(sql`
    select count(*)::int as asked, count(*) filter (where not answers @> jsonb_build_array(
      jsonb_build_object('agency', (select current_agency()))))::int as waiting
    from asked_highlights() where stands`);
  return row ?? { asked: 0, waiting: 0 };
}
