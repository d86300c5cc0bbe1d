import { type SQL, sql } from "drizzle-orm";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

type Wanted = {
  operationId: Id;
  /** Only these; without, all. */
  ids?: readonly Id[];
  /** Leaves out what the reader sees as its owner alone: held back, withdrawn. */
  sharedOnly?: boolean;
};

/** Current facts that the reader may see, in the form in which browsers get them. */
export async function visibleFacts(tx: Tx, operationId: Id, ids?: readonly Id[]): Promise<SeizureFact[]> {
  return factsWhere(tx, { operationId, ids });
}

export async function factsWhere(tx: Tx, wanted: Wanted): Promise<SeizureFact[]> {
  if (wanted.ids?.length === 0) return [];
  const [row] = await tx.execute<{ facts: SeizureFact[] }>(factsQuery(chosen(wanted)));
  return row?.facts ?? [];
}

const PAGE = 4000;

/** All of them, some thousands at a time, so that a large operation never holds up the process. */
export async function* visibleFactsInPages(tx: Tx, operationId: Id): AsyncGenerator<SeizureFact[]> {
  let last: Id | undefined;
  for (;;) {
    const after: SQL = last ? sql`and f.id > ${last}::uuid` : sql``;
    const where = sql`f.operation_id = ${operationId}::uuid and f.ended_by is null ${after} order by f.id limit ${PAGE}`;
    const [row] = await tx.execute<{ facts: SeizureFact[] }>(factsQuery(where));
    const facts = row?.facts ?? [];
    if (facts.length > 0) yield facts;
    if (facts.length < PAGE) return;
    last = facts.at(-1)?.id;
  }
}

function chosen({ operationId, ids, sharedOnly = false }: Wanted): SQL {
  const among = ids ? sql`and f.id = any(${uuids(ids)})` : sql``;
  const shared = sharedOnly ? sql`and f.shared` : sql``;
  return sql`f.operation_id = ${operationId}::uuid and f.ended_by is null ${among} ${shared}`;
}

/** A list of ids as one parameter. */
export function uuids(ids: readonly Id[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

const place = (of: string) =>
  sql.raw(`json_build_object('country', ${of}.country, 'placeId', ${of}.place_id, 'lat', ${of}.lat, 'lon', ${of}.lon,
    'precision', ${of}.geo_precision)`);

const codesOf = (list: string) =>
  sql.raw(`coalesce(json_agg(c.code order by c.code) filter (where c.list = '${list}'), '[]')`);

/** Every table by itself under its policy, joined set by set; the server assembles, the process only parses. */
function factsQuery(where: SQL): SQL {
  return sql`
    with f as materialized (select * from seizure_facts f where ${where}),
    items as (
      select i.seizure_id, json_agg(json_build_object(
        'commodity', i.commodity, 'quantity', i.quantity::text, 'unit', i.unit, 'qualifier', i.qualifier,
        'secondQuantity', i.second_quantity::text, 'secondUnit', i.second_unit, 'normalised', i.normalised::text,
        'dimension', i.dimension, 'rule', i.rule, 'taxonId', i.taxon_id, 'appendix', i.appendix, 'live', i.live
      ) order by i.line) as list
      from f join seizure_fact_items i
        on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
      group by i.seizure_id),
    nodes as (
      select n.seizure_id, json_agg(json_build_object(
        'role', n.role, 'place', ${place("n")}, 'sharePercent', n.share_percent::text, 'opportunity', n.opportunity,
        'modeToNext', n.mode_to_next, 'evidence', n.evidence
      ) order by n.position) as list
      from f join seizure_fact_nodes n
        on n.operation_id = f.operation_id and n.seizure_id = f.id and n.version = f.version
      group by n.seizure_id),
    codes as (
      select c.seizure_id, ${codesOf("detection")} as detections, ${codesOf("control_reason")} as control_reasons,
        ${codesOf("concealment_place")} as concealment_places,
        ${codesOf("concealment_method")} as concealment_methods, ${codesOf("offence")} as offences
      from f join seizure_fact_codes c
        on c.operation_id = f.operation_id and c.seizure_id = f.id and c.version = f.version
      group by c.seizure_id)
    select coalesce(json_agg(json_build_object(
      'id', f.id, 'revision', f.version, 'messageNo', f.message_no, 'agencyId', f.agency_id, 'reporter', f.reporter,
      'state', f.state, 'eventKind', f.event_kind, 'occurredOn', f.occurred_on, 'occurredTo', f.occurred_to,
      'datePrecision', f.date_precision, 'operationalDay', f.operational_day, 'outsideWindow', f.outside_window,
      'late', f.late,
      'releasedAt', to_char(f.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'place', ${place("f")}, 'placeKind', f.place_kind, 'direction', f.direction, 'mode', f.mode,
      'items', coalesce(items.list, '[]'), 'route', coalesce(nodes.list, '[]'),
      'detections', coalesce(codes.detections, '[]'), 'controlReasons', coalesce(codes.control_reasons, '[]'),
      'concealmentPlaces', coalesce(codes.concealment_places, '[]'),
      'concealmentMethods', coalesce(codes.concealment_methods, '[]'),
      'offences', coalesce(codes.offences, '[]'), 'arrested', f.arrested
    ) order by f.id), '[]') as facts
    from f left join items on items.seizure_id = f.id left join nodes on nodes.seizure_id = f.id
      left join codes on codes.seizure_id = f.id`;
}
