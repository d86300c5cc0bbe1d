import type { Relation } from "#app/domain/access.ts";
import type { Id } from "#app/domain/id.ts";
import { ROLES, type Role } from "#app/domain/member.ts";
import { askQuestion } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { clearReport, submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { type Agency, aCommand, agencyOf, type World } from "#tests/support/world.ts";
import type { Record_, Standing } from "./expectation.ts";

/** Where a reader of each relation stands towards the first unit of Viet Nam Customs, which owns every record here. */
const SEAT: Record<Relation, { agency: string; unit: 0 | 1 }> = {
  "own-unit": { agency: "VN-CUS", unit: 0 },
  "own-agency": { agency: "VN-CUS", unit: 1 },
  "own-administration": { agency: "VN-POL", unit: 0 },
  named: { agency: "TH-CUS", unit: 0 },
  other: { agency: "LA-CUS", unit: 0 },
};

export type Cast = {
  records: Record<Exclude<Record_, "-">, Id>;
  question: Id;
  reader: (role: Role, relation: Relation, standing: Standing) => Acting & { memberId?: Id };
};

/** Words that stand in one tier of a record and nowhere else. */
export const CANARY = { B: "CANARY-CASE", C: "CANARY-NAME" } as const;

/** The records that the table speaks of, and a reader of each kind. */
export async function aCast(world: World): Promise<Cast> {
  const owner = agencyOf(world, "VN-CUS");
  const people = {
    officer: await world.join({ role: "reporter", agency: owner }),
    contact: await world.join({ role: "ncp", agency: owner }),
    ocu: await world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
  };
  const thai = agencyOf(world, "TH-CUS").id;
  const release = async (over: { named?: boolean }) => {
    const seizure = aRecord(over.named ? [thai] : null);
    await submitReport(people.officer, aCommand(seizure));
    await clearReport(people.contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
    return seizure.id;
  };
  const records = {
    shared: await release({}),
    named: await release({ named: true }),
    held: await release({ named: true }),
    withdrawn: await release({ named: true }),
    report: await inClearance(world, people),
  };
  await holdSeizure(people.contact, aCommand({ seizure: records.held, base: 1, reason: "" }));
  await withdrawSeizure(people.contact, aCommand({ seizure: records.withdrawn, base: 1, reason: "Not ours" }));
  const question = crypto.randomUUID();
  await askQuestion(
    people.ocu,
    aCommand({ id: question, seizure: records.shared, field: "place", question: "Where exactly?" }),
  );
  return { records, question, reader: await readers(world) };
}

function aRecord(recipients: Id[] | null) {
  return aSeizureInput({
    narrative: CANARY.B,
    detections: ["dog"],
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

async function readers(world: World): Promise<Cast["reader"]> {
  const made = new Map<string, Acting>();
  for (const relation of Object.keys(SEAT) as Relation[]) {
    const { agency, unit } = SEAT[relation];
    for (const role of ROLES) {
      for (const state of ["active", "suspended"] as const) {
        made.set(`${role} ${relation} ${state}`, await world.join({ role, agency: seat(world, agency), unit, state }));
      }
    }
  }
  const outsider = await world.stranger();
  const administrator = await world.stranger();
  await world.owner`update persons set administrator = true where id = ${administrator.personId}`;
  const anonymous = { ...outsider, token: "" };
  return (role, relation, standing) => {
    if (standing === "outsider") return outsider;
    if (standing === "administrator") return administrator;
    if (standing === "anonymous") return anonymous;
    const acting = made.get(`${role} ${relation} ${standing === "member" ? "active" : "suspended"}`);
    if (!acting) throw new Error(`nobody is ${role} ${relation}`);
    return acting;
  };
}

function seat(world: World, code: string): Agency {
  return agencyOf(world, code);
}
