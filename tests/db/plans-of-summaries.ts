import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { summariesOf } from "#db/queries/summaries.server.ts";
import type { World } from "#tests/support/world.ts";

/** Three versions of a summary of every sixth case or so; which ones follows from their ids. */
export async function summarise({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into narrative_summaries (operation_id, seizure_id, language, version, about_version, text, author_id)
    select s.operation_id, s.id, 'en', n, s.version, 'Two tusks in a crate.', s.author_id
    from (select * from seizures where operation_id = ${operationId} and ended_by is null order by id limit 50000) s
    cross join generate_series(1, 3) n`;
  await owner`analyze narrative_summaries`;
}

export const OF_SUMMARIES = {
  "summaries of a case": (tx: Tx, { operationId }: Membership) => summariesOf(tx, operationId, summarised(1)),
  "summaries of a late case": (tx: Tx, { operationId }: Membership) => summariesOf(tx, operationId, summarised(40_000)),
};

/** The cases are numbered from one on. */
function summarised(at: number): string {
  return `0190a000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`;
}
