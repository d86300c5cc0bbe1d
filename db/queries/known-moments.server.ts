import { and, count, eq, gt, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Missing } from "../../app/domain/known-moment.ts";
import type { Tx } from "../client.server.ts";
import { erasures } from "../schema.ts";

export async function missingSince(tx: Tx, operationId: Id, at: Date): Promise<Missing> {
  const [back] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from taken_back_since(${at.toISOString()}::timestamptz)`,
  );
  const [gone] = await tx
    .select({ n: count() })
    .from(erasures)
    .where(and(eq(erasures.operationId, operationId), eq(erasures.told, true), gt(erasures.erasedAt, at)));
  return { takenBack: back?.n ?? 0, erased: gone?.n ?? 0 };
}

/** A version of a fact with a time in which it was current and seen, in milliseconds; null while it still is. */
export type Span = { id: Id; version: number; begun: number; ended: number | null };

/**
 * Versions of what all who read facts see now: those that stood at a moment and were seen then, or all that ever were. In
 * order of ids; a seizure that was held back for a while has two spans of one version.
 */
export async function spansKnown(tx: Tx, at: Date | null): Promise<Span[]> {
  const rows = await tx.execute<Span>(sql`
    select id, version, extract(epoch from begun_at)::float8 * 1000 as begun,
      case when ended_at < 'infinity' then extract(epoch from ended_at)::float8 * 1000 end as ended
    from versions_known(${at?.toISOString() ?? null}::timestamptz) order by id, version, begun_at`);
  return [...rows];
}

const PAGE = 2000;

/** The fact of each span, in their order; some thousands at a time, so that a large operation never holds up the process. */
export async function* factsOfSpans(tx: Tx, operationId: Id, spans: readonly Span[]): AsyncGenerator<SeizureFact[]> {
  for (let from = 0; from < spans.length; from += PAGE) {
    const page = spans.slice(from, from + PAGE);
    const ids = `{${page.map(({ id }) => id).join(",")}}`;
    const versions = `{${page.map(({ version }) => version).join(",")}}`;
    const [row] = await tx.execute<{ facts: SeizureFact[] }>(
      sql`select facts_of_versions(${operationId}::uuid, ${ids}::uuid[], ${versions}::int[]) as facts`,
    );
    if (row?.facts.length !== page.length) throw new Error("A version that is shown has no facts");
    yield row.facts;
  }
}
