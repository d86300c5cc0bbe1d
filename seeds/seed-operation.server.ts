import { v7 as uuid } from "uuid";
import type { Role } from "#app/domain/member.ts";
import { putOnHold } from "#app/services/clearance.server.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import {
  addMember,
  approveBoundaries,
  moveOperation,
  openOperation,
  setClearanceSteps,
} from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { releaseInBulk } from "./bulk-release.server.ts";
import type { Sessions } from "./seed-accounts.server.ts";
import { tellAfterwards } from "./seed-after.server.ts";
import { askAndAnswer, correct, keepWatch, spreadWaiting, withdrawAsTold } from "./seed-life.server.ts";
import type { SeedOperation, SeedWaiting } from "./seed-plan.ts";
import { seedTallies } from "./seed-tallies.server.ts";
import { agencyOf, dataEntryOf, participationOf, personId } from "./world.server.ts";

/** As the owner of the database: nobody is served yet, and what the services check is checked all the same. */
type Seeding = { house: House; sessions: Sessions; now: Date };

/** Opens the operation by its lead, brings everybody in, and enters the records in the names of their agencies. */
export async function seedOperation({ house, sessions, now }: Seeding, operation: SeedOperation): Promise<void> {
  const as = (person: string): Acting => ({ house, token: sessions.tokenOf(person), operationId: operation.id });
  const lead = as(operation.openedBy);
  await open(lead, operation);
  const entering = await bringInDataEntry(lead, operation);
  await enter(lead, operation, entering);
  const owner = (agencyId: string) => as(entering.get(agencyId)?.personId ?? "");
  for (const release of operation.releases) await withdrawAsTold(owner(release.agencyId), release);
  for (const correction of operation.corrections) await correct(owner(correction.agencyId), correction);
  await giveTallies(lead, operation, entering, now);
  for (const code of operation.agencies) await setSteps(lead, code);
  for (const waiting of operation.waiting) await send(as, waiting);
  await spreadWaiting(lead, now);
  const ocu = as(personId("ocu"));
  for (const asked of operation.questions) await askAndAnswer(ocu, owner(asked.agencyId), asked);
  if (operation.watch) await keepWatch(as, operation.watch, operation);
  if (operation.after) await tellAfterwards({ as, owner, now }, operation, operation.after);
}

async function open(lead: Acting, operation: SeedOperation): Promise<void> {
  const { id, code, plan, kind, datesMovedDays } = operation;
  // Without approvals while the records come in: they were cleared before.
  const participants = operation.agencies.map((agency) => ({ ...participationOf(agency), clearanceSteps: 0 }));
  const coLeads = participants.filter((participant) => participant.leads).map((participant) => participant.agencyId);
  const opening = { id: uuid(), input: { id, code, plan, coLeads, participants, contacts: [] } };
  await openOperation({ ...lead, operationId: null }, opening, { kind, datesMovedDays });
  for (const { id: memberId, personId: person, unitId, role } of operation.members) {
    if (person !== operation.openedBy) await join(lead, operation, { memberId, personId: person, unitId, role });
  }
  await moveOperation(lead, { id: uuid(), input: { from: "draft", to: "planning", reason: "" } });
  await approveBoundaries(lead, { id: uuid(), input: { profile: plan.boundaryProfile } });
  await moveOperation(lead, { id: uuid(), input: { from: "planning", to: "active", reason: "" } });
}

type Joining = { memberId: string; personId: string; unitId: string; role: Role };

async function join(lead: Acting, { plan }: SeedOperation, joining: Joining): Promise<void> {
  await addMember(lead, { id: uuid(), input: { ...joining, fromDay: plan.startsOn, toDay: null } });
}

type Entering = ReadonlyMap<string, { memberId: string; personId: string; reporter: string }>;

/** A machine account for each agency that has records, as its contact point. */
async function bringInDataEntry(lead: Acting, operation: SeedOperation): Promise<Entering> {
  const reporting = new Set(operation.releases.map((release) => release.agencyId));
  const entering = new Map<string, { memberId: string; personId: string; reporter: string }>();
  for (const code of operation.agencies) {
    const agencyId = agencyOf(code).id;
    if (!reporting.has(agencyId)) continue;
    const { id: personId, unitId } = dataEntryOf(code);
    const memberId = uuid();
    await join(lead, operation, { memberId, personId, unitId, role: "ncp" });
    entering.set(agencyId, { memberId, personId, reporter: code.slice(0, 2) });
  }
  return entering;
}

async function enter(acting: Acting, operation: SeedOperation, owners: Entering): Promise<void> {
  const ocu = operation.members.find((member) => member.personId === personId("ocu"));
  if (!ocu) throw new Error("An operation without a coordination unit");
  await acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, operation.id);
    if (!self?.member) throw new Error("A lead who is no member");
    const checker = { memberId: ocu.id, agencyId: ocu.agencyId };
    await releaseInBulk(tx, { lead: self.member, owners, checker }, operation.releases);
  });
}

/** After the records, since tallies are counted from them. */
async function giveTallies(acting: Acting, operation: SeedOperation, owners: Entering, now: Date): Promise<void> {
  await acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, operation.id);
    if (!self?.member) throw new Error("A lead who is no member");
    await seedTallies(tx, { lead: self.member, owners, now }, operation);
  });
}

async function send(as: (person: string) => Acting, { officer, contact, input, onHold }: SeedWaiting): Promise<void> {
  await submitReport(as(officer), { id: uuid(), input });
  if (onHold === null) return;
  await putOnHold(as(contact), { id: uuid(), input: { seizure: input.id, baseVersion: 1, note: onHold } });
}

async function setSteps(lead: Acting, code: string): Promise<void> {
  const { agencyId, clearanceSteps } = participationOf(code);
  if (clearanceSteps > 0) await setClearanceSteps(lead, { id: uuid(), input: { agencyId, steps: clearanceSteps } });
}
