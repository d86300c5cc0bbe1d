import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { CaseMark, CenLayoutName } from "../../app/domain/cen/mapping.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { administrations, agencies, caseExportRows, caseExports, persons, seizureFacts, seizures } from "../schema.ts";

export type CaseExport = typeof caseExports.$inferSelect;
export type CaseExportRow = typeof caseExportRows.$inferSelect;
type Key = { operationId: Id; id: Id };
type Owner = { operationId: Id; agencyId: Id };

const isExport = ({ operationId, id }: Key) => and(eq(caseExports.operationId, operationId), eq(caseExports.id, id));
const ofExport = ({ operationId, id }: Key) =>
  and(eq(caseExportRows.operationId, operationId), eq(caseExportRows.exportId, id));

/** One after the other: whoever begins a workbook of this agency and layout waits for who was first. */
export async function waitForTurn(tx: Tx, { operationId, agencyId }: Owner, layout: CenLayoutName): Promise<void> {
  const words = `case export ${operationId} ${agencyId} ${layout}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${words}, 0))`);
}

/** Makes the export unless its id is taken. */
export async function addExport(tx: Tx, values: Omit<typeof caseExports.$inferInsert, "number">): Promise<boolean> {
  const { operationId, agencyId, layout } = values;
  const last = sql<number>`(select coalesce(max(e.number), 0) + 1 from case_exports e
    where e.operation_id = ${operationId} and e.agency_id = ${agencyId} and e.layout = ${layout})`;
  const added = await tx
    .insert(caseExports)
    .values({ ...values, number: last as SQL<number> & number })
    .onConflictDoNothing({ target: [caseExports.operationId, caseExports.id] })
    .returning({ id: caseExports.id });
  return added.length > 0;
}

export async function findExport(tx: Tx, key: Key): Promise<CaseExport | undefined> {
  const [found] = await tx.select().from(caseExports).where(isExport(key));
  return found;
}

/** The same, held until the end of the transaction; one that is finished is not there any more. */
export async function lockExport(tx: Tx, key: Key): Promise<CaseExport | undefined> {
  const [found] = await tx
    .select()
    .from(caseExports)
    .where(and(isExport(key), inArray(caseExports.state, ["cases", "withdrawn"])))
    .for("update");
  return found;
}

/** The export of this layout that the agency has not finished. */
export async function openExport(tx: Tx, { operationId, agencyId }: Owner, layout: CenLayoutName) {
  const [found] = await tx
    .select({ id: caseExports.id })
    .from(caseExports)
    .where(
      and(
        eq(caseExports.operationId, operationId),
        eq(caseExports.agencyId, agencyId),
        eq(caseExports.layout, layout),
        inArray(caseExports.state, ["cases", "withdrawn"]),
      ),
    );
  return found ?? null;
}

export type Far = Pick<CaseExport, "state" | "after" | "seen" | "counts" | "endedAt">;

export async function changeExport(tx: Tx, key: Key, values: Partial<Far>): Promise<void> {
  await tx.update(caseExports).set(values).where(isExport(key));
}

export async function addExportRows(tx: Tx, rows: (typeof caseExportRows.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(caseExportRows).values(rows);
}

/** What of an agency is handed out: released, counted by others, and as it stands now. */
const handable = ({ operationId, agencyId }: Owner) =>
  and(
    eq(seizures.operationId, operationId),
    eq(seizures.agencyId, agencyId),
    isNull(seizures.endedBy),
    eq(seizures.shared, true),
    inArray(seizureFacts.state, ["submitted", "verified"]),
  );
const currentFact = and(
  eq(seizureFacts.operationId, seizures.operationId),
  eq(seizureFacts.id, seizures.id),
  isNull(seizureFacts.endedBy),
);

export async function countHandable(tx: Tx, owner: Owner): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(seizures)
    .innerJoin(seizureFacts, currentFact)
    .where(handable(owner));
  return row?.n ?? 0;
}

/** The next cases by their national numbers. */
export async function handableAfter(tx: Tx, owner: Owner, after: string, limit: number) {
  return tx
    .select({
      id: seizures.id,
      caseNo: seizures.nationalCaseNo,
      version: seizures.version,
      input: seizures.input,
      messageNo: seizureFacts.messageNo,
    })
    .from(seizures)
    .innerJoin(seizureFacts, currentFact)
    .where(and(handable(owner), gt(seizures.nationalCaseNo, after)))
    .orderBy(asc(seizures.nationalCaseNo))
    .limit(limit);
}

export type LastHanded = {
  id: Id;
  mark: CaseMark;
  version: number;
  caseNo: string;
  headings: string[];
  cells: string[][];
};

const LAST = sql`
  select distinct on (r.seizure_id) r.seizure_id as id, r.mark, r.version, r.case_no as "caseNo",
    e.shape -> 'headings' as headings, r.cells
  from case_export_rows r
  join case_exports e on e.operation_id = r.operation_id and e.id = r.export_id and e.state = 'done'`;

/** What was handed out of these cases last in this layout. */
export async function lastHanded(tx: Tx, { operationId, agencyId }: Owner, layout: CenLayoutName, ids: readonly Id[]) {
  if (ids.length === 0) return [];
  return tx.execute<LastHanded>(sql`${LAST} and e.layout = ${layout}
    where r.operation_id = ${operationId} and r.agency_id = ${agencyId} and r.seizure_id in ${[...ids]}
    order by r.seizure_id, e.number desc`);
}

/** The next cases that were ever handed out, by id, each as it was last; what was erased says nothing any more. */
export async function handedAfter(
  tx: Tx,
  { operationId, agencyId }: Owner,
  layout: CenLayoutName,
  after: string,
  limit: number,
) {
  const from = after === "" ? sql`` : sql`and r.seizure_id > ${after}::uuid`;
  return tx.execute<LastHanded>(sql`${LAST} and e.layout = ${layout}
    where r.operation_id = ${operationId} and r.agency_id = ${agencyId} ${from}
    order by r.seizure_id, e.number desc limit ${limit}`);
}

/** Which of these are handed out now; the others were withdrawn, merged, held back or erased. */
export async function handableAmong(tx: Tx, owner: Owner, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: seizures.id })
    .from(seizures)
    .innerJoin(seizureFacts, currentFact)
    .where(and(handable(owner), inArray(seizures.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** An agency's exports, the latest first. */
export async function listExports(tx: Tx, { operationId, agencyId }: Owner, limit: number) {
  const { id, layout, number, scope, madeAt, state, seen, expected, counts, endedAt } = caseExports;
  return tx
    .select({ id, layout, number, scope, madeAt, state, seen, expected, counts, endedAt, by: persons.name })
    .from(caseExports)
    .leftJoin(persons, eq(persons.id, caseExports.personId))
    .where(and(eq(caseExports.operationId, operationId), eq(caseExports.agencyId, agencyId)))
    .orderBy(desc(caseExports.madeAt))
    .limit(limit);
}

type Page = { mark: CaseMark | null; after: number; limit: number };

/** Cases of an export in the order of the workbook, those of one mark alone where it is named. */
export async function exportRows(tx: Tx, key: Key, { mark, after, limit }: Page): Promise<CaseExportRow[]> {
  return tx
    .select()
    .from(caseExportRows)
    .where(
      and(ofExport(key), gt(caseExportRows.place, after), mark === null ? undefined : eq(caseExportRows.mark, mark)),
    )
    .orderBy(asc(caseExportRows.place))
    .limit(limit);
}

/** The last place that is taken in the workbook; -1 for none. */
export async function lastPlace(tx: Tx, key: Key): Promise<number> {
  const [row] = await tx
    .select({ place: sql<number>`coalesce(max(${caseExportRows.place}), -1)::int` })
    .from(caseExportRows)
    .where(ofExport(key));
  return row?.place ?? -1;
}

/** What an agency is called, and its administration. */
export async function agencyNamed(tx: Tx, agencyId: Id) {
  const [found] = await tx
    .select({ name: agencies.name, administration: administrations.name })
    .from(agencies)
    .innerJoin(administrations, eq(administrations.id, agencies.administrationId))
    .where(eq(agencies.id, agencyId));
  return found ?? null;
}
