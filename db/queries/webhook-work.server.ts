import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Fault, WebhookKind, WebhookState } from "../../app/domain/webhook.ts";
import type { Db } from "../client.server.ts";

/** A webhook that a worker has. */
export type TakenWebhook = {
  id: Id;
  operationId: Id | null;
  address: string;
  kinds: WebhookKind[];
  state: WebhookState;
  secretId: Id;
  secretCheck: string;
  /** Null when calls are signed with one secret alone. */
  previousId: Id | null;
};

/** What is written down of the work on webhooks: for the process alone, and for the worker that holds one. */
export type Holding = { db: Db; worker: Id; webhook: Id };

export async function takeWebhook(db: Db, worker: Id): Promise<TakenWebhook | null> {
  const [taken] = await db.execute<TakenWebhook>(sql`
    select id, operation_id as "operationId", address, to_json(kinds) as kinds, state, secret_id as "secretId",
      encode(secret_check, 'hex') as "secretCheck",
      case when previous_until > clock_timestamp() then previous_id end as "previousId"
    from take_webhook(${worker}::uuid)`);
  return taken ?? null;
}

export async function leaveWebhook({ db, worker, webhook }: Holding): Promise<void> {
  await db.execute(sql`select leave_webhook(${worker}::uuid, ${webhook}::uuid)`);
}

/** How far a stream was looked through; null for what is no stream of the feed, or another's by now. */
export async function cursorOf({ db, worker, webhook }: Holding, stream: Id): Promise<number | null> {
  const [row] = await db.execute<{ seq: string | null }>(sql`
    select webhook_cursor(${worker}::uuid, ${webhook}::uuid, ${stream}::uuid) as seq`);
  return row?.seq == null ? null : Number(row.seq);
}

export type Queued = { id: Id; seq: number; type: string; at: string };

/** Notes what is to be told of a stretch, once. False when another worker was there. */
export async function queueDeliveries(
  { db, worker, webhook }: Holding,
  { stream, after, upTo }: { stream: Id; after: number; upTo: number },
  items: readonly Queued[],
): Promise<boolean> {
  const [row] = await db.execute<{ queued: boolean }>(sql`
    select queue_deliveries(${worker}::uuid, ${webhook}::uuid, ${stream}::uuid, ${after}::bigint, ${upTo}::bigint,
      ${JSON.stringify(items)}::jsonb) as queued`);
  return row?.queued ?? false;
}

export async function noteLooked({ db, worker, webhook }: Holding, streams: readonly Id[]): Promise<void> {
  await db.execute(sql`
    select webhook_looked(${worker}::uuid, ${webhook}::uuid, ${`{${streams.join(",")}}`}::uuid[])`);
}

export type DueDelivery = {
  id: Id;
  operationId: Id | null;
  streamId: Id | null;
  seq: number | null;
  type: string;
  happenedAt: string;
  tries: number;
  asked: boolean;
};

export async function nextDelivery({ db, worker, webhook }: Holding): Promise<DueDelivery | null> {
  const [row] = await db.execute<DueDelivery>(sql`
    select id, operation_id as "operationId", stream_id as "streamId", seq::float8 as seq, type, tries, asked,
      to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "happenedAt"
    from next_delivery(${worker}::uuid, ${webhook}::uuid)`);
  return row ?? null;
}

/** The number of the call that begins; null when the webhook is another's by now, or has ended. */
export async function beginAttempt({ db, worker, webhook }: Holding, delivery: Id): Promise<number | null> {
  const [row] = await db.execute<{ n: number | null }>(sql`
    select begin_attempt(${worker}::uuid, ${webhook}::uuid, ${delivery}::uuid) as n`);
  return row?.n ?? null;
}

export type Ended = {
  n: number;
  asked: boolean;
  outcome: "delivered" | "failed" | "gone";
  ms: number;
  status: number | null;
  fault: Fault | null;
  /** Seconds until the next try; whether there is one. */
  wait: number;
  last: boolean;
};

export async function endAttempt({ db, worker, webhook }: Holding, delivery: Id, ended: Ended): Promise<void> {
  const { n, asked, outcome, ms, status, fault, wait, last } = ended;
  await db.execute(sql`
    select end_attempt(${worker}::uuid, ${webhook}::uuid, ${delivery}::uuid, ${n}::int, ${asked}, ${outcome}, ${ms}::int,
      ${status}::int, ${fault}, ${wait}::int, ${last})`);
}

export async function withholdDelivery({ db, worker, webhook }: Holding, delivery: Id): Promise<void> {
  await db.execute(sql`select withhold_delivery(${worker}::uuid, ${webhook}::uuid, ${delivery}::uuid)`);
}

export async function stopWebhook({ db, worker, webhook }: Holding, reason: "rights" | "secret"): Promise<void> {
  await db.execute(sql`select stop_webhook(${worker}::uuid, ${webhook}::uuid, ${reason})`);
}

/** Takes from the log what is older than thirty days. */
export async function sweepDeliveries(db: Db): Promise<void> {
  await db.execute(sql`select sweep_deliveries()`);
}
