import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import type { Role } from "#app/domain/member.ts";
import type { OperationState } from "#app/domain/operation.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { aStore } from "./files.ts";

type Unit = { id: Id; agencyId: Id };
export type Agency = { id: Id; code: string; administrationId: Id; units: [Unit, Unit] };
type Joining = { role: Role; agency: Agency; unit?: 0 | 1; state?: "active" | "suspended" };

export type WorldOptions = {
  state?: OperationState;
  /** National approvals of each agency; 1 where nothing is said. */
  steps?: Record<string, number>;
  reportersReadFacts?: boolean;
  startsOn?: string;
  endsOn?: string;
};

/** An operation with agencies and members, in a database of its own; services run in it as they do in the product. */
export type World = {
  database: FreshDatabase;
  app: Database;
  owner: postgres.Sql;
  house: House;
  /** Streams that services said have something to seal. */
  poked: Id[];
  operationId: Id;
  agencies: Record<string, Agency>;
  /** A new member, and the way to act as that person. */
  join: (joining: Joining) => Promise<Acting & { memberId: Id; personId: Id }>;
  agency: (code: string, options?: { readsAll?: boolean; administration?: string }) => Promise<Agency>;
  /** A person who is a member of nothing. */
  stranger: () => Promise<Acting & { personId: Id }>;
  /** Another operation of the same agencies, with people of its own. */
  another: () => Promise<World>;
  close: () => Promise<void>;
};

type Ground = Pick<World, "database" | "app" | "owner" | "house" | "poked">;
const AGENCIES = ["VN-CUS", "VN-POL", "TH-CUS", "LA-CUS", "RILO"];

/** Viet Nam, Thailand and Lao PDR customs, the police of Viet Nam, and RILO, in an operation that is running. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const app = openDatabase(database.appUrl, { max: 8 });
  const poked: Id[] = [];
  const quiet = { info: () => {}, error: () => {} };
  const house: House = {
    db: app.db,
    poke: (streams) => poked.push(...streams),
    secret: database.proofKey,
    ...aStore(),
    log: quiet,
  };
  return operationIn({ database, app, owner, house, poked }, options, {});
}

/** `known` are agencies that are there already, from other operations. */
async function operationIn(ground: Ground, options: WorldOptions, known: Record<string, Agency>): Promise<World> {
  const { owner, app, house } = ground;
  const operationId = await openOperation(owner, options);
  const agencies: Record<string, Agency> = {};
  const agency: World["agency"] = async (code, { readsAll = true, administration = code.slice(0, 2) } = {}) => {
    const made = known[code] ?? (await addAgency(owner, { code, administration }));
    await takePart(owner, operationId, made, { readsAll, steps: options.steps?.[code] ?? 1 });
    agencies[code] = made;
    return made;
  };
  for (const code of AGENCIES) await agency(code);
  const actingAs = (token: string): Acting => ({ house, token, operationId });
  return {
    ...ground,
    operationId,
    agencies,
    agency,
    join: async (joining) => {
      const { token, memberId, personId } = await addMember(owner, operationId, joining);
      return { ...actingAs(token), memberId, personId };
    },
    stranger: async () => {
      const any = await addAgency(owner, { code: `X-${randomBytes(3).toString("hex")}`, administration: "XX" });
      const { token, personId } = await addPerson(owner, any, 0);
      return { ...actingAs(token), personId };
    },
    another: () => operationIn(ground, options, { ...known, ...agencies }),
    close: async () => {
      await Promise.all([app.end(), owner.end()]);
    },
  };
}

async function openOperation(owner: postgres.Sql, options: WorldOptions): Promise<Id> {
  const { state = "active", startsOn = "2021-04-15", endsOn = "2021-09-15", reportersReadFacts = false } = options;
  const id = uuid();
  const maker = { administration: uuid(), agency: uuid(), unit: uuid(), person: uuid() };
  const code = `MAKER-${id}`;
  await owner`insert into administrations ${owner({ id: maker.administration, code, kind: "organisation", name: "Maker" })}`;
  await owner`insert into agencies ${owner({ id: maker.agency, administration_id: maker.administration, code, name: "Maker" })}`;
  await owner`insert into agency_units ${owner({ id: maker.unit, agency_id: maker.agency, name: "Office" })}`;
  await owner`insert into persons ${owner({ id: maker.person, agency_id: maker.agency, unit_id: maker.unit, email: `${maker.person}@example.org`, name: "Maker" })}`;
  const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`select count(*)::int as n from operations`;
  await owner`insert into operations ${owner({ id, code: n === 0 ? "OMD" : `OMD${n}`, state, created_by: maker.person })}`;
  await owner`insert into operation_plans ${owner({
    operation_id: id,
    version: 1,
    begun_by: uuid(),
    name: "Mekong Dragon",
    edition: "III",
    objectives: "",
    scope: ["F2", "D1"],
    zone: "Asia/Ho_Chi_Minh",
    starts_on: startsOn,
    ends_on: endsOn,
    follow_up_ends_on: "2021-12-15",
    debrief_on: "2022-01-31",
    cut_off: "18:00",
    late_limit_hours: 72,
    handling: "H1",
    tier: "B",
    joining: "from_start",
    reporters_read_facts: reportersReadFacts,
    boundary_profile: "no_disputed",
  })}`;
  for (const kind of ["operation", "notices", "desk", "watch"])
    await addStream(owner, id, { kind, agencyId: null, unitId: null });
  return id;
}

async function addStream(
  owner: postgres.Sql,
  operationId: Id,
  at: { kind: string; agencyId: Id | null; unitId: Id | null },
) {
  const id = uuid();
  const head_hash = createHash("sha256").update(id).digest();
  await owner`insert into streams ${owner({ id, operation_id: operationId, kind: at.kind, agency_id: at.agencyId, unit_id: at.unitId, head_hash })}`;
}

type NewAgency = { code: string; administration: string };

async function addAgency(owner: postgres.Sql, { code, administration }: NewAgency): Promise<Agency> {
  const id = uuid();
  await owner`insert into administrations ${owner({ id: uuid(), code: administration, kind: "country", name: administration })} on conflict (code) do nothing`;
  const [found] = await owner<{ id: Id }[]>`select id from administrations where code = ${administration}`;
  if (!found) throw new Error("no administration");
  await owner`insert into agencies ${owner({ id, administration_id: found.id, code, name: `Agency ${code}` })}`;
  const units: [Unit, Unit] = [
    { id: uuid(), agencyId: id },
    { id: uuid(), agencyId: id },
  ];
  for (const [no, unit] of units.entries()) {
    await owner`insert into agency_units ${owner({ id: unit.id, agency_id: id, name: `Unit ${no + 1}` })}`;
  }
  return { id, code, administrationId: found.id, units };
}

type Terms = { readsAll: boolean; steps: number };

async function takePart(owner: postgres.Sql, operationId: Id, agency: Agency, { readsAll, steps }: Terms) {
  const { id, administrationId, units } = agency;
  for (const unit of units) await addStream(owner, operationId, { kind: "unit", agencyId: id, unitId: unit.id });
  const [found] = await owner<{ code: string }[]>`select code from administrations where id = ${administrationId}`;
  const of = { operation_id: operationId, administration_id: administrationId };
  await owner`insert into participant_administrations ${owner({ ...of, official_name: found?.code ?? "" })} on conflict do nothing`;
  const terms = { clearance_steps: steps, reads_all: readsAll, joined_on: "2021-04-01" };
  await owner`insert into participants ${owner({ ...of, ...terms, agency_id: id })}`;
}

async function addPerson(owner: postgres.Sql, agency: Agency, unit: 0 | 1) {
  const personId = uuid();
  const token = randomBytes(32).toString("base64url");
  await owner`insert into persons ${owner({ id: personId, agency_id: agency.id, unit_id: agency.units[unit].id, email: `${personId}@example.org`, name: `Officer ${agency.code}` })}`;
  await owner`insert into tokens ${owner({ id: uuid(), hash: createHash("sha256").update(token).digest(), kind: "session", person_id: personId, expires_at: new Date(Date.now() + 86_400_000) })}`;
  return { personId, token };
}

async function addMember(owner: postgres.Sql, operationId: Id, { role, agency, unit = 0, state = "active" }: Joining) {
  const { personId, token } = await addPerson(owner, agency, unit);
  const memberId = uuid();
  await owner`insert into members ${owner({
    operation_id: operationId,
    id: memberId,
    person_id: personId,
    agency_id: agency.id,
    unit_id: agency.units[unit].id,
    role,
    state,
    from_day: "2021-04-01",
  })}`;
  return { personId, token, memberId };
}

/** A command with a new id. */
export function aCommand<T>(input: T, id: Id = uuid()): { id: Id; input: T } {
  return { id, input };
}

/** The named agency of a world; a test that names none fails here and not later. */
export function agencyOf(world: World, code: string): Agency {
  const agency = world.agencies[code];
  if (!agency) throw new Error(`no agency ${code}`);
  return agency;
}
