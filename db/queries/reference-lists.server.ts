import { sql } from "drizzle-orm";
import type { ListPart } from "../../app/domain/reference-list.ts";
import type { Db, Tx } from "../client.server.ts";

/**
 * Every list with its sources; of those that gave single values within rows of other sources, names of places for one,
 * none is counted. What records say is not looked at: it belongs to their agencies, and an administrator
 * reads none of it.
 */
export async function referenceLists(db: Db | Tx): Promise<ListPart[]> {
  const counted = sql.join(LISTS.map(countOf), sql` union all `);
  const rows = await db.execute<ListPart>(sql`
    select coalesce(l.list, 'within') as list, coalesce(l.part, '') as part, coalesce(l.rows, 0)::int as "rows", l.memory::int as "toBeConfirmed", s.id as "source", s.title, s.version,
      s.licence, s.note, s.valid_from::text as "validFrom", s.valid_to::text as "validTo"
    from (${counted}) l right join sources s on s.id = l.source_id
    order by l.place, l.part, s.title, s.version`);
  return [...rows];
}

type List = { list: string; from?: string; part?: string; marked?: boolean; source?: string };

const LISTS: readonly List[] = [
  { list: "countries", part: "kind" },
  { list: "places", part: "kind" },
  { list: "codes", part: "list" },
  { list: "commodities" },
  { list: "units" },
  { list: "conversion_rules", marked: true },
  { list: "tally_bands" },
  { list: "taxa", marked: true },
  // Names stand in the rows of the taxa; those in other languages and earlier ones have a source of their own.
  {
    list: "taxon_names",
    from: "(select language from taxa, jsonb_each(common_names) as n (language, names), jsonb_array_elements(names) where language <> 'en') names",
    part: "language",
    source: "taxon-names",
  },
  { list: "taxon_listings", part: "appendix", marked: true },
  { list: "published_editions" },
  { list: "published_figures" },
];

/** Names of tables and columns come from the list above alone. */
function countOf({ list, from = list, part = "''", marked = false, source }: List, place: number) {
  const [of, sourceId] = [sql.raw(part), source ? sql`${source}::text` : sql.raw("source_id")];
  const memory = marked ? sql`count(*) filter (where mark = 'memory')` : sql`null::bigint`;
  return sql`
    select ${place}::int as place, ${list}::text as list, ${of} as part, ${sourceId} as source_id,
      count(*) as rows, ${memory} as memory
    from ${sql.raw(from)} group by 3, 4`;
}
