import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { FactPlace, SeizureFact } from "#app/domain/fact.ts";

type As = { shared?: boolean; ended?: boolean };

/** Facts with their goods, routes and codes as rows, written past services and policies. */
export async function storeFacts(sql: postgres.Sql, operationId: string, facts: readonly SeizureFact[], as: As = {}) {
  if (facts.length === 0) return;
  const { shared = true, ended = false } = as;
  await sql.begin(async (tx) => {
    await tx`insert into seizure_facts ${tx(facts.map((fact) => factRow(operationId, fact, shared, ended)))}`;
    const goods = facts.flatMap((fact) => goodsRows(operationId, fact, shared));
    if (goods.length > 0) await tx`insert into seizure_fact_items ${tx(goods)}`;
    const nodes = facts.flatMap((fact) => nodeRows(operationId, fact, shared));
    if (nodes.length > 0) await tx`insert into seizure_fact_nodes ${tx(nodes)}`;
    const codes = facts.flatMap((fact) => codeRows(operationId, fact, shared));
    if (codes.length > 0) await tx`insert into seizure_fact_codes ${tx(codes)}`;
  });
}

/** The plan of an operation that is nothing but a zone: what days are counted in. */
export async function storeZone(sql: postgres.Sql, operationId: string, zone: string) {
  const days = {
    starts_on: "2026-04-01",
    ends_on: "2026-09-30",
    follow_up_ends_on: "2026-10-30",
    debrief_on: "2026-11-01",
  };
  const words = { name: "", edition: "", objectives: "", handling: "H0", tier: "A", joining: "", boundary_profile: "" };
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into operation_plans ${tx({
      ...{ operation_id: operationId, version: 1, begun_by: randomUUID(), zone, scope: [], cut_off: "18:00" },
      ...{ ...days, ...words, late_limit_hours: 72, reporters_read_facts: true },
    })}`;
  });
}

function factRow(operationId: string, fact: SeizureFact, shared: boolean, ended: boolean) {
  return {
    operation_id: operationId,
    id: fact.id,
    version: fact.revision,
    begun_by: randomUUID(),
    ended_by: ended ? randomUUID() : null,
    message_no: fact.messageNo,
    agency_id: fact.agencyId,
    unit_id: fact.agencyId,
    reporter: fact.reporter,
    state: fact.state,
    shared,
    event_kind: fact.eventKind,
    occurred_on: fact.occurredOn,
    occurred_to: fact.occurredTo,
    date_precision: fact.datePrecision,
    operational_day: fact.operationalDay,
    outside_window: fact.outsideWindow,
    late: fact.late,
    cleared_at: fact.releasedAt,
    released_at: fact.releasedAt,
    ...placeColumns(fact.place),
    place_kind: fact.placeKind,
    direction: fact.direction,
    mode: fact.mode,
    arrested: fact.arrested,
    joint: fact.joint?.head ?? null,
    joint_place: fact.joint?.place ?? 0,
  };
}

function placeColumns({ country, placeId, lat, lon, precision }: FactPlace) {
  return { country, place_id: placeId, lat, lon, geo_precision: precision };
}

function partOf(operationId: string, fact: SeizureFact, shared: boolean) {
  const { id, revision, agencyId } = fact;
  return {
    operation_id: operationId,
    seizure_id: id,
    version: revision,
    agency_id: agencyId,
    unit_id: agencyId,
    shared,
  };
}

function nodeRows(operationId: string, fact: SeizureFact, shared: boolean) {
  return fact.route.map((node, position) => ({
    ...partOf(operationId, fact, shared),
    position,
    role: node.role,
    ...placeColumns(node.place),
    share_percent: node.sharePercent,
    opportunity: node.opportunity,
    mode_to_next: node.modeToNext,
    evidence: node.evidence,
  }));
}

function codeRows(operationId: string, fact: SeizureFact, shared: boolean) {
  const lists = { detection: fact.detections, concealment_method: fact.concealmentMethods };
  return Object.entries(lists).flatMap(([list, codes]) =>
    codes.map((code) => ({ ...partOf(operationId, fact, shared), list, code })),
  );
}

function goodsRows(operationId: string, fact: SeizureFact, shared: boolean) {
  return fact.items.map((item, line) => ({
    ...partOf(operationId, fact, shared),
    line: line + 1,
    commodity: item.commodity,
    quantity: item.quantity,
    unit: item.unit,
    qualifier: item.qualifier,
    second_quantity: item.secondQuantity,
    second_unit: item.secondUnit,
    normalised: item.normalised,
    dimension: item.dimension,
    rule: item.rule,
    taxon_id: item.taxonId,
    appendix: item.appendix,
    live: item.live,
  }));
}
