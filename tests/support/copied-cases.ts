import postgres from "postgres";
import type { Id } from "#app/domain/id.ts";
import type { World } from "./world.ts";

/**
 * So many released cases more, made from one that there is: of 150 days, eight countries and a thousand amounts, each
 * with a national case number of its own; all released before it, one second after the other.
 */
export async function copyCases(world: World, from: Id, count: number): Promise<void> {
  const sql = postgres(world.database.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await sql`create temporary table copies as select n, gen_random_uuid() as id from generate_series(1, ${count}::int) n`;
    const copy = async (table: string, change: string) => {
      const columns = await sql<{ name: string }[]>`
        select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
      const names = columns.map(({ name }) => name);
      await sql.unsafe(`
        insert into ${table} (${names.join(", ")})
        select ${names.map((name) => `(made).${name}`).join(", ")}
        from (select jsonb_populate_record(t, jsonb_build_object('id', c.id) || ${change}) as made
          from ${table} t, copies c where t.id = '${from}' and t.ended_by is null) m`);
    };
    await copy(
      "seizure_facts",
      "jsonb_build_object('message_no', 'COPY-' || c.n, 'released_at', t.released_at - c.n * interval '1 second')",
    );
    await copy(
      "seizures",
      `jsonb_build_object('national_case_no', 'COPY ' || c.n, 'input', t.input || jsonb_build_object('id', c.id,
        'nationalCaseNo', 'COPY ' || c.n, 'occurredOn', '2021-05-01'::date + (c.n * 7 % 150),
        'containerNo', '', 'transportNo', 'TG ' || c.n % 977,
        'place', t.input -> 'place' || jsonb_build_object('placeId', null, 'name', 'Post ' || c.n % 83,
          'country', (array['TH', 'VN', 'LA', 'KH', 'MM', 'CN', 'SG', 'MY'])[1 + c.n % 8]),
        'items', jsonb_set(t.input -> 'items', '{0,quantity}', to_jsonb((c.n * 37 % 997 + 1) || '.5'))))`,
    );
    await sql`analyze seizure_facts, seizures`;
  } finally {
    await sql.end();
  }
}
