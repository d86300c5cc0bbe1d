import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { askedOf, chosenFor, chosenReports, countAsked } from "#db/queries/highlights.server.ts";
import type { World } from "#tests/support/world.ts";

const REPORT = "0190a000-0000-7000-8000-0000000f0001";
const CHOSEN = 200;

/** A report for which two hundred cases are chosen, half of them cleared by their owners, each with two versions. */
export async function choose({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into operation_reports (operation_id, id, kind, audience, title, begun_by)
    values (${operationId}, ${REPORT}, 'end_of_operation', 'participants', 'Report', gen_random_uuid())`;
  await owner`
    insert into operation_report_highlights (operation_id, report_id, seizure_id, version, words, audience, author_id, command_id)
    select ${operationId}, ${REPORT}, f.id, v.version, 'Said ' || v.version, 'participants', gen_random_uuid(), gen_random_uuid()
    from (select id from seizure_facts where operation_id = ${operationId} and ended_by is null and shared
      order by id limit ${CHOSEN}) f cross join generate_series(1, 2) as v(version)`;
  await owner`
    insert into operation_report_highlight_answers
      (operation_id, report_id, seizure_id, version, agency_id, number, answer, member_id, command_id)
    select h.operation_id, h.report_id, h.seizure_id, h.version, f.agency_id, 1, 'cleared', gen_random_uuid(), gen_random_uuid()
    from operation_report_highlights h
    join seizure_facts f on f.operation_id = h.operation_id and f.id = h.seizure_id and f.ended_by is null
    where h.version = 2 and h.seizure_id::text < '0190a000-0000-7000-8000-000000000064'`;
  await owner`analyze operation_report_highlights, operation_report_highlight_answers`;
}

export const OF_HIGHLIGHTS = {
  "cases chosen for a report": (tx: Tx) => chosenFor(tx, REPORT),
  "what is asked of an agency": async (tx: Tx) => [await askedOf(tx), await countAsked(tx)],
  "reports that a case is chosen for": (tx: Tx, { operationId }: Membership) =>
    chosenReports(tx, operationId, "0190a000-0000-7000-8000-000000000029"),
};
