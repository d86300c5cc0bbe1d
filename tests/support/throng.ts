import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import { SCOPES } from "#app/domain/key.ts";

/** A running operation with many people in it, as rows: for programs that need more than services make in an hour. */
export type Throng = {
  operationId: Id;
  streamId: Id;
  /** Keys of machines, each of an agency of its own that releases without national steps. */
  keys: string[];
  /** Sessions of people who read all facts, spread over the agencies. */
  sessions: string[];
};

type Size = {
  agencies: number;
  people: number;
  /** Before the codes of its agencies and behind its own, where a database holds several. */
  name?: string;
  /** Agencies of countries that no atlas knows, or of none. */
  kind?: "country" | "organisation";
};

type Rows = Record<string, Record<string, unknown>[]>;

export async function makeThrong(
  ownerUrl: string,
  { agencies, people, name = "Z", kind = "country" }: Size,
): Promise<Throng> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const operationId = uuid();
  const offices = Array.from({ length: agencies }, (_, at) => anOffice(name, at));
  const machines = offices.map((office) => aPerson(office, "key"));
  const readers = Array.from({ length: people }, (_, at) => aPerson(offices[at % agencies] ?? offices[0], "session"));
  const streams = [
    ...["operation", "notices", "desk", "watch"].map((kind) => aStream(operationId, kind)),
    ...offices.map((office) => aStream(operationId, "unit", office)),
  ];
  const everybody = [...machines, ...readers];
  const rows: Rows = {
    administrations: offices.map(({ administration, code }) => ({
      id: administration,
      code,
      kind,
      name: code,
    })),
    agencies: offices.map(({ agency, administration, code }) => ({
      id: agency,
      administration_id: administration,
      code: `${code}-CUS`,
      name: `${code} customs`,
    })),
    agency_units: offices.map(({ unit, agency }) => ({ id: unit, agency_id: agency, name: "Port" })),
    persons: everybody.map(({ person }) => person),
    tokens: everybody.map(({ stored }) => stored),
    api_keys: machines.map(({ person, stored }) => ({
      id: stored.id,
      agency_id: person.agency_id,
      machine_id: person.id,
      prefix: "throng",
      scopes: SCOPES,
    })),
    operations: [{ id: operationId, code: `THRONG${name}`, state: "active", created_by: machines[0]?.person.id }],
    operation_plans: [aPlan(operationId)],
    participant_administrations: offices.map(({ administration, code }) => ({
      operation_id: operationId,
      administration_id: administration,
      official_name: code,
    })),
    participants: offices.map(({ agency, administration }) => ({
      operation_id: operationId,
      agency_id: agency,
      administration_id: administration,
      clearance_steps: 0,
      joined_on: day(-30),
    })),
    members: everybody.map(({ person }, at) => ({
      operation_id: operationId,
      id: uuid(),
      person_id: person.id,
      agency_id: person.agency_id,
      unit_id: person.unit_id,
      role: at < machines.length ? "ncp" : "analyst",
      from_day: day(-30),
    })),
    streams,
  };
  try {
    for (const [table, all] of Object.entries(rows)) {
      for (let at = 0; at < all.length; at += 1_000)
        await sql`insert into ${sql(table)} ${sql(all.slice(at, at + 1_000))}`;
    }
  } finally {
    await sql.end();
  }
  const streamId = streams[0]?.id ?? "";
  return {
    operationId,
    streamId,
    keys: machines.map(({ token }) => token),
    sessions: readers.map(({ token }) => token),
  };
}

type Office = { administration: Id; agency: Id; unit: Id; code: string };

function anOffice(name: string, at: number): Office {
  const letters = [Math.floor(at / 26), at % 26].map((letter) => String.fromCharCode(65 + letter)).join("");
  return { administration: uuid(), agency: uuid(), unit: uuid(), code: `${name}${letters}` };
}

function aPerson(office: Office | undefined, kind: "key" | "session") {
  if (!office) throw new Error("a person needs an agency");
  const id = uuid();
  const token = randomBytes(32).toString("base64url");
  return {
    token,
    person: {
      id,
      agency_id: office.agency,
      unit_id: office.unit,
      email: `${id}@example.org`,
      name: "Officer",
      machine: kind === "key",
    },
    stored: {
      id: uuid(),
      hash: createHash("sha256").update(token).digest(),
      kind,
      person_id: id,
      expires_at: new Date(Date.now() + 86_400_000),
    },
  };
}

function aStream(operationId: Id, kind: string, office?: Office) {
  const id = uuid();
  const head_hash = createHash("sha256").update(id).digest();
  return {
    id,
    operation_id: operationId,
    kind,
    agency_id: office?.agency ?? null,
    unit_id: office?.unit ?? null,
    head_hash,
  };
}

function aPlan(operationId: Id) {
  return {
    operation_id: operationId,
    version: 1,
    begun_by: uuid(),
    name: "Throng",
    edition: "",
    objectives: "",
    scope: ["F2", "D1"],
    zone: "Asia/Ho_Chi_Minh",
    starts_on: day(-20),
    ends_on: day(20),
    follow_up_ends_on: day(50),
    debrief_on: day(80),
    cut_off: "18:00",
    late_limit_hours: 72,
    handling: "H0",
    tier: "B",
    joining: "from_start",
    reporters_read_facts: false,
    boundary_profile: "no_disputed",
  };
}

function day(from: number): string {
  return new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
}
