import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Id } from "../../app/domain/id.ts";
import type { Channel } from "../../app/domain/seizure-form/behalf.ts";
import type { Tx } from "../client.server.ts";
import { agencyUnits, onBehalf, seizureReports } from "../schema.ts";

/** The number that the informant was told, where a report was entered for a post and the reader may know of it. */
export async function receiptToldFor(tx: Tx, operationId: Id, id: Id): Promise<string | undefined> {
  const [row] = await tx
    .select({ receipt: onBehalf.receipt })
    .from(onBehalf)
    .where(and(eq(onBehalf.operationId, operationId), eq(onBehalf.seizureId, id)));
  return row?.receipt;
}

/** By whom something was done, by name; the member is one of the entry's own. */
function nameOf(column: PgColumn) {
  return sql<string | null>`(select p.name from members m join persons p on p.id = m.person_id
    where m.operation_id = ${onBehalf.operationId} and m.id = ${column})`;
}

/** On whose behalf a report was entered, and what the post says of it, for the own agency's people alone. */
export async function entryOf(tx: Tx, operationId: Id, id: Id) {
  const [entry] = await tx
    .select({
      agencyId: onBehalf.agencyId,
      unitId: onBehalf.unitId,
      unit: agencyUnits.name,
      informant: onBehalf.informant,
      channel: sql<Channel>`${onBehalf.channel}`,
      cameAt: onBehalf.cameAt,
      enteredBy: nameOf(onBehalf.enteredBy),
      receipt: onBehalf.receipt,
      confirmedBy: nameOf(onBehalf.confirmedBy),
      confirmedAt: onBehalf.confirmedAt,
      objection: onBehalf.objection,
      objectedBy: nameOf(onBehalf.objectedBy),
      objectedAt: onBehalf.objectedAt,
    })
    .from(onBehalf)
    .innerJoin(agencyUnits, eq(agencyUnits.id, onBehalf.unitId))
    .where(and(eq(onBehalf.operationId, operationId), eq(onBehalf.seizureId, id)));
  return entry;
}

/** Entries that nobody has confirmed yet: the reader's unit is asked, or has said what is wrong. */
export async function openEntries(tx: Tx, operationId: Id) {
  return tx
    .select({
      seizureId: onBehalf.seizureId,
      unit: agencyUnits.name,
      receipt: onBehalf.receipt,
      enteredAt: onBehalf.enteredAt,
      enteredBy: nameOf(onBehalf.enteredBy),
      objection: onBehalf.objection,
      objectedAt: onBehalf.objectedAt,
    })
    .from(onBehalf)
    .innerJoin(agencyUnits, eq(agencyUnits.id, onBehalf.unitId))
    .innerJoin(
      seizureReports,
      and(eq(seizureReports.operationId, onBehalf.operationId), eq(seizureReports.id, onBehalf.seizureId)),
    )
    .where(
      and(eq(onBehalf.operationId, operationId), isNull(onBehalf.confirmedAt), ne(seizureReports.state, "discarded")),
    )
    .orderBy(asc(onBehalf.enteredAt));
}
