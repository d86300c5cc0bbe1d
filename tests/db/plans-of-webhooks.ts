import postgres from "postgres";
import type { Db, Tx } from "#db/client.server.ts";
import { beginAttempt, leaveWebhook, nextDelivery, takeWebhook } from "#db/queries/webhook-work.server.ts";
import { listDeliveries, listWebhooks, stoppedWebhooks } from "#db/queries/webhooks.server.ts";
import { agencyOf, type World } from "#tests/support/world.ts";

/** The one that is called, and how much is in the log of all. */
const WEBHOOK = "0190e000-0000-7000-8000-000000000001";
const [WEBHOOKS, DELIVERIES] = [300, 90_000];

/** Webhooks of VN-CUS and TH-CUS with a month's log: every third call is of the first one. */
export async function makeManyDeliveries(world: World): Promise<void> {
  const sql = postgres(world.database.superUrl, { max: 1, onnotice: () => {} });
  const [vn, th] = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")];
  const idOf = sql`('0190e000-0000-7000-8000-' || lpad(to_hex(case when n % 3 = 0 then 1 else 1 + n % ${WEBHOOKS}::int end), 12, '0'))::uuid`;
  try {
    await sql`set session_replication_role = replica`;
    await sql`
      insert into webhooks (id, agency_id, key_id, operation_id, label, address, kinds, secret_id, secret_check, made_by,
        made_at, state, reason, due_at)
      select ('0190e000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        case when n % 2 = 1 then ${vn.id}::uuid else ${th.id}::uuid end, gen_random_uuid(), ${world.operationId}::uuid,
        'Cases', 'https://receiver.example/' || n, '{seizure}', gen_random_uuid(), '\\x00', gen_random_uuid(),
        now() - n * interval '1 hour', case when n % 7 = 0 then 'paused' else 'active' end,
        case when n % 7 = 0 then 'failing' else '' end, now() - (400 - n) * interval '1 second'
      from generate_series(1, ${WEBHOOKS}::int) as n`;
    await sql`
      insert into webhook_deliveries (id, webhook_id, operation_id, stream_id, seq, type, happened_at, state, ended_at)
      select gen_random_uuid(), ${idOf}, ${world.operationId}::uuid, s.id, n, 'seizure.released',
        now() - (${DELIVERIES}::int - n) * interval '20 seconds',
        case when n > ${DELIVERIES}::int * 0.98 then 'waiting' else 'delivered' end,
        case when n <= ${DELIVERIES}::int * 0.98 then now() - (${DELIVERIES}::int - n) * interval '20 seconds' end
      from generate_series(1, ${DELIVERIES}::int) as n,
        (select id from streams where operation_id = ${world.operationId}::uuid and kind = 'operation') s`;
    await sql`
      insert into webhook_attempts (delivery_id, n, at, ms, status)
      select id, 1, happened_at, 80, 200 from webhook_deliveries where state = 'delivered'`;
    for (const table of ["webhooks", "webhook_deliveries", "webhook_attempts"]) await sql`vacuum analyze ${sql(table)}`;
  } finally {
    await sql.end();
  }
}

/** What a worker asks around one call. */
export async function workOfOneCall(db: Db): Promise<void> {
  const worker = crypto.randomUUID();
  const taken = await takeWebhook(db, worker);
  if (!taken) throw new Error("nothing to send");
  const holding = { db, worker, webhook: taken.id };
  const due = await nextDelivery(holding);
  if (!due) throw new Error("nothing is due");
  await beginAttempt(holding, due.id);
  await leaveWebhook(holding);
}

/** What the pages of webhooks ask. */
export async function logOfCalls(tx: Tx): Promise<void> {
  const [webhooks, newest, older] = [
    await listWebhooks(tx),
    await listDeliveries(tx, WEBHOOK, null, 50),
    await listDeliveries(tx, WEBHOOK, 40_000, 50),
  ];
  await stoppedWebhooks(tx);
  if (webhooks.length < 100 || newest.length < 50 || older.length < 50) throw new Error("a log that is not long");
}
