import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { Delivery, DeviceTimes } from "../../app/domain/outbox/clock.ts";
import type { Tx } from "../client.server.ts";
import { deliveries } from "../schema.ts";
import type { Self } from "./acting.server.ts";

type Kept = { operationId: Id; commandId: Id; seizureId: Id | null; device: DeviceTimes };

/** Notes how a command came in that a device had kept. */
export async function addDelivery(tx: Tx, { person }: Self, { device, ...kept }: Kept): Promise<void> {
  const times = { wroteAt: new Date(device.wroteAt), sentAt: new Date(device.sentAt) };
  await tx.insert(deliveries).values({ ...kept, ...times, agencyId: person.agencyId, personId: person.id });
}

type Row = { kind: string; wroteAt: string; sentAt: string; receivedAt: string; by: string };

const WHAT = [
  ["attachment.", "file"],
  ["tally.", "tally"],
] as const;

/** Deliveries of the reader's own agency, for those of it who report and clear; the oldest first. */
async function deliveriesWhere(tx: Tx, operationId: Id, wanted: SQL): Promise<Delivery[]> {
  const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  const rows = await tx.execute<Row>(sql`
    select c.kind, ${iso("d.wrote_at")} as "wroteAt", ${iso("d.sent_at")} as "sentAt",
      ${iso("d.received_at")} as "receivedAt", p.name as by
    from deliveries d
      join commands c on c.agency_id = d.agency_id and c.id = d.command_id
      join persons p on p.id = d.person_id
    where d.operation_id = ${operationId} and ${wanted}
    order by d.received_at`);
  return rows.map(({ kind, ...row }) => ({
    ...row,
    what: WHAT.find(([start]) => kind.startsWith(start))?.[1] ?? "report",
  }));
}

/** What came of a seizure from devices that had kept it. */
export function deliveriesOfSeizure(tx: Tx, operationId: Id, seizure: Id): Promise<Delivery[]> {
  return deliveriesWhere(tx, operationId, sql`d.seizure_id = ${seizure}`);
}

/** The same of an agency's tally of a day. */
export function deliveriesOfTally(
  tx: Tx,
  operationId: Id,
  { agencyId, day }: { agencyId: Id; day: LocalDate },
): Promise<Delivery[]> {
  const received = sql`d.agency_id = ${agencyId} and d.received_at > ${day}::date - 1`;
  return deliveriesWhere(tx, operationId, sql`${received} and c.kind = 'tally.post' and c.outcome ? ${day}`);
}
