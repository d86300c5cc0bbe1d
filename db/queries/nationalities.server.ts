import { sql } from "drizzle-orm";
import { type FactFilter, NO_FILTER } from "../../app/domain/fact-filter.ts";
import type { Nationalities, NationalityRow } from "../../app/domain/figures/nationalities.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { figureTables } from "./figure-fragments.server.ts";

type Read = { country: string | null; total: number; confirmed: number }[];

/**
 * Persons by the nationality that reports state, of the cases of a filter that the reader may open: facts hold no
 * nationality, and the policy of cases decides. Persons of whom a report says no nationality stand under null. A report
 * counts persons as arrested and as identified, which may be the same ones: the larger number is taken, and never fewer
 * than have a nationality.
 */
export async function nationalitiesInSql(
  tx: Tx,
  { operationId, filter = NO_FILTER }: { operationId: Id; filter?: FactFilter },
): Promise<Nationalities> {
  const [row] = await tx.execute<{ rows: Read; cases: number; readable: number; stating: number }>(sql`
    with ${figureTables(operationId, filter)},
    open as (
      select c.confirmed, s.input -> 'persons' as persons from cases c
      join seizures s on s.operation_id = ${operationId}::uuid and s.id = c.id and s.ended_by is null),
    told as (
      select o.confirmed, n.named, o.persons,
        greatest(n.named, coalesce((o.persons ->> 'arrested')::int, 0), coalesce((o.persons ->> 'identified')::int, 0)) as persons_in_all,
        o.persons ->> 'arrested' is not null or o.persons ->> 'identified' is not null or n.named > 0 as states
      from open o cross join lateral (
        select coalesce(sum((one ->> 'count')::int), 0)::int as named
        from jsonb_array_elements(coalesce(o.persons -> 'nationalities', '[]')) as one) n),
    persons as (
      select t.confirmed, one ->> 'country' as country, (one ->> 'count')::int as count
      from told t cross join lateral jsonb_array_elements(t.persons -> 'nationalities') as one
      union all
      select confirmed, null, persons_in_all - named from told where persons_in_all > named)
    select
      (select count(*)::int from cases) as cases,
      (select count(*)::int from open) as readable,
      (select count(*)::int from told where states) as stating,
      (select coalesce(json_agg(p), '[]') from (
        select country, sum(count)::int as total, coalesce(sum(count) filter (where confirmed), 0)::int as confirmed
        from persons group by country order by country) p) as rows`);
  if (!row) throw new Error("A statement that always gives one row gave none");
  const { rows, ...counts } = row;
  return { ...counts, rows: rows.map(withProvisional) };
}

function withProvisional({ country, total, confirmed }: Read[number]): NationalityRow {
  return { country, total, confirmed, provisional: total - confirmed };
}
