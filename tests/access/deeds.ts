import type { EventType } from "#app/domain/event.ts";
import type { Id } from "#app/domain/id.ts";
import type { OperationPlan } from "#app/domain/operation.ts";
import { finishUpload, removeAttachment } from "#app/services/attachments.server.ts";
import { answerLink } from "#app/services/case-links.server.ts";
import { answerQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { putOnHold, returnReport, takeUpAgain } from "#app/services/clearance.server.ts";
import {
  agreeToMerge,
  closeDuplicate,
  proposeJoint,
  proposeMerge,
  tellApart,
} from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { confirmEntry, enterOnBehalf, objectToEntry } from "#app/services/on-behalf.server.ts";
import {
  approveBoundaries,
  changeMember,
  changePlan,
  endAgency,
  inviteAgency,
  inviteMember,
  moveOperation,
  setClearanceSteps,
} from "#app/services/operations.server.ts";
import { saveDraft, submitReport } from "#app/services/reports.server.ts";
import { changeView, dropView, saveView } from "#app/services/saved-views.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure } from "#app/services/seizures.server.ts";
import { writeSummary } from "#app/services/summaries.server.ts";
import { askForTallies } from "#app/services/tallies.server.ts";
import { answerTallyQuestion, remindOfTallies } from "#app/services/tally-watch.server.ts";
import { watchView } from "#app/services/view-notices.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import { read } from "#app/services/write.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { anEvent, saveEvents } from "#db/queries/events.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { aSeizureItem } from "#seeds/builders.ts";
import { zoneAtMidnight, zoneAtNoon } from "#tests/support/noon.ts";
import { tell } from "#tests/support/outcome-world.ts";
import { seal } from "#tests/support/webhook-world.ts";
import { aCommand, agencyOf, type World } from "#tests/support/world.ts";
import { aRecord, aRelease, type Records, someRecords } from "./cast.ts";
import { shareDashboard } from "./dashboard-deeds.ts";
import { onItsWay } from "./file-acts.ts";
import { releaseToPress } from "./press-deeds.ts";
import { anErratum, aReport } from "./report-acts.ts";
import { endWatch } from "./watch-deeds.ts";

/** The records of the table, and of which seizure the event of a type is that the table speaks of. */
export type Done = Pick<Records, "records" | "people"> & { lead: Acting; about: Partial<Record<EventType, Id>> };

/** Everything that can happen in an operation, once at least, in or about the unit that owns the records. */
export async function doEverything(world: World): Promise<Done> {
  const { records, question, tallyQuestion, watch, people } = await someRecords(world);
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  await plan(world, lead);
  await addAndRemove(people);
  await summarise(people.contact, records.shared);
  await takePart(world, lead);
  await keepAndWatch(people.contact);
  await anErratum(lead, await aReport(lead, "participants"));
  await shareDashboard(lead);
  await releaseToPress(world, lead);
  await tell(people.contact, await aRelease(people));
  await report(people, agencyOf(world, "VN-CUS").units[0].id);
  await answerTallyQuestion(people.contact, aCommand({ question: tallyQuestion, answer: "Two consignees." }));
  await remind(world);
  await answerQuestion(people.contact, aCommand({ question, answer: "At the quay." }));
  await askForTallies(lead, aCommand({ day: "2021-05-18", agencyIds: [agencyOf(world, "VN-CUS").id] }));
  await endWatch(world, people.contact, watch);
  const { amended, checked, unheld, narrowed } = await judge(people, world);
  const { merged, joined } = await pair(world, people);
  await tellWatchers(world);
  // By another window all records are judged anew, and once more by the one before.
  for (const endsOn of ["2021-04-20", "2021-09-15"]) await changeThePlan(lead, { endsOn });
  await moveOperation(lead, aCommand({ from: "active" as const, to: "follow_up" as const, reason: "" }));
  const about = {
    "seizure.released": records.shared,
    "seizure.amended": amended,
    "seizure.verified": checked,
    "seizure.narrowed": narrowed,
    "seizure.withdrawn": records.withdrawn,
    "seizure.erased": records.erased,
    "seizure.held": records.held,
    "seizure.unheld": unheld,
    "seizure.merged": merged,
    "seizure.unmerged": merged,
    "seizure.joined": joined,
    "seizure.parted": joined,
    "seizure.judged": records.shared,
  };
  return { records, people, lead, about };
}

/** A view that comes and goes for others, and one by which its maker is told of every new case. */
async function keepAndWatch(contact: Acting) {
  const said = { page: "map" as const, name: "Sea", query: "", shared: true };
  const [shown, watched] = [crypto.randomUUID(), crypto.randomUUID()];
  await saveView(contact, aCommand({ ...said, id: shown }));
  await changeView(contact, aCommand({ view: shown, base: 1, name: "Seas", shared: true, query: null }));
  await dropView(contact, aCommand({ view: shown }));
  await saveView(contact, aCommand({ ...said, id: watched, shared: false }));
  await watchView(contact, aCommand({ view: watched, threshold: 1, days: null }));
}

async function tellWatchers(world: World) {
  await seal(world);
  // The server of these sockets signs nobody in: its secret is not that of the database.
  await workOnWatches({ ...world.house, secret: world.database.proofKey }, () => false);
}

/** Borders are approved before an operation is active, so for a moment it is not. */
async function plan({ owner, operationId }: World, lead: Acting) {
  await announceOpening(lead);
  await owner`update operations set state = 'planning' where id = ${operationId}`;
  await approveBoundaries(lead, aCommand({ profile: "no_disputed" }));
  await owner`update operations set state = 'active' where id = ${operationId}`;
  await changeThePlan(lead, {});
}

export async function changeThePlan(lead: Acting, over: Partial<OperationPlan>) {
  const operation = await read(lead, (tx) => findOperation(tx, lead.operationId ?? ""));
  if (!operation) throw new Error("no operation");
  await changePlan(lead, aCommand({ plan: { ...operation.plan, ...over }, baseVersion: operation.version }));
}

/** The operation is of days long past; for a moment it is one of today, with its owner at work. */
async function remind({ owner, house, operationId }: World) {
  const promise = { operation_id: operationId, id: crypto.randomUUID(), rhythm: "daily", from_day: "2021-04-01" };
  const [of] = await owner<{ agency_id: Id }[]>`select agency_id from tally_promises limit 1`;
  const made = { made_by: promise.id, made_at: "2021-04-01", begun_by: promise.id };
  await owner`insert into tally_promises ${owner({ ...promise, ...of, ...made, zone: zoneAtNoon(), days_off: [], holidays: [] })}`;
  const [plan] = await owner<{ ends_on: string; zone: string }[]>`
    select ends_on::text, zone from operation_plans where operation_id = ${operationId} and ended_by is null`;
  if (!plan) throw new Error("no plan");
  // Where nothing was promised the operation's own zone counts: everybody else is asleep.
  const night = zoneAtMidnight();
  await owner`update operation_plans set ends_on = current_date + 2, zone = ${night} where operation_id = ${operationId}`;
  await remindOfTallies(house);
  await owner`
    update operation_plans set ends_on = ${plan.ends_on}, zone = ${plan.zone} where operation_id = ${operationId}`;
}

/** The operation was there before its members; the event of its opening is noted as the service notes it. */
async function announceOpening({ house, token, operationId }: Acting) {
  const touched = await house.db.transaction(async (tx) => {
    const self = await beginAs(tx, token, operationId);
    if (!self) throw new Error("a lead who is nobody");
    const noted = (["notices", "operation"] as const).map((stream) =>
      anEvent("operation.opened", { code: "OMD" }, stream),
    );
    return saveEvents(tx, self, crypto.randomUUID(), noted);
  });
  house.poke(touched);
}

async function takePart(world: World, lead: Acting) {
  const owner = agencyOf(world, "VN-CUS");
  const terms = { officialName: "Viet Nam", readsAll: true, clearanceSteps: 1, leads: false };
  await inviteAgency(lead, aCommand({ agencyId: owner.id, ...terms }));
  await setClearanceSteps(lead, aCommand({ agencyId: owner.id, steps: 1 }));
  const leaving = await world.agency("MM-CUS");
  await endAgency(lead, aCommand({ agencyId: leaving.id }));
  const memberId = crypto.randomUUID();
  const person = { personId: crypto.randomUUID(), name: "Officer New", email: `${memberId}@example.org` };
  const membership = { memberId, agencyId: owner.id, unitId: owner.units[0].id, fromDay: "2021-04-01", toDay: null };
  await inviteMember(lead, aCommand({ ...person, ...membership, role: "analyst" as const }));
  const change = { memberId, role: "reporter" as const, state: "active" as const, baseVersion: 1 };
  await changeMember(lead, aCommand(change));
}

/** Kept, put on hold, and sent back: the other steps of a report are behind the records already. */
async function report({ officer, contact }: Pick<Done["people"], "officer" | "contact">, unitId: Id) {
  await saveDraft(officer, aCommand({ id: crypto.randomUUID(), form: {}, baseVersion: null }));
  const { id: seizure, ...rest } = aRecord();
  await submitReport(officer, aCommand({ id: seizure, ...rest }));
  await putOnHold(contact, aCommand({ seizure, baseVersion: 1, note: "Until the raid is over" }));
  await takeUpAgain(contact, aCommand({ seizure, baseVersion: 2, note: "" }));
  await returnReport(contact, aCommand({ seizure, baseVersion: 3, note: "Which vessel?" }));
  await enterForPost({ officer, contact }, unitId);
}

/** Merged and taken apart again, told apart at once, and with an agency that has not agreed yet, or has. */
async function pair(world: World, people: Done["people"]) {
  const { contact, ocu } = people;
  const propose = async (kept: Id, dropped: Id) => {
    const duplicate = crypto.randomUUID();
    await proposeMerge(ocu, aCommand({ id: duplicate, kept, dropped, note: "" }));
    await agreeToMerge(contact, aCommand({ duplicate }));
    return duplicate;
  };
  const dropped = await aRelease(people);
  const duplicate = await propose(await aRelease(people), dropped);
  await closeDuplicate(contact, aCommand({ duplicate, note: "Two parcels" }));
  const two = { kept: await aRelease(people), dropped: await aRelease(people) };
  await tellApart(ocu, aCommand({ id: crypto.randomUUID(), ...two, note: "" }));
  await answerLink(contact, aCommand({ pair: [two.kept, two.dropped], answer: "linked", base: 0, note: "" }));
  const agency = await world.agency("SG-CUS");
  const abroad = {
    officer: await world.join({ role: "reporter", agency }),
    contact: await world.join({ role: "ncp", agency }),
  };
  await propose(two.kept, await aRelease(abroad));
  const joint = { id: crypto.randomUUID(), kept: two.dropped, dropped: await aRelease(abroad), note: "" };
  await proposeJoint(ocu, aCommand(joint));
  for (const owner of [abroad.contact, contact]) await agreeToMerge(owner, aCommand({ duplicate: joint.id }));
  await closeDuplicate(contact, aCommand({ duplicate: joint.id, note: "Two parcels" }));
  return { merged: dropped, joined: two.dropped };
}

/** A photo comes to a report, and goes again. */
async function addAndRemove({ officer, contact }: Done["people"]) {
  const seizure = await aRelease({ officer, contact });
  const upload = await onItsWay(officer, seizure, true);
  await finishUpload(officer, aCommand({ upload, seizure }));
  await removeAttachment(contact, aCommand({ attachment: upload, seizure }));
}

/** Put into another language, about a record that everybody reads. */
async function summarise(contact: Acting, seizure: Id) {
  await writeSummary(contact, aCommand({ seizure, language: "fr" as const, about: 1, base: 0, text: "Des défenses." }));
}

/** Entered for the unit, said to be wrong, and confirmed after all. */
async function enterForPost({ officer, contact }: Pick<Done["people"], "officer" | "contact">, unitId: Id) {
  const seizure = aRecord();
  const behalf = { unitId, informant: "Sergeant", channel: "telephone" as const, cameAt: "2021-05-17T09:00:00Z" };
  await enterOnBehalf(contact, aCommand({ seizure, behalf }));
  await objectToEntry(officer, aCommand({ seizure: seizure.id, objection: "It was Tuesday" }));
  await confirmEntry(officer, aCommand({ seizure: seizure.id }));
}

async function judge(people: Done["people"], world: World) {
  const { contact, ocu } = people;
  const seizure = { ...aRecord(), id: await aRelease(people) };
  const items = [aSeizureItem({ quantity: "13" })];
  const base = { facts: 1, case: 1, nominal: 1 };
  await amendSeizure(
    contact,
    aCommand({ seizure: { ...seizure, items }, base, kind: "correction", reason: "Weighed" }),
  );
  const checked = await aRelease(people);
  await verifySeizure(ocu, aCommand({ seizure: checked, base: 1 }));
  const unheld = await aRelease(people);
  await holdSeizure(contact, aCommand({ seizure: unheld, base: 1, reason: "" }));
  await unholdSeizure(contact, aCommand({ seizure: unheld, base: 1, reason: "" }));
  const narrowed = await aRelease(people);
  const keep = [agencyOf(world, "TH-CUS").id];
  await narrowSeizure(contact, aCommand({ seizure: narrowed, base: 1, keep, reason: "" }));
  return { amended: seizure.id, checked, unheld, narrowed };
}
