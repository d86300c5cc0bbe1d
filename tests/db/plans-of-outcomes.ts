import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { casesToFollow, findOutcome, outcomesOf, outcomesToldBy } from "#db/queries/outcomes.server.ts";
import type { World } from "#tests/support/world.ts";

/** Two versions of an outcome of every sixth case or so; which ones follows from their ids. */
export async function tellMany({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into seizure_outcomes (operation_id, id, version, seizure_id, kind, on_day, said, reason, author_id, command_id)
    select s.operation_id, s.id, n, s.id, 'verdict', '2021-06-01', '{"kind": "verdict", "on": "2021-06-01"}',
      case n when 1 then '' else 'Better' end, s.author_id, gen_random_uuid()
    from (select * from seizures where operation_id = ${operationId} and ended_by is null order by id limit 50000) s
    cross join generate_series(1, 2) n`;
  await owner`analyze seizure_outcomes`;
}

export const OF_OUTCOMES = {
  "outcomes of a case": (tx: Tx, { operationId }: Membership) => outcomesOf(tx, operationId, numbered(40_000)),
  "the last version of an outcome": (tx: Tx, { operationId }: Membership) =>
    findOutcome(tx, operationId, { outcome: numbered(1), seizure: numbered(1) }),
};

/** By kind and agency, as known today: it reads all of them, and no row by itself. */
export async function addedUp(tx: Tx, { operationId, operation }: Membership) {
  const moment = { day: "2099-12-31", zone: operation.zone };
  await casesToFollow(tx, operationId, moment);
  return outcomesToldBy(tx, operationId, moment);
}

/** The cases are numbered from one on. */
function numbered(at: number): string {
  return `0190a000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`;
}
