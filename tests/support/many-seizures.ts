import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Id } from "#app/domain/id.ts";
import { agencyOf, type World } from "./world.ts";

/** How many seizures, and of how many of each kind of row beside them the lists of people are made. */
export type Size = { seizures: number; elsewhere: number; people: number };

type Agency = { agency: Id; unit: Id; administration: string };
type Step = { table: string; insert: string };

/**
 * Rows of a large operation in the database of a world, in some tens of seconds: one statement per table, past services,
 * foreign keys and policies, with the indexes of those tables made again afterwards as they were. Every value follows
 * from the row's number, so that each run has the same plans.
 *
 * LA-CUS reports one seizure in five thousand, and all others in turn; `elsewhere` are of another operation.
 */
export async function makeManySeizures(world: World, { seizures, elsewhere, people }: Size): Promise<void> {
  const sql = postgres(world.database.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await prepare(sql, world, { seizures, elsewhere });
    const steps = [...CASES, ...(await readersOf(sql, world, people))];
    const indexes = await dropIndexes(
      sql,
      steps.map(({ table }) => table),
    );
    for (const { insert } of steps) await sql.unsafe(insert);
    await finish(
      world,
      indexes,
      steps.map(({ table }) => table),
    );
  } finally {
    await sql.end();
  }
}

/** Both processors make indexes; then statistics are there, and pages are marked whose rows everybody may see. */
async function finish(world: World, indexes: { definition: string }[], tables: string[]) {
  const sql = postgres(world.database.superUrl, {
    max: 2,
    onnotice: () => {},
    connection: { maintenance_work_mem: "256MB" },
  });
  try {
    const takesLong = ({ definition }: { definition: string }) => Number(definition.includes("USING gin"));
    const longestFirst = indexes.toSorted((one, other) => takesLong(other) - takesLong(one));
    await Promise.all(longestFirst.map(({ definition }) => sql.unsafe(definition)));
    await Promise.all(tables.map((table) => sql`vacuum analyze ${sql(table)}`));
  } finally {
    await sql.end();
  }
}

/** `made`: one row per seizure with what its other rows are derived from. */
async function prepare(sql: postgres.Sql, world: World, { seizures, elsewhere }: Omit<Size, "people">) {
  const busy = ["VN-CUS", "VN-POL", "TH-CUS", "RILO"].map((code) => agencyOf(world, code));
  const agencies: Agency[] = [...busy, agencyOf(world, "LA-CUS")].map(({ id, code, units }) => ({
    agency: id,
    unit: units[0].id,
    administration: code.slice(0, 2),
  }));
  const audience = randomUUID();
  const all = { operation_id: world.operationId, id: audience, kind: "all", joining: "from_start", digest: "many" };
  await sql`insert into audiences ${sql(all)}`;
  for (const { agency } of agencies) {
    const reader = { operation_id: world.operationId, audience_id: audience, reader_id: agency };
    await sql`insert into audience_readers ${sql(reader)}`;
  }
  await sql`create temporary table owners as select row_number() over () - 1 as no, o.* from json_to_recordset(
    ${JSON.stringify(agencies)}::text::json) as o(agency uuid, unit uuid, administration text)`;
  await sql`create temporary table made as
    select n, case when n <= ${seizures}::int then ${world.operationId}::uuid else ${randomUUID()}::uuid end as operation_id,
      ('0190a000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      ('0190b000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as event_id,
      o.agency, o.unit, o.administration, ${audience}::uuid as audience, n % 49 <> 0 as shared,
      now() - (${seizures + elsewhere}::int - n) * interval '50 seconds' as released_at,
      (now() - (${seizures + elsewhere}::int - n) * interval '50 seconds')::date - n % 5 as day
    from generate_series(1, ${seizures + elsewhere}::int) as n
    join owners o on o.no = case when n % 5000 = 0 then 4 else n % 4 end`;
  await sql`create temporary table stream as
    select id from streams where operation_id = ${world.operationId} and kind = 'operation'`;
  await sql`update streams set head = ${seizures} where id = (select id from stream)`;
}

const PART = "operation_id, id, 1, agency, unit, shared";

const CASES: Step[] = [
  {
    table: "seizure_facts",
    insert: `insert into seizure_facts (operation_id, id, version, begun_by, ended_by, message_no, agency_id, unit_id, reporter,
        state, shared, event_kind, occurred_on, date_precision, operational_day, outside_window, late, cleared_at,
        released_at, country, geo_precision, place_kind, direction, mode, arrested)
      select operation_id, id, version, event_id, case when version = 0 then event_id end,
        'OMD-' || administration || '-' || lpad(n::text, 6, '0'), agency, unit, administration,
        (array['submitted', 'verified', 'verified', 'verified'])[1 + n % 7 % 4], shared, 'seizure', day, 'day',
        case when n % 97 > 0 then day end, n % 89 = 0, n % 31 = 0, released_at, released_at,
        (array['VN', 'TH', 'LA', 'CN', 'SG'])[1 + n % 5], 'city', 'seaport', 'import',
        (array['sea_container', 'air_cargo', 'road_truck', 'post'])[1 + n % 4], case when n % 7 = 0 then n % 3 end
      from made, generate_series(case when n % 20 = 0 then 0 else 1 end, 1) as version`,
  },
  {
    table: "seizure_fact_items",
    insert: `insert into seizure_fact_items (operation_id, seizure_id, version, agency_id, unit_id, shared, line, commodity,
        quantity, unit, qualifier, normalised, dimension, rule)
      select ${PART}, line, c.code, trim_scale((n % 977) / 4.0), 'kg', 'exact', trim_scale((n % 977) / 4.0), 'mass', 'mass'
      from made join (select code, row_number() over (order by code) - 1 as no, count(*) over () as codes from commodities) c
        on c.no = n % c.codes, generate_series(1, case when n % 5 = 0 then 2 else 1 end) as line`,
  },
  {
    table: "seizure_fact_nodes",
    insert: `insert into seizure_fact_nodes (operation_id, seizure_id, version, agency_id, unit_id, shared, position, role,
        country, geo_precision, evidence)
      select ${PART}, position, case position when 1 then 'origin' else 'destination' end, 'NG', 'country', 'declared'
      from made, generate_series(1, 1 + n % 2) as position`,
  },
  {
    table: "seizure_fact_codes",
    insert: `insert into seizure_fact_codes (operation_id, seizure_id, version, agency_id, unit_id, shared, list, code)
      select ${PART}, 'detection', 'scanner' from made where n % 4 = 0`,
  },
  {
    table: "seizures",
    insert: `insert into seizures (operation_id, id, version, begun_by, agency_id, unit_id, shared, audience_id,
        national_case_no, handling, input, author_id, receipt, search_text)
      select operation_id, id, 1, event_id, agency, unit, shared, audience, 'case/' || n, 'H1',
        jsonb_build_object('id', id, 'narrative', repeat('officers opened the container and found ', 8)), event_id, 'A1B-2C3',
        concat_ws(' ', 'omd-' || lower(administration) || '-' || n, 'omd', lower(administration), n, 'case/' || n,
          (array['hải phòng hai phong', 'laem chabang', 'đà nẵng da nang', '北京首都机场', 'แหลมฉบัง', 'port klang'])[1 + n % 6],
          'ivory in container ' || left(md5(n::text), 11) || ' behind frozen fish',
          case when n % 10007 = 0 then 'quê yếu 象牙 งาช้าง zq' end)
      from made`,
  },
  {
    table: "seizure_reports",
    insert: `insert into seizure_reports (operation_id, id, agency_id, unit_id, author_id, state, steps)
      select operation_id, id, agency, unit, event_id,
        case when n % 30011 = 0 then 'in_clearance' when n % 40009 = 0 then 'draft' else 'released' end, 1
      from made`,
  },
  {
    table: "questions",
    insert: `insert into questions (operation_id, id, seizure_id, agency_id, unit_id, field, question, asked_by, answered_at)
      select operation_id, event_id, id, agency, unit, 'mode', 'How?', event_id, case when n % 2003 > 0 then released_at end
      from made where n % 3 = 0`,
  },
  {
    table: "events",
    insert: `insert into events (id, stream_id, operation_id, seq, command_id, type, type_version, actor, agency_id,
        commitment, previous_hash, hash)
      select event_id, stream.id, operation_id, n, event_id, 'seizure.released', 1, event_id, agency, '\\x00', '\\x00', '\\x00'
      from made, stream where operation_id = (select operation_id from made where n = 1)`,
  },
  {
    table: "event_bodies",
    insert: `insert into event_bodies (event_id, stream_id, body, key)
      select event_id, stream.id, json_build_object('seizure', made.id, 'revision', 1), '\\x00'
      from made, stream where operation_id = (select operation_id from made where n = 1)`,
  },
];

/** People with a session each: as many again in the operation as beside it. */
async function readersOf(sql: postgres.Sql, world: World, people: number): Promise<Step[]> {
  await sql`create temporary table crowd as
    select n, gen_random_uuid() as id, o.agency, o.unit from generate_series(1, ${people}::int) as n
    join owners o on o.no = n % 5`;
  return [
    {
      table: "persons",
      insert: `insert into persons (id, agency_id, unit_id, email, name)
        select id, agency, unit, id || '@example.org', 'Officer ' || n from crowd`,
    },
    {
      table: "tokens",
      insert: `insert into tokens (id, hash, kind, person_id, expires_at)
        select gen_random_uuid(), sha256(id::text::bytea), 'session', id, now() + interval '1 day' from crowd`,
    },
    {
      table: "members",
      insert: `insert into members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
        select case when n % 2 = 0 then '${world.operationId}' else gen_random_uuid() end, gen_random_uuid(), id, agency,
          unit, 'analyst', '2021-04-01' from crowd`,
    },
  ];
}

/** Takes away the indexes that are not behind a constraint; answers how they are made again. */
async function dropIndexes(sql: postgres.Sql, tables: string[]) {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any(${tables}::text[]::regclass[])
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  return indexes;
}
