import { sql } from "drizzle-orm";
import { type ReportTaking, TAKEN_FORMS, takingOf } from "../../app/domain/operation-report/report-forms.ts";
import type { Tx } from "../client.server.ts";

/** Who took a frozen version away, and in which form, the last first: for leads and the coordination unit. */
export async function takingsOf(tx: Tx, named: { report: string; number: number }): Promise<ReportTaking[]> {
  const forms = new Map(TAKEN_FORMS.map((form) => [takingOf(named, form), form]));
  const rows = await tx.execute<{ subject: string; person: string; agency: string; at: string }>(sql`
    select subject, person, agency, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from report_takings(${`{${[...forms.keys()].join(",")}}`}::text[])`);
  return rows.flatMap(({ subject, ...row }) => {
    const form = forms.get(subject);
    return form ? [{ form, ...row }] : [];
  });
}
