import { RELATIONS, type Relation } from "#app/domain/access.ts";
import type { Id } from "#app/domain/id.ts";
import { ROLES, type Role } from "#app/domain/member.ts";
import { TallyPromise } from "#app/domain/tally/rhythm.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { askQuestion } from "#app/services/checks.server.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { proposeMerge } from "#app/services/duplicates.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { postTallies, promiseTallies } from "#app/services/tallies.server.ts";
import { settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { type Agency, aCommand, agencyOf, type World } from "#tests/support/world.ts";
import type { Cell, Record_, Standing } from "./expectation.ts";
import { keepWatch } from "./watch-deeds.ts";

/** Where a reader of each relation stands towards the first unit of Viet Nam Customs, which owns every record here. */
const SEAT: Record<Relation, { agency: string; unit: 0 | 1 }> = {
  "own-unit": { agency: "VN-CUS", unit: 0 },
  "own-agency": { agency: "VN-CUS", unit: 1 },
  "own-administration": { agency: "VN-POL", unit: 0 },
  named: { agency: "TH-CUS", unit: 0 },
  other: { agency: "LA-CUS", unit: 0 },
};

export type Reader = Acting & { memberId?: Id; personId?: Id };
export type Records = {
  records: Record<Exclude<Record_, "-">, Id>;
  question: Id;
  tallyQuestion: Id;
  watch: { shift: Id; handover: Id };
  people: { officer: Acting; contact: Acting; ocu: Acting };
};
export type Readers = (role: Role, relation: Relation, standing: Standing) => Reader;
export type Cast = Records & { reader: Readers };

/** Words that stand in one tier of a record and nowhere else. */
export const CANARY = { B: "CANARY-CASE", C: "CANARY-NAME" } as const;

/** The records that the table speaks of, and a reader of each kind. */
export async function aCast(world: World): Promise<Cast> {
  return { ...(await someRecords(world)), reader: await readers(world) };
}

/** One record of each kind, all of the same unit. */
export async function someRecords(world: World): Promise<Records> {
  const owner = agencyOf(world, "VN-CUS");
  const people = {
    officer: await world.join({ role: "reporter", agency: owner }),
    contact: await world.join({ role: "ncp", agency: owner }),
    ocu: await world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
  };
  const thai = agencyOf(world, "TH-CUS").id;
  const records = {
    shared: await aRelease(people),
    named: await aRelease(people, [thai]),
    held: await aRelease(people, [thai]),
    withdrawn: await aRelease(people, [thai]),
    erased: await aRelease(people, [thai]),
    report: await inClearance(world, people),
  };
  await holdSeizure(people.contact, aCommand({ seizure: records.held, base: 1, reason: "" }));
  await withdrawSeizure(people.contact, aCommand({ seizure: records.withdrawn, base: 1, reason: "Not ours" }));
  for (const record of [records.shared, records.named, records.held, records.withdrawn, records.erased]) {
    await summaryOf(world, people.contact, record);
  }
  await eraseAsOrdered(people.contact, records.erased);
  await orderOn(world, owner, records.shared);
  for (const record of [records.shared, records.named, records.held, records.withdrawn, records.report]) {
    await photoOf(world, owner, record);
  }
  await entryOf(world, owner, records.report);
  const question = crypto.randomUUID();
  await askQuestion(
    people.ocu,
    aCommand({ id: question, seizure: records.shared, field: "place", question: "Where exactly?" }),
  );
  const double = { kept: records.shared, dropped: await aRelease(people), note: "" };
  await proposeMerge(people.ocu, aCommand({ id: crypto.randomUUID(), ...double }));
  await sayTallies(people.contact);
  const tallyQuestion = await watchTallies(world, people.contact);
  const watch = await keepWatch(people.contact);
  return { records, question, tallyQuestion, watch, people };
}

async function eraseAsOrdered(contact: Acting, seizure: Id) {
  const order = { reference: "12/2021", approver: "" };
  await eraseSeizure(contact, aCommand({ seizure, base: 1, reason: "A court demands it", order }), caseNoOf(seizure));
}

/** The national case number of a record that is made here. */
export const caseNoOf = (seizure: Id) => `CASE-${seizure.slice(0, 8)}`;

/** On whose word the case stands as it does. */
async function orderOn({ owner, operationId }: World, { id: agency_id, units }: Agency, seizure_id: Id) {
  const about = { operation_id: operationId, seizure_id, version: 1, agency_id, unit_id: units[0].id };
  await owner`insert into seizure_orders ${owner({ ...about, reference: "12/2021", approver: "Head of office" })}`;
}

/** Its narrative in another language. */
async function summaryOf({ owner, operationId }: World, contact: Acting, seizure_id: Id) {
  const { id: author_id } = await read(contact, async (_tx, self) => memberOf(self));
  const about = { operation_id: operationId, seizure_id, language: "en", version: 1, about_version: 1 };
  await owner`insert into narrative_summaries ${owner({ ...about, text: "Tusks in a box.", author_id })}`;
}

/** A photo at it, as the row says; no file is asked for here. */
async function photoOf({ owner, operationId }: World, { id: agency_id, units }: Agency, seizure_id: Id) {
  const keys = { operation_id: operationId, id: crypto.randomUUID(), agency_id, unit_id: units[0].id };
  const view = { view_key: crypto.randomUUID(), view_type: "image/jpeg", view_bytes: 1 };
  const row = { ...keys, ...view, seizure_id, kind: "photo", media_type: "image/jpeg", author_id: agency_id };
  await owner`insert into attachments ${owner(row)}`;
  const original = { key: crypto.randomUUID(), name: "IMG_1.jpg", bytes: 1, sha256: "" };
  await owner`insert into attachment_originals ${owner({ ...keys, ...original })}`;
  const upload = {
    ...keys,
    id: crypto.randomUUID(),
    seizure_id,
    member_id: agency_id,
    kind: "photo",
    audience: "case",
  };
  await owner`insert into uploads ${owner({ ...upload, name: "IMG_2.jpg", bytes: 2 })}`;
  const piece = { operation_id: operationId, upload_id: upload.id, member_id: agency_id, position: 0 };
  await owner`insert into upload_pieces ${owner({ ...piece, content: Buffer.from([1]) })}`;
}

/** It was entered by a contact point for the unit. */
async function entryOf({ owner, operationId }: World, { id: agency_id, units }: Agency, seizure_id: Id) {
  const about = { operation_id: operationId, seizure_id, agency_id, unit_id: units[0].id };
  const told = { informant: "Sergeant", channel: "telephone", came_at: "2021-05-17", receipt: "7Q4-KM2" };
  await owner`insert into on_behalf ${owner({ ...about, ...told, entered_by: agency_id })}`;
}

/** What the agency promised of its tallies, and one of them, with everything that a tally has. */
async function sayTallies(contact: Acting) {
  const { agencyId } = await read(contact, async (_tx, self) => memberOf(self));
  const promise = TallyPromise.parse({ rhythm: "daily", fromDay: "2099-01-01", zone: "Asia/Ho_Chi_Minh" });
  await promiseTallies(contact, aCommand({ id: crypto.randomUUID(), agencyId, promise }));
  const groups = [{ group: "F2", cases: 1, quantities: [{ quantity: "95.5", unit: "kg" }] }];
  const tallies = ["2021-05-17", DIFFERING].map((day) => TallyInput.parse({ day, nil: false, groups }));
  await postTallies(contact, aCommand({ tallies }));
}

/** A day of a tally without any case report. */
export const DIFFERING = "2021-05-16";

/** What the clock does: the question about the difference, and a reminder. Answers the question. */
async function watchTallies({ house, owner, operationId }: World, contact: Acting): Promise<Id> {
  await settleTallyQuestions(house);
  const { agencyId } = await read(contact, async (_tx, self) => memberOf(self));
  const sent = { operation_id: operationId, agency_id: agencyId, day: DIFFERING, kind: "missing" };
  await owner`insert into tally_reminders ${owner(sent)}`;
  const [asked] = await owner<
    { id: Id }[]
  >`select id from tally_questions where day = ${DIFFERING} and operation_id = ${operationId}`;
  if (!asked) throw new Error("no question");
  return asked.id;
}

export function aRecord(recipients: Id[] | null = null) {
  return aSeizureInput({
    narrative: CANARY.B,
    detections: ["dog"],
    transportNo: "VN 661",
    audience: recipients ? { kind: "agencies", agencies: recipients } : { kind: "all" },
    nominal: {
      persons: [{ name: CANARY.C, document: "", note: "" }],
      registration: "",
      waybill: "",
      note: "",
      recipients: recipients ?? [],
    },
  });
}

type People = { officer: Acting; contact: Acting };

/** Sent by the officer, cleared by the contact point. */
export async function aRelease({ officer, contact }: People, recipients: Id[] | null = null): Promise<Id> {
  const seizure = aRecord(recipients);
  await submitReport(officer, aCommand(seizure));
  await clearReport(contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
  return seizure.id;
}

/** A report that has one of two approvals. */
async function inClearance(world: World, { officer, contact }: People): Promise<Id> {
  const { id: agency } = agencyOf(world, "VN-CUS");
  const steps = (n: number) => world.owner`update participants set clearance_steps = ${n} where agency_id = ${agency}`;
  await steps(2);
  const seizure = aRecord(null);
  await submitReport(officer, aCommand(seizure));
  await clearReport(contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
  await steps(1);
  return seizure.id;
}

/** Somebody of each role and relation in each standing; those who are members of nothing are one person each. */
export async function readers(world: World): Promise<Readers> {
  const made = new Map<string, Reader>();
  const gone: Id[] = [];
  await addAgencyThatLeft(world);
  for (const relation of RELATIONS) {
    for (const role of ROLES) {
      for (const standing of ["member", "suspended", "left"] as const) {
        const state = standing === "suspended" ? "suspended" : "active";
        const reader = await world.join({ role, ...seatOf(world, relation, standing), state });
        made.set(`${role} ${relation} ${standing}`, reader);
        if (standing === "left") gone.push(reader.memberId);
      }
    }
  }
  await world.owner`update members set to_day = from_day where id in ${world.owner(gone)}`;
  const alone = await readersAlone(world);
  return (role, relation, standing) => {
    const reader = alone.get(standing) ?? made.get(`${role} ${relation} ${standing}`);
    if (!reader) throw new Error(`nobody is ${role} ${relation} ${standing}`);
    return reader;
  };
}

/** Role and relation mean nothing for them; who is signed out was of the unit that owns everything. */
async function readersAlone(world: World): Promise<Map<Standing, Reader>> {
  const outsider = await world.stranger();
  const opener = await world.stranger();
  await world.owner`update persons set may_open = true where id = ${opener.personId}`;
  const administrator = await world.stranger();
  await world.owner`update persons set administrator = true where id = ${administrator.personId}`;
  const signedOut = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  await world.owner`update tokens set revoked_at = now() where person_id = ${signedOut.personId}`;
  const { house, operationId } = outsider;
  return new Map<Standing, Reader>([
    ["outsider", outsider],
    ["opener", opener],
    ["administrator", administrator],
    ["signed-out", signedOut],
    ["anonymous", { house, operationId, token: "" }],
  ]);
}

/**
 * Who asks for a cell over HTTP, where every question costs: of those who are refused whatever their seat was, one of
 * each role, from the unit that owns the records or with an agency that left. Plain SQL asks from every seat.
 */
export function askerOf(reader: Readers, { role, relation, standing }: Pick<Cell, "role" | "relation" | "standing">) {
  if (standing !== "left") return reader(role, relation, standing);
  return reader(role, ROLES.indexOf(role) % 2 === 0 ? "own-unit" : "other", standing);
}

const LEFT = "KH-CUS";

async function addAgencyThatLeft(world: World) {
  const { id } = await world.agency(LEFT);
  await world.owner`update participants set left_at = now() where agency_id = ${id}`;
}

/** Of those who left, the ones of other agencies went with their whole agency, all others by their own last day. */
export function seatOf(world: World, relation: Relation, standing: Standing): { agency: Agency; unit: 0 | 1 } {
  const { agency, unit } = SEAT[relation];
  const hasLeft = standing === "left" && relation === "other";
  return { agency: agencyOf(world, hasLeft ? LEFT : agency), unit };
}
