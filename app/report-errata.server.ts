import type { Tx } from "#db/client.server.ts";
import type { Edition } from "#db/queries/operation-reports.server.ts";
import { errataOf } from "#db/queries/report-errata.server.ts";
import type { Erratum } from "./components/operation-report/beside-types.ts";

/** What was found wrong in a version, in the order in which it came, each with its withdrawal where it has one. */
export async function errataOfEdition(tx: Tx, { operationId, reportId, number }: Edition): Promise<Erratum[]> {
  const rows = await errataOf(tx, operationId, reportId, number);
  const back = new Map(rows.flatMap((row) => (row.withdraws ? [[row.withdraws, row] as const] : [])));
  return rows
    .filter(({ withdraws }) => withdraws === null)
    .map(({ id, section, line, said, correct, reason, author, at }) => {
      const taken = back.get(id);
      return {
        ...{ id, section, line, said, correct, reason, author, at: at.toISOString() },
        withdrawn: taken ? { reason: taken.reason, author: taken.author, at: taken.at.toISOString() } : null,
      };
    });
}
