import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Role } from "../../app/domain/member.ts";
import type { JoiningRule, OperationKind, OperationPlan, OperationState } from "../../app/domain/operation.ts";
import type { Tx } from "../client.server.ts";
import {
  administrations,
  agencies,
  agencyUnits,
  members,
  operationPlans,
  operations,
  participantAdministrations,
  participants,
  persons,
} from "../schema.ts";

/** The columns of a plan that its form carries, under the names that the domain gives them. */
const PLAN = {
  name: operationPlans.name,
  edition: operationPlans.edition,
  objectives: operationPlans.objectives,
  scope: operationPlans.scope,
  zone: operationPlans.zone,
  startsOn: operationPlans.startsOn,
  endsOn: operationPlans.endsOn,
  followUpEndsOn: operationPlans.followUpEndsOn,
  debriefOn: operationPlans.debriefOn,
  cutOff: operationPlans.cutOff,
  lateLimitHours: operationPlans.lateLimitHours,
  handling: operationPlans.handling,
  tier: sql<OperationPlan["tier"]>`${operationPlans.tier}`,
  joining: sql<JoiningRule>`${operationPlans.joining}`,
  reportersReadFacts: operationPlans.reportersReadFacts,
  showsPresence: operationPlans.showsPresence,
  boundaryProfile: sql<OperationPlan["boundaryProfile"]>`${operationPlans.boundaryProfile}`,
};

const WHAT = {
  id: operations.id,
  code: operations.code,
  kind: sql<OperationKind>`${operations.kind}`,
  state: sql<OperationState>`${operations.state}`,
  datesMovedDays: operations.datesMovedDays,
};

const currentPlan = and(eq(operationPlans.operationId, operations.id), isNull(operationPlans.endedBy));

/** The operations in which the bearer takes part now, with the own place in each; the latest to end first. */
export async function listMyOperations(tx: Tx) {
  return tx
    .select({
      ...WHAT,
      ...PLAN,
      memberId: members.id,
      role: sql<Role>`${members.role}`,
      agencyId: members.agencyId,
      agencyName: agencies.name,
      leads: sql<string[]>`array(
        select distinct a.official_name from participants p join participant_administrations a
          on a.operation_id = p.operation_id and a.administration_id = p.administration_id
        where p.operation_id = ${operations.id} and p.leads and p.left_at is null order by 1)`,
      administrations: sql<number>`(
        select count(distinct p.administration_id)::int from participants p
        where p.operation_id = ${operations.id} and p.left_at is null)`,
    })
    .from(operations)
    .innerJoin(operationPlans, currentPlan)
    .innerJoin(
      members,
      and(eq(members.operationId, operations.id), sql`${members.personId} = (select current_person())`),
    )
    .innerJoin(agencies, eq(agencies.id, members.agencyId))
    .orderBy(sql`${operationPlans.endsOn} desc`, asc(operations.code));
}

/** What an operation is, where it stands, and its present plan; undefined where it does not exist for the bearer. */
export async function findOperation(tx: Tx, id: Id) {
  const [found] = await tx
    .select({
      ...WHAT,
      stateReason: operations.stateReason,
      createdAt: operations.createdAt,
      plan: PLAN,
      version: operationPlans.version,
      boundaryApprovedAt: operationPlans.boundaryApprovedAt,
      boundaryApprovedBy: sql<string | null>`(
        select p.name from members m join persons p on p.id = m.person_id
        where m.operation_id = ${operations.id} and m.id = ${operationPlans.boundaryApprovedBy})`,
    })
    .from(operations)
    .innerJoin(operationPlans, currentPlan)
    .where(eq(operations.id, id));
  return found;
}

/** Agencies that take part, by the official name of their country or organisation. */
export async function listParticipants(tx: Tx, id: Id) {
  return tx
    .select({
      agencyId: participants.agencyId,
      agencyCode: agencies.code,
      agencyName: agencies.name,
      administrationId: participants.administrationId,
      /** ISO 3166-1 alpha-2, or the organisation's own. */
      administrationCode: administrations.code,
      administrationKind: administrations.kind,
      officialName: participantAdministrations.officialName,
      leads: participants.leads,
      readsAll: participants.readsAll,
      clearanceSteps: participants.clearanceSteps,
      joinedOn: participants.joinedOn,
      leftAt: participants.leftAt,
    })
    .from(participants)
    .innerJoin(agencies, eq(agencies.id, participants.agencyId))
    .innerJoin(administrations, eq(administrations.id, participants.administrationId))
    .innerJoin(
      participantAdministrations,
      and(
        eq(participantAdministrations.operationId, participants.operationId),
        eq(participantAdministrations.administrationId, participants.administrationId),
      ),
    )
    .where(eq(participants.operationId, id))
    .orderBy(asc(participantAdministrations.officialName), asc(agencies.name));
}

export async function listMembers(tx: Tx, id: Id) {
  return tx
    .select({
      id: members.id,
      personId: members.personId,
      name: persons.name,
      email: persons.email,
      machine: persons.machine,
      accountState: sql<"active" | "suspended">`${persons.state}`,
      agencyId: members.agencyId,
      unitId: members.unitId,
      unitName: agencyUnits.name,
      role: sql<Role>`${members.role}`,
      state: sql<"active" | "suspended">`${members.state}`,
      fromDay: members.fromDay,
      toDay: members.toDay,
      version: members.version,
    })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .innerJoin(agencyUnits, eq(agencyUnits.id, members.unitId))
    .where(eq(members.operationId, id))
    .orderBy(asc(persons.name), asc(members.id));
}
