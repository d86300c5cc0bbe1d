import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** A moment of a stream: its last number, and the hash of that event, by which two histories are told apart. */
export type Moment = { seq: number; hash: string | null };

export type Touched = {
  /** Hashes of the events at the earlier number and at the last one, as the reader's transaction sees them. */
  before: string | null;
  now: string | null;
  /** Seizures that events tell of after the earlier number, those included that have no number yet. */
  seizures: Id[];
  /** Events whose body is gone: nobody can say what they touched. */
  purged: number;
};

/** No event has a number beyond it. */
const LAST = "9223372036854775807";

/**
 * What has happened in a stream since a number. A plan that is kept for any number takes what lies after one to be a third
 * of all events, and what lies between two to be few, as it nearly always is; bodies are looked up one by one then.
 */
export async function touchedSince(tx: Tx, stream: Id, since: number, head: number): Promise<Touched> {
  type Row = Omit<Touched, "before" | "now"> & { hashes: Record<string, string | null> | null };
  const [row] = await tx.execute<Row>(sql`
    with found as materialized (
      select id, seq, hash from events where stream_id = ${stream}::uuid
        and seq >= least(${since}::bigint, ${head}::bigint) and seq <= ${LAST}::bigint
      union all select id, null, null from events where stream_id = ${stream}::uuid and seq is null),
    told as materialized (
      select (select b.body from event_bodies b where b.event_id = f.id) as body
      from found f where f.seq is null or f.seq > ${since}::bigint)
    select
      (select json_object_agg(seq, encode(hash, 'hex')) from found where seq in (${since}::bigint, ${head}::bigint)) as hashes,
      coalesce(json_agg(distinct (body::jsonb ->> 'seizure')::uuid) filter (where body::jsonb ? 'seizure'), '[]') as seizures,
      count(*) filter (where body is null)::int as purged
    from told`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  const { hashes, seizures, purged } = row;
  return { before: hashes?.[since] ?? null, now: hashes?.[head] ?? null, seizures, purged };
}

/** Whether what was kept at an earlier moment can be gone on from. After a restored backup numbers may match, hashes not. */
export function isSameHistory(kept: Moment, { before, purged }: Touched, head: number): boolean {
  return head >= kept.seq && before === kept.hash && purged === 0;
}
