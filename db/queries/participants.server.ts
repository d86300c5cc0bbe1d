import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Id } from "../../app/domain/id.ts";
import type { Role } from "../../app/domain/member.ts";
import type { MemberInput, ParticipantInput } from "../../app/domain/participation.ts";
import type { Tx } from "../client.server.ts";
import {
  administrations,
  agencies,
  agencyUnits,
  members,
  participantAdministrations,
  participants,
  streams,
} from "../schema.ts";

export async function findAgency(tx: Tx, id: Id) {
  const [agency] = await tx
    .select({ id: agencies.id, administrationId: agencies.administrationId, name: administrations.name })
    .from(agencies)
    .innerJoin(administrations, eq(administrations.id, agencies.administrationId))
    .where(eq(agencies.id, id));
  return agency;
}

export async function findParticipant(tx: Tx, operationId: Id, agencyId: Id) {
  const [participant] = await tx
    .select()
    .from(participants)
    .where(and(eq(participants.operationId, operationId), eq(participants.agencyId, agencyId)));
  return participant;
}

/** The name under which the operation knows a country, territory or organisation. */
export async function nameAdministration(tx: Tx, operationId: Id, administrationId: Id, officialName: string) {
  await tx
    .insert(participantAdministrations)
    .values({ operationId, administrationId, officialName })
    .onConflictDoUpdate({
      target: [participantAdministrations.operationId, participantAdministrations.administrationId],
      set: { officialName },
    });
}

type Joining = Omit<ParticipantInput, "officialName"> & { administrationId: Id; joinedOn: string };

export async function addParticipant(tx: Tx, operationId: Id, joining: Joining) {
  await tx.insert(participants).values({ operationId, ...joining });
}

export async function changeParticipant(
  tx: Tx,
  operationId: Id,
  { agencyId, ...terms }: Omit<ParticipantInput, "officialName">,
) {
  await tx
    .update(participants)
    .set({ ...terms, leftAt: null })
    .where(and(eq(participants.operationId, operationId), eq(participants.agencyId, agencyId)));
}

/** The agency leaves: its members have no access from now on. False when it did not take part. */
export async function endParticipation(tx: Tx, operationId: Id, agencyId: Id, at: Date): Promise<boolean> {
  const ended = await tx
    .update(participants)
    .set({ leftAt: at })
    .where(
      and(
        eq(participants.operationId, operationId),
        eq(participants.agencyId, agencyId),
        sql`${participants.leftAt} is null`,
      ),
    )
    .returning({ agencyId: participants.agencyId });
  return ended.length > 0;
}

export async function setSteps(tx: Tx, agencyId: Id, steps: number): Promise<boolean> {
  const rows = await tx.execute<{ done: boolean }>(sql`select set_clearance_steps(${agencyId}, ${steps}) as done`);
  return rows[0]?.done ?? false;
}

/** Cases that were opened to all, 'newcomers from the start', are the new agency's to read too. */
export async function joinAudiencesOfAll(tx: Tx, operationId: Id, agencyId: Id) {
  await tx.execute(sql`
    insert into audience_readers (operation_id, audience_id, reader_id)
    select operation_id, id, ${agencyId} from audiences
    where operation_id = ${operationId} and kind = 'all' and joining = 'from_start'
    on conflict do nothing`);
}

/**
 * A private stream for each of these units, where there is none yet. Without a target for the conflict: a lead may make
 * the stream of another agency and never see it.
 */
export async function addUnitStreams(tx: Tx, operationId: Id, agencyId: Id, unitIds: readonly Id[]) {
  for (const unitId of unitIds) {
    const id = uuid();
    await tx
      .insert(streams)
      .values({ id, operationId, kind: "unit", agencyId, unitId, headHash: sql`sha256(convert_to(${id}, 'UTF8'))` })
      .onConflictDoNothing();
  }
}

export async function unitsOf(tx: Tx, agencyId: Id) {
  return tx
    .select({ id: agencyUnits.id, name: agencyUnits.name })
    .from(agencyUnits)
    .where(eq(agencyUnits.agencyId, agencyId))
    .orderBy(agencyUnits.createdAt, agencyUnits.name);
}

/** The units of an agency that news of an operation reach: one that came later has a stream from its first member on. */
export async function unitsFollowing(tx: Tx, operationId: Id, agencyId: Id): Promise<Id[]> {
  const rows = await tx
    .select({ id: streams.unitId })
    .from(streams)
    .where(and(eq(streams.operationId, operationId), eq(streams.agencyId, agencyId), eq(streams.kind, "unit")))
    .orderBy(streams.unitId);
  return rows.flatMap(({ id }) => id ?? []);
}

export type Invitable = {
  id: Id;
  agencyId: Id;
  unitId: Id;
  name: string;
  machine: boolean;
  state: "active" | "suspended";
};

/** The account behind an address or an id, if the bearer may bring that person in. */
export async function personToInvite(tx: Tx, by: { email: string } | { id: Id }): Promise<Invitable | undefined> {
  const [email, id] = "email" in by ? [by.email, null] : [null, by.id];
  const rows = await tx.execute<Invitable>(sql`
    select person_id as id, agency_id as "agencyId", unit_id as "unitId", name, machine, state
    from person_to_invite(${email}::text, ${id}::uuid)`);
  return rows[0];
}

export async function insertMember(tx: Tx, operationId: Id, agencyId: Id, { memberId, ...member }: MemberInput) {
  await tx.insert(members).values({ operationId, id: memberId, agencyId, ...member });
}

/** Whose member it is, for all who may see the members. */
export async function agencyOfMember(tx: Tx, operationId: Id, id: Id): Promise<Id | undefined> {
  const [member] = await tx
    .select({ agencyId: members.agencyId })
    .from(members)
    .where(and(eq(members.operationId, operationId), eq(members.id, id)));
  return member?.agencyId;
}

/** Locked for a change; for who may not change it, it is not there. */
export async function findMember(tx: Tx, operationId: Id, id: Id) {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.operationId, operationId), eq(members.id, id)))
    .for("update");
  return member;
}

type Terms = { role: Role; state: "active" | "suspended" };

export async function updateMember(tx: Tx, operationId: Id, id: Id, base: number, terms: Terms): Promise<boolean> {
  const changed = await tx
    .update(members)
    .set({ ...terms, version: base + 1 })
    .where(and(eq(members.operationId, operationId), eq(members.id, id), eq(members.version, base)))
    .returning({ id: members.id });
  return changed.length > 0;
}

/** Leads who could act today, but for one. */
export async function countOtherLeads(tx: Tx, operationId: Id, memberId: Id): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from members m
    join participants a on a.operation_id = m.operation_id and a.agency_id = m.agency_id and a.left_at is null
    join persons p on p.id = m.person_id and p.state = 'active'
    where m.operation_id = ${operationId} and m.role = 'lead' and m.state = 'active' and m.id <> ${memberId}
      and coalesce(m.to_day, 'infinity') >= current_date`);
  return rows[0]?.n ?? 0;
}
