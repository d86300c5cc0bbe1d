import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import { TEST, type WebhookInput } from "../../app/domain/webhook.ts";
import type { Tx } from "../client.server.ts";
import { webhookDeliveries, webhooks } from "../schema.ts";

type NewWebhook = Omit<WebhookInput, "reach"> & {
  id: Id;
  readerHash: Buffer;
  everywhere: boolean;
  secretId: Id;
  secretCheck: Buffer;
};

/** Answers why it was not made, or 'made'. */
export async function insertWebhook(tx: Tx, of: NewWebhook): Promise<"made" | "unknown" | "scope" | "reach" | "many"> {
  const kinds = `{${of.kinds.join(",")}}`;
  const [row] = await tx.execute<{ answer: "made" | "unknown" | "scope" | "reach" | "many" }>(sql`
    select make_webhook(${of.id}, ${of.readerHash}, ${of.keyId}, ${of.label}, ${of.address}, ${kinds}::text[],
      ${of.everywhere}, ${of.secretId}, ${of.secretCheck}) as answer`);
  return row?.answer ?? "unknown";
}

type Rotated = { webhook: Id; secretId: Id; secretCheck: Buffer; overlapHours: number };

export async function rotateWebhookSecret(tx: Tx, { webhook, secretId, secretCheck, overlapHours }: Rotated) {
  return changed(tx, sql`rotate_webhook(${webhook}, ${secretId}, ${secretCheck}, ${overlapHours})`);
}

export const stopSending = (tx: Tx, webhook: Id) => changed(tx, sql`pause_webhook(${webhook})`);
export const goOnSending = (tx: Tx, webhook: Id) => changed(tx, sql`resume_webhook(${webhook})`);
export const dropWebhook = (tx: Tx, webhook: Id) => changed(tx, sql`drop_webhook(${webhook})`);
export const askAgain = (tx: Tx, webhook: Id, delivery: Id) =>
  changed(tx, sql`ask_delivery(${webhook}, ${delivery}, null)`);
export const askTest = (tx: Tx, webhook: Id, delivery: Id) =>
  changed(tx, sql`ask_delivery(${webhook}, ${delivery}, ${TEST})`);

async function changed(tx: Tx, call: SQL): Promise<boolean> {
  const [row] = await tx.execute<{ changed: boolean }>(sql`select ${call} as changed`);
  return row?.changed ?? false;
}

/** Webhooks of the bearer's agency, the oldest first, with how many wait and how the last call ended. */
export async function listWebhooks(tx: Tx) {
  const waiting = sql<number>`(select count(*)::int from webhook_deliveries d where d.webhook_id = webhooks.id and d.state = 'waiting' and d.seq is not null)`;
  return tx
    .select({
      ...{ id: webhooks.id, keyId: webhooks.keyId, operationId: webhooks.operationId, label: webhooks.label },
      ...{ address: webhooks.address, kinds: webhooks.kinds, state: webhooks.state, reason: webhooks.reason },
      ...{ madeAt: webhooks.madeAt, changedAt: webhooks.changedAt, previousUntil: webhooks.previousUntil },
      ...{ lastAt: webhooks.lastAt, lastStatus: webhooks.lastStatus, lastFault: webhooks.lastFault },
      waiting,
    })
    .from(webhooks)
    .orderBy(webhooks.madeAt, webhooks.id);
}

/** Those of the bearer's agency that stopped by themselves: somebody has to look. */
export async function stoppedWebhooks(tx: Tx) {
  return tx
    .select({ id: webhooks.id, label: webhooks.label, reason: webhooks.reason })
    .from(webhooks)
    .where(sql`${webhooks.state} <> 'active' and ${webhooks.reason} <> 'asked'`)
    .orderBy(webhooks.changedAt);
}

export type LoggedCall = { n: number; at: string; ms: number | null; status: number | null; fault: string | null };

/** The log of one webhook, the newest first; `before` is the place of the last that was shown. */
export async function listDeliveries(tx: Tx, webhook: Id, before: number | null, limit: number) {
  const of = eq(webhookDeliveries.webhookId, webhook);
  const calls = sql<LoggedCall[]>`(
    select coalesce(json_agg(json_build_object('n', a.n, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'ms', a.ms, 'status', a.status, 'fault', a.fault) order by a.n desc), '[]')
    from webhook_attempts a where a.delivery_id = webhook_deliveries.id)`;
  return tx
    .select({
      ...{ id: webhookDeliveries.id, place: webhookDeliveries.place, type: webhookDeliveries.type },
      ...{ seq: webhookDeliveries.seq, operationId: webhookDeliveries.operationId, state: webhookDeliveries.state },
      ...{ happenedAt: webhookDeliveries.happenedAt, nextAt: webhookDeliveries.nextAt },
      ...{ askedAt: webhookDeliveries.askedAt, calls },
    })
    .from(webhookDeliveries)
    .where(before === null ? of : and(of, lt(webhookDeliveries.place, before)))
    .orderBy(desc(webhookDeliveries.place))
    .limit(limit);
}
