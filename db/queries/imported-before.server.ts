import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { SeizureInput } from "../../app/domain/seizure.ts";
import type { Tx } from "../client.server.ts";
import { seizureFacts, seizureReports, seizures } from "../schema.ts";

/** What the own agency has under a national case number: a report on its way, or a seizure as it stands. */
export type Here = {
  id: Id;
  caseNo: string;
  state: string;
  input: SeizureInput | null;
  form: Record<string, string | string[]> | null;
  base: { facts: number; case: number } | null;
  version: number;
};

type Asked = { operationId: Id; agencyId: Id; caseNos: readonly string[]; ids: readonly Id[] };

/** What is here under these numbers, or under the ids that a file would give them. */
export async function hereAlready(tx: Tx, { operationId, agencyId, caseNos, ids }: Asked): Promise<Here[]> {
  const caseNo = sql<string>`coalesce(input ->> 'nationalCaseNo', form ->> 'nationalCaseNo')`;
  const [released, waiting] = await Promise.all([
    tx
      .select({
        id: seizures.id,
        caseNo: seizures.nationalCaseNo,
        input: seizures.input,
        version: seizures.version,
        facts: seizureFacts.version,
        state: seizureFacts.state,
      })
      .from(seizures)
      .innerJoin(
        seizureFacts,
        and(
          eq(seizureFacts.operationId, seizures.operationId),
          eq(seizureFacts.id, seizures.id),
          isNull(seizureFacts.endedBy),
        ),
      )
      .where(
        and(
          eq(seizures.operationId, operationId),
          eq(seizures.agencyId, agencyId),
          inArray(seizures.nationalCaseNo, [...caseNos]),
          isNull(seizures.endedBy),
        ),
      ),
    tx
      .select({
        id: seizureReports.id,
        caseNo: sql<string>`coalesce(${caseNo}, '')`,
        state: seizureReports.state,
        input: seizureReports.input,
        form: seizureReports.form,
        version: seizureReports.version,
      })
      .from(seizureReports)
      .where(
        and(
          eq(seizureReports.operationId, operationId),
          eq(seizureReports.agencyId, agencyId),
          or(
            and(
              inArray(seizureReports.state, ["draft", "in_clearance", "returned"]),
              sql`${caseNo} in ${[...caseNos]}`,
            ),
            and(inArray(seizureReports.id, [...ids]), inArray(seizureReports.state, ["discarded", "erased"])),
          ),
        ),
      ),
  ]);
  return [
    ...released.map(({ facts, ...row }) => ({ ...row, form: null, base: { facts, case: row.version } })),
    ...waiting.map((row) => ({ ...row, base: null })),
  ];
}
