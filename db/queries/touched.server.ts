import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** A moment of a stream: its last number, and the hash of that event, by which two histories are told apart. */
export type Moment = { seq: number; hash: string | null };

export type Touched = {
  /** Hashes of the events at the earlier number and at the last one, as the reader's transaction sees them. */
  then: string | null;
  now: string | null;
  /** Seizures that events tell of after the earlier number, those included that have no number yet. */
  seizures: Id[];
  /** Events whose body is gone: nobody can say what they touched. */
  purged: number;
};

/** What has happened in a stream since a number. */
export async function touchedSince(tx: Tx, stream: Id, since: number, head: number): Promise<Touched> {
  const hashAt = (seq: number) =>
    sql`(select encode(hash, 'hex') from events where stream_id = ${stream}::uuid and seq = ${seq}::bigint)`;
  const [row] = await tx.execute<Touched>(sql`
    select ${hashAt(since)} as then, ${hashAt(head)} as now,
      coalesce(json_agg(distinct (b.body::jsonb ->> 'seizure')::uuid)
        filter (where b.body::jsonb ? 'seizure'), '[]') as seizures,
      count(*) filter (where b.body is null)::int as purged
    from (select id from events where stream_id = ${stream}::uuid and seq > ${since}::bigint
      union all select id from events where stream_id = ${stream}::uuid and seq is null) e
    left join event_bodies b on b.event_id = e.id`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  return row;
}

/** Whether what was kept at an earlier moment can be gone on from. After a restored backup numbers may match, hashes not. */
export function isSameHistory(kept: Moment, { then, purged }: Touched, head: number): boolean {
  return head >= kept.seq && then === kept.hash && purged === 0;
}
