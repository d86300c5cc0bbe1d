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
  sql.raw(`coalesce(json_agg(p.code order by p.code) filter (where p.list = '${list}'), '[]')`);

/** The rows of one version in a table of the facts' parts; each by itself under its policy, found by its key. */
const partsOf = (table: string) =>
  sql.raw(`${table} p where p.operation_id = f.operation_id and p.seizure_id = f.id and p.version = f.version`);

/**
 * The server assembles and the process only parses. Parts are looked up fact by fact: whatever the planner believes of
 * the sizes, a frame of one seizure never reads the parts of all.
 */
function factsQuery(where: SQL): SQL {
  return sql`
    select coalesce(json_agg(json_build_object(
      'id', f.id, 'revision', f.version, 'messageNo', f.message_no, 'agencyId', f.agency_id, 'reporter', f.reporter,
      'state', f.state, 'eventKind', f.event_kind, 'occurredOn', f.occurred_on, 'occurredTo', f.occurred_to,
      'datePrecision', f.date_precision, 'operationalDay', f.operational_day, 'outsideWindow', f.outside_window,
      'late', f.late,
      'releasedAt', to_char(f.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'place', ${place("f")}, 'placeKind', f.place_kind, 'direction', f.direction, 'mode', f.mode,
      'items', items.list, 'route', nodes.list,
      'detections', codes.detections, 'controlReasons', codes.control_reasons,
      'concealmentPlaces', codes.concealment_places, 'concealmentMethods', codes.concealment_methods,
      'offences', codes.offences, 'arrested', f.arrested
    ) order by f.id), '[]') as facts
    from (select * from seizure_facts f where ${where}) f,
    lateral (select coalesce(json_agg(json_build_object(
        'commodity', p.commodity, 'quantity', p.quantity::text, 'unit', p.unit, 'qualifier', p.qualifier,
        'secondQuantity', p.second_quantity::text, 'secondUnit', p.second_unit, 'normalised', p.normalised::text,
        'dimension', p.dimension, 'rule', p.rule, 'taxonId', p.taxon_id, 'appendix', p.appendix, 'live', p.live
      ) order by p.line), '[]') as list from ${partsOf("seizure_fact_items")}) items,
    lateral (select coalesce(json_agg(json_build_object(
        'role', p.role, 'place', ${place("p")}, 'sharePercent', p.share_percent::text, 'opportunity', p.opportunity,
        'modeToNext', p.mode_to_next, 'evidence', p.evidence
      ) order by p.position), '[]') as list from ${partsOf("seizure_fact_nodes")}) nodes,
    lateral (select ${codesOf("detection")} as detections, ${codesOf("control_reason")} as control_reasons,
        ${codesOf("concealment_place")} as concealment_places,
        ${codesOf("concealment_method")} as concealment_methods, ${codesOf("offence")} as offences
      from ${partsOf("seizure_fact_codes")}) codes`;
}
