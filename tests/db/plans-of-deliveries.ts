import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { deliveriesOfSeizure, deliveriesOfTally } from "#db/queries/deliveries.server.ts";
import type { World } from "#tests/support/world.ts";

const DAYS = 180;

/** What devices of every agency had kept: a hundred tallies of each day of half a year. */
export async function deliver({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into commands (agency_id, id, person_id, kind, request_hash, outcome)
    select p.agency_id, gen_random_uuid(), p.person_id, 'tally.post', '\\x00',
      jsonb_build_object((current_date - n % ${DAYS})::text, '1')
    from (select distinct on (agency_id) agency_id, person_id from members where operation_id = ${operationId}) p
    cross join generate_series(1, 18000) n`;
  await owner`
    insert into deliveries (agency_id, command_id, operation_id, person_id, seizure_id, wrote_at, sent_at, received_at)
    select agency_id, id, ${operationId}, person_id, id, now(), now(), (select min(key) from jsonb_object_keys(outcome) key)::date
    from commands where kind = 'tally.post' and request_hash = '\\x00'`;
  await owner`analyze commands, deliveries`;
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

export const OF_DELIVERIES = {
  "deliveries of a seizure": (tx: Tx, { operationId }: Membership) =>
    deliveriesOfSeizure(tx, operationId, "0190a000-0000-7000-8000-000000000001"),
  "deliveries of yesterday's tally": (tx: Tx, { operationId, agencyId }: Membership) =>
    deliveriesOfTally(tx, operationId, { agencyId, day: day(1) }),
};
