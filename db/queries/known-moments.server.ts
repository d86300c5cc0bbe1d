import { and, count, eq, gt, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { erasures } from "../schema.ts";

/** What a page of a moment cannot show one by one, or not at all. */
export type Missing = {
  /** Reports that counted then and were held back or withdrawn since. */
  takenBack: number;
  /** Records that were destroyed since: whether they counted then is not known any more. */
  erased: number;
};

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

type Version = { id: Id; version: number };
/** A version of a fact with the time in which it was current and seen, in milliseconds; null while it still is. */
export type Span = Version & { begun: number; ended: number | null };

/** Facts as they stood at a moment, of what all who read facts saw then and see now, in order of ids. */
export async function* factsKnown(tx: Tx, operationId: Id, at: Date): AsyncGenerator<SeizureFact[]> {
  const versions = await tx.execute<Version>(
    sql`select id, version from versions_known_at(${at.toISOString()}::timestamptz) order by id`,
  );
  yield* inPages(tx, operationId, versions);
}

/** Every version of what all see, with its time: what a browser plays knowledge from. */
export async function spansKnown(tx: Tx): Promise<Span[]> {
  const rows = await tx.execute<Span>(sql`
    select id, version, extract(epoch from begun_at)::float8 * 1000 as begun,
      case when ended_at < 'infinity' then extract(epoch from ended_at)::float8 * 1000 end as ended
    from versions_ever_known() order by id, version, begun_at`);
  return [...rows];
}

const PAGE = 2000;

/** Some thousands at a time, so that a large operation never holds up the process. */
export async function* inPages(tx: Tx, operationId: Id, versions: readonly Version[]): AsyncGenerator<SeizureFact[]> {
  for (let from = 0; from < versions.length; from += PAGE) {
    const page = versions.slice(from, from + PAGE);
    const ids = `{${page.map(({ id }) => id).join(",")}}`;
    const numbers = `{${page.map(({ version }) => version).join(",")}}`;
    const [row] = await tx.execute<{ facts: SeizureFact[] }>(
      sql`select facts_of_versions(${operationId}::uuid, ${ids}::uuid[], ${numbers}::int[]) as facts`,
    );
    yield row?.facts ?? [];
  }
}
