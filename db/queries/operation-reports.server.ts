import { and, desc, eq, getTableColumns, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { ReportText } from "../../app/domain/operation-report/report-text.ts";
import type { Tx } from "../client.server.ts";
import {
  members,
  operationReportEditions,
  operationReportReckonings,
  operationReports,
  operationReportTexts,
  persons,
} from "../schema.ts";

export type OperationReport = typeof operationReports.$inferSelect;
export type Reckoning = typeof operationReportReckonings.$inferSelect;
export type Edition = typeof operationReportEditions.$inferSelect;
/** An edition in a list: all but what is in it. */
export type EditionLine = Omit<Edition, "texts" | "results" | "highlights" | "rules">;

/** Reports that are written, those put aside last; with the number of their editions. */
export async function listReports(tx: Tx, operationId: Id) {
  const { reportId, number } = operationReportEditions;
  return tx
    .select({
      report: operationReports,
      by: persons.name,
      editions: sql<number>`(select count(${number})::int from ${operationReportEditions}
        where ${operationReportEditions.operationId} = ${operationReports.operationId} and ${reportId} = ${operationReports.id})`,
    })
    .from(operationReports)
    .leftJoin(members, ofMember(operationReports.begunBy))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(eq(operationReports.operationId, operationId))
    .orderBy(desc(isNull(operationReports.droppedAt)), desc(operationReports.begunAt), operationReports.id);
}

const ofMember = (id: typeof operationReports.begunBy | typeof operationReportTexts.authorId): SQL | undefined =>
  and(eq(members.operationId, sql`current_operation()`), eq(members.id, id));

export async function findReport(tx: Tx, operationId: Id, id: Id): Promise<OperationReport | null> {
  const mine = and(eq(operationReports.operationId, operationId), eq(operationReports.id, id));
  const [row] = await tx.select().from(operationReports).where(mine);
  return row ?? null;
}

export type SectionText = { section: string; version: number; body: ReportText; author: string | null; at: Date };

/** The newest text of each section. */
export async function textsOf(tx: Tx, operationId: Id, reportId: Id): Promise<SectionText[]> {
  const { section, version, body, at, authorId } = operationReportTexts;
  return tx
    .selectDistinctOn([section], { section, version, body, at, author: persons.name })
    .from(operationReportTexts)
    .leftJoin(members, ofMember(authorId))
    .leftJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(operationReportTexts.operationId, operationId), eq(operationReportTexts.reportId, reportId)))
    .orderBy(section, desc(version));
}

/** The figures that stand in the draft. */
export async function lastReckoning(tx: Tx, operationId: Id, reportId: Id): Promise<Reckoning | null> {
  const [row] = await tx
    .select()
    .from(operationReportReckonings)
    .where(
      and(eq(operationReportReckonings.operationId, operationId), eq(operationReportReckonings.reportId, reportId)),
    )
    .orderBy(desc(operationReportReckonings.number))
    .limit(1);
  return row ?? null;
}

const {
  texts: _texts,
  results: _results,
  highlights: _highlights,
  rules: _rules,
  ...LISTED
} = getTableColumns(operationReportEditions);

/** Frozen versions of one report that the reader may read, the newest first. */
export async function editionsOf(tx: Tx, operationId: Id, reportId: Id): Promise<EditionLine[]> {
  return tx
    .select(LISTED)
    .from(operationReportEditions)
    .where(and(eq(operationReportEditions.operationId, operationId), eq(operationReportEditions.reportId, reportId)))
    .orderBy(desc(operationReportEditions.number));
}

/** What is published and for the reader, the latest first. */
export async function publishedReports(tx: Tx, operationId: Id): Promise<EditionLine[]> {
  return tx
    .select(LISTED)
    .from(operationReportEditions)
    .where(and(eq(operationReportEditions.operationId, operationId), isNotNull(operationReportEditions.publishedAt)))
    .orderBy(desc(operationReportEditions.publishedAt), operationReportEditions.reportId);
}

export async function findEdition(tx: Tx, operationId: Id, reportId: Id, number: number): Promise<Edition | null> {
  const [row] = await tx
    .select()
    .from(operationReportEditions)
    .where(
      and(
        eq(operationReportEditions.operationId, operationId),
        eq(operationReportEditions.reportId, reportId),
        eq(operationReportEditions.number, number),
      ),
    );
  return row ?? null;
}
