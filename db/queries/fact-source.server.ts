import { type SQL, sql } from "drizzle-orm";

/**
 * Where figures read facts and their parts: the current ones, or those of a moment. `tables` stand before all others of a
 * statement; `current` and `shared` are conditions on rows `f` of `facts`. Parts are named for the table whose row they
 * are looked up for.
 */
export type FactSource = {
  tables: SQL;
  facts: SQL;
  items: Parts;
  nodes: Parts;
  codes: Parts;
  current: SQL;
  shared: SQL;
};

type Parts = (of: "f" | "c") => SQL;

export const CURRENT_FACTS: FactSource = {
  tables: sql``,
  facts: sql`seizure_facts`,
  items: () => sql`seizure_fact_items`,
  nodes: () => sql`seizure_fact_nodes`,
  codes: () => sql`seizure_fact_codes`,
  current: sql`f.ended_by is null`,
  shared: sql`f.shared`,
};

/** Of a moment nothing else is read at all. */
const SHARED_THEN = { current: sql`true`, shared: sql`true` };

/**
 * Facts as they stood at a moment, of what was shared then and is now. With `takenBack` also what has been held back or
 * withdrawn since, without anything by which it could be told from others: for sums over the whole operation alone.
 */
export function factsKnownAt(at: Date, { takenBack }: { takenBack: boolean }): FactSource {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const standing = sql`
    then_valid as materialized (select id, version from versions_known(${moment})),
    then_shared as (select f.* from seizure_facts f join then_valid v on v.id = f.id and v.version = f.version
      where f.operation_id = (select current_operation()) and f.shared)`;
  if (!takenBack) return { ...CURRENT_FACTS, ...SHARED_THEN, tables: sql`${standing},`, facts: sql`then_shared` };
  const back = (part: string) =>
    sql.raw(`back_${part} as materialized (
      select r.* from then_back, jsonb_populate_recordset(null::seizure_fact_${part}, doc -> '${part}') r)`);
  return {
    tables: sql`${standing},
      then_back as materialized (select doc from taken_back_since(${moment}) as doc),
      then_facts as materialized (select * from then_shared union all
        select r.* from then_back, jsonb_populate_record(null::seizure_facts, doc -> 'fact') r),
      ${back("items")}, ${back("nodes")}, ${back("codes")},`,
    facts: sql`then_facts`,
    items: withBack("items"),
    nodes: withBack("nodes"),
    codes: withBack("codes"),
    ...SHARED_THEN,
  };
}

/** What was taken back has version 0: its parts are looked for where they lie for such a row alone, not for all others. */
function withBack(part: string): Parts {
  return (of) =>
    sql.raw(
      `lateral (select * from seizure_fact_${part} union all select * from back_${part} where ${of}.version = 0)`,
    );
}
