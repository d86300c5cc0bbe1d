import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Id } from "../../app/domain/id.ts";
import type { OperationKind, OperationPlan, OperationState } from "../../app/domain/operation.ts";
import type { Db, Tx } from "../client.server.ts";
import { operationPlans, operations } from "../schema.ts";

type Opening = {
  id: Id;
  code: string;
  kind: OperationKind;
  datesMovedDays: number;
  memberId: Id;
  officialName: string;
  joinedOn: string;
  begunBy: Id;
  plan: OperationPlan;
};

/** Opens an operation with its plan, its streams and its lead inside, in one call: before it nobody is a member. */
export async function openWithPlan(tx: Tx, opening: Opening): Promise<void> {
  const { id, code, kind, datesMovedDays, memberId, officialName, joinedOn, begunBy, plan } = opening;
  const streamIds = `{${[uuid(), uuid(), uuid(), uuid()].join(",")}}`;
  await tx.execute(sql`select open_operation(
    ${id}, ${code}, ${kind}, ${datesMovedDays}, ${memberId}, ${officialName}, ${joinedOn}::date,
    ${streamIds}::uuid[], ${begunBy}, ${JSON.stringify(columnsOf(plan))}::text::jsonb)`);
}

/**
 * Ends the present version and begins the next in one statement: between two there would be no plan, and so no member
 * to write the second. Answers nothing when another version is current.
 */
export async function replacePlan(tx: Tx, operationId: Id, base: number, begunBy: Id, plan: OperationPlan) {
  const columns = JSON.stringify(columnsOf(plan));
  const rows = await tx.execute<{ version: number }>(sql`
    with ended as (
      update operation_plans set ended_by = ${begunBy}
      where operation_id = ${operationId} and version = ${base} and ended_by is null
      returning *)
    insert into operation_plans
      select (jsonb_populate_record(null::operation_plans, to_jsonb(e) || ${columns}::text::jsonb || jsonb_build_object(
        'version', e.version + 1, 'begun_by', ${begunBy}::uuid, 'ended_by', null,
        'boundary_approved_by', case when e.boundary_profile = ${plan.boundaryProfile} then e.boundary_approved_by end,
        'boundary_approved_at', case when e.boundary_profile = ${plan.boundaryProfile} then e.boundary_approved_at end))).*
      from ended e
    returning version`);
  return rows[0]?.version;
}

/** Gives new facts to what the plan, as the event has just changed it, judges otherwise than the one before. */
export async function judgedAnew(tx: Tx, event: Id) {
  const rows = await tx.execute<{ id: Id; revision: number; unitId: Id; shared: boolean }>(
    sql`select id, revision, unit_id as "unitId", shared from judge_anew(${event}::uuid)`,
  );
  return [...rows];
}

/** A plan under the names of its columns. */
function columnsOf(plan: OperationPlan): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plan).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** Answers whether the operation stood where it was thought to stand. */
export async function moveState(tx: Tx, id: Id, step: { from: OperationState; to: OperationState; reason: string }) {
  const moved = await tx
    .update(operations)
    .set({ state: step.to, stateReason: step.reason })
    .where(and(eq(operations.id, id), eq(operations.state, step.from)))
    .returning({ id: operations.id });
  return moved.length > 0;
}

export async function approveProfile(tx: Tx, operationId: Id, approval: { profile: string; by: Id; at: Date }) {
  const approved = await tx
    .update(operationPlans)
    .set({ boundaryApprovedBy: approval.by, boundaryApprovedAt: approval.at })
    .where(
      and(
        eq(operationPlans.operationId, operationId),
        isNull(operationPlans.endedBy),
        eq(operationPlans.boundaryProfile, approval.profile),
      ),
    )
    .returning({ version: operationPlans.version });
  return approved.length > 0;
}

/** Moves active operations whose last day is over to follow-up; answers the streams that have something to seal. */
export async function endDue(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ end_due_operations: Id }>(sql`select end_due_operations()`);
  return rows.map((row) => row.end_due_operations);
}
