import { and, asc, eq, gte, isNotNull, isNull, lte } from "drizzle-orm";
import { trimDecimal } from "../../app/domain/exact-decimal.ts";
import type { Id } from "../../app/domain/id.ts";
import type { LocalDate } from "../../app/domain/local-date.ts";
import type { ConfirmedAmount } from "../../app/domain/tally/confirmed.ts";
import type { Tx } from "../client.server.ts";
import { tallies, tallyQuantities } from "../schema.ts";

/** Quantities of tallies that stand, which were asked back and confirmed; as far as the reader looks at tallies. */
export async function confirmedAmounts(
  tx: Tx,
  operationId: Id,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ConfirmedAmount[]> {
  const { agencyId, day, version, group, line, quantity, unit, dimension, askedBeyond, bandVersion } = tallyQuantities;
  const rows = await tx
    .select({ agencyId, day, group, quantity, unit, dimension, askedBeyond, bandVersion })
    .from(tallyQuantities)
    .innerJoin(
      tallies,
      and(
        eq(tallies.operationId, tallyQuantities.operationId),
        eq(tallies.agencyId, agencyId),
        eq(tallies.day, day),
        eq(tallies.version, version),
        isNull(tallies.endedBy),
      ),
    )
    .where(and(eq(tallyQuantities.operationId, operationId), gte(day, from), lte(day, to), isNotNull(askedBeyond)))
    .orderBy(asc(day), asc(agencyId), asc(group), asc(line));
  return rows.map(({ askedBeyond: beyond, bandVersion: list, dimension: of, ...row }) => ({
    ...row,
    quantity: trimDecimal(row.quantity),
    dimension: of ?? "",
    beyond: trimDecimal(beyond ?? "0"),
    bandVersion: list ?? 0,
  }));
}
