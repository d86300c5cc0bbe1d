import { and, eq, isNull } from "drizzle-orm";
import type { Membership } from "#db/queries/acting.server.ts";
import { addSeizureRows } from "#db/queries/seizure-rows.server.ts";
import { seizureAudiences, seizureFacts, seizureNominal, seizures } from "#db/schema.ts";
import type { Action } from "../domain/access.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { NO_NAMES, Nominal } from "../domain/seizure.ts";
import { type NominalKeys, namedTo } from "./release.server.ts";
import { type Change, mustBeAllowed } from "./write.server.ts";

export type Fact = typeof seizureFacts.$inferSelect;
export type Case = typeof seizures.$inferSelect;
type NominalRow = typeof seizureNominal.$inferSelect;
type Versioned = typeof seizureFacts | typeof seizures | typeof seizureNominal;
export type Current = { fact: Fact; kase: Case; nominal: NominalRow | undefined };

/**
 * The seizure, if this member may change it so: what one may not see is unknown, what one may see but not change is
 * refused. Its rows are locked in one order, so that two changes cannot cross.
 */
export async function changeable(change: Change, id: Id, action: Action): Promise<Current & { member: Membership }> {
  const { tx, self } = change;
  const operationId = self.member?.operationId ?? id;
  const currentRow = <T extends Versioned>(table: T) =>
    and(eq(table.operationId, operationId), eq(table.id, id), isNull(table.endedBy));
  const [seen] = await tx.select().from(seizureFacts).where(currentRow(seizureFacts));
  if (!seen) throw new Problem("not-found", "seizure.unknown");
  const member = mustBeAllowed(self, action, seen);
  const lockFact = () => tx.select().from(seizureFacts).where(currentRow(seizureFacts)).for("update");
  // Whoever waited for another change finds the row ended; the second look finds its successor.
  const [fact] = [...(await lockFact()), ...(await lockFact())];
  const [kase] = await tx.select().from(seizures).where(currentRow(seizures)).for("update");
  if (!fact || !kase) throw new Problem("stale", "seizure.stale");
  const [nominal] = await tx.select().from(seizureNominal).where(currentRow(seizureNominal)).for("update");
  return { fact, kase, nominal, member };
}

export async function end({ tx, self }: Change, table: Versioned, id: Id, endedBy: Id) {
  const operationId = self.member?.operationId ?? id;
  await tx
    .update(table)
    .set({ endedBy })
    .where(and(eq(table.operationId, operationId), eq(table.id, id), isNull(table.endedBy)));
}

/** Rights are today's: every version of the case moves to the new list, and the list's own history keeps the old one. */
export async function renewAudience({ tx }: Change, kase: Case, audienceId: Id, begunBy: Id) {
  const { operationId, id, agencyId, unitId } = kase;
  const mine = and(eq(seizureAudiences.operationId, operationId), eq(seizureAudiences.seizureId, id));
  const rows = await tx.select({ version: seizureAudiences.version }).from(seizureAudiences).where(mine);
  await tx
    .update(seizureAudiences)
    .set({ endedBy: begunBy })
    .where(and(mine, isNull(seizureAudiences.endedBy)));
  await tx.insert(seizureAudiences).values({
    operationId,
    seizureId: id,
    version: Math.max(0, ...rows.map((row) => row.version)) + 1,
    agencyId,
    unitId,
    audienceId,
    begunBy,
  });
  await tx
    .update(seizures)
    .set({ audienceId })
    .where(and(eq(seizures.operationId, operationId), eq(seizures.id, id)));
}

/**
 * Names as a change leaves them, where it changes them. Names that are taken away leave a version without any, so
 * that the next change still knows what it is based on; what was there before can be purged. Who is no recipient any
 * more reads no earlier version either.
 */
export async function renewNames(
  change: Change,
  member: Membership,
  keys: Omit<NominalKeys, "version">,
  before: NominalRow | undefined,
  wanted: Nominal | null,
): Promise<void> {
  const { tx } = change;
  const names = wanted ?? (before ? NO_NAMES : null);
  // Read as input both: a stored document comes back with its parts in another order.
  const said = (nominal: Nominal) => JSON.stringify(Nominal.parse(nominal));
  if (names === null || (before && said(names) === said(before.nominal))) return;
  await end(change, seizureNominal, keys.id, keys.begunBy);
  const given = await namedTo(tx, member, names);
  await addSeizureRows(tx, { seizureNominal: [{ ...keys, version: (before?.version ?? 0) + 1, ...given }] });
  await tx
    .update(seizureNominal)
    .set({ audienceId: given.audienceId })
    .where(and(eq(seizureNominal.operationId, keys.operationId), eq(seizureNominal.id, keys.id)));
}

/** What was withdrawn, or is counted under another case, does not change. */
export function mustStand({ state }: { state: string }) {
  if (state === "withdrawn") throw new Problem("conflict", "seizure.withdrawn");
  if (state === "merged") throw new Problem("conflict", "seizure.merged");
}
