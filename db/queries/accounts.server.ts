import { asc, eq, sql } from "drizzle-orm";
import type { AdministrationInput, AgencyInput, UnitInput } from "../../app/domain/account.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { accessLog, administrations, agencies, agencyUnits, persons } from "../schema.ts";

/** Countries and organisations in the order of their names, each with its agencies and their units. */
export async function listOrganisations(tx: Tx) {
  const [heads, bodies, units] = await Promise.all([
    tx
      .select({
        id: administrations.id,
        code: administrations.code,
        kind: administrations.kind,
        name: administrations.name,
      })
      .from(administrations)
      .orderBy(asc(administrations.name)),
    tx
      .select({
        id: agencies.id,
        administrationId: agencies.administrationId,
        code: agencies.code,
        name: agencies.name,
      })
      .from(agencies)
      .orderBy(asc(agencies.name)),
    tx
      .select({ id: agencyUnits.id, agencyId: agencyUnits.agencyId, name: agencyUnits.name })
      .from(agencyUnits)
      .orderBy(asc(agencyUnits.createdAt), asc(agencyUnits.name)),
  ]);
  const whole = bodies.map((agency) => ({ ...agency, units: units.filter((unit) => unit.agencyId === agency.id) }));
  return heads.map((head) => ({ ...head, agencies: whole.filter((agency) => agency.administrationId === head.id) }));
}
export type Organisation = Awaited<ReturnType<typeof listOrganisations>>[number];

export async function insertAdministration(tx: Tx, administration: AdministrationInput) {
  await tx.insert(administrations).values(administration);
}

export async function insertAgency(tx: Tx, { unitId, unitName, ...agency }: AgencyInput) {
  await tx.insert(agencies).values(agency);
  await insertUnit(tx, { id: unitId, agencyId: agency.id, name: unitName });
}

export async function insertUnit(tx: Tx, unit: UnitInput) {
  await tx.insert(agencyUnits).values(unit);
}

type NewPerson = {
  id: Id;
  agencyId: Id;
  unitId: Id;
  email: string;
  name: string;
  administrator?: boolean;
  mayOpen?: boolean;
  machine?: boolean;
};

/** In plain SQL: the application may not name the column of passwords, not even to leave it at its default. */
export async function insertPerson(tx: Tx, person: NewPerson) {
  const { id, agencyId, unitId, email, name, administrator = false, mayOpen = false, machine = false } = person;
  await tx.execute(sql`
    insert into persons (id, agency_id, unit_id, email, name, administrator, may_open, machine)
    values (${id}, ${agencyId}, ${unitId}, ${email}, ${name}, ${administrator}, ${mayOpen}, ${machine})`);
}

/** Columns of an account that the application may read: the hash of the password is not among them. */
const ACCOUNT = {
  id: persons.id,
  agencyId: persons.agencyId,
  unitId: persons.unitId,
  email: persons.email,
  name: persons.name,
  administrator: persons.administrator,
  mayOpen: persons.mayOpen,
  machine: persons.machine,
  state: sql<"active" | "suspended">`${persons.state}`,
  locale: persons.locale,
  zone: persons.zone,
};

/** The bearer's own account, with the names of agency and unit. */
export async function findMyself(tx: Tx) {
  const [self] = await tx
    .select({
      ...ACCOUNT,
      agencyName: agencies.name,
      unitName: agencyUnits.name,
      administrationName: administrations.name,
    })
    .from(persons)
    .innerJoin(agencies, eq(agencies.id, persons.agencyId))
    .innerJoin(administrations, eq(administrations.id, agencies.administrationId))
    .innerJoin(agencyUnits, eq(agencyUnits.id, persons.unitId))
    .where(sql`${persons.id} = (select current_person())`);
  return self;
}

export async function findPerson(tx: Tx, id: Id) {
  const [person] = await tx.select(ACCOUNT).from(persons).where(eq(persons.id, id));
  return person;
}

/** The accounts that the bearer may see, for the administrator all of them. */
export async function listPersons(tx: Tx) {
  return tx.select(ACCOUNT).from(persons).orderBy(asc(persons.name), asc(persons.email));
}

export type AccountState = {
  personId: Id;
  /** Has a password. */
  accepted: boolean;
  invitedUntil: string | null;
  sessions: number | null;
  lastUsedAt: string | null;
};

export async function accountStates(tx: Tx): Promise<Map<Id, AccountState>> {
  const rows = await tx.execute<AccountState>(sql`
    select person_id as "personId", accepted, ${iso("invited_until")} as "invitedUntil", sessions,
      ${iso("last_used_at")} as "lastUsedAt" from account_states()`);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** An instant as ISO text with zone; what `execute` answers is not shaped by the schema. */
function iso(column: string) {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

export type Session = { id: Id; label: string; createdAt: string; usedAt: string; expiresAt: string; current: boolean };

/** The own sessions that are open, the present one marked, the last used first. */
export async function listMySessions(tx: Tx): Promise<Session[]> {
  return tx.execute<Session>(sql`
    select id, label, ${iso("created_at")} as "createdAt", ${iso("used_at")} as "usedAt",
      ${iso("expires_at")} as "expiresAt", id = current_token() as current
    from my_tokens() where kind = 'session' and used_at > now() - interval '12 hours'
    order by used_at desc`);
}

type Changes = Partial<{ name: string; state: "active" | "suspended"; mayOpen: boolean; unitId: Id }>;

export async function updatePerson(tx: Tx, id: Id, changes: Changes): Promise<boolean> {
  const changed = await tx.update(persons).set(changes).where(eq(persons.id, id)).returning({ id: persons.id });
  return changed.length > 0;
}

export async function setPreferences(tx: Tx, { locale, zone }: { locale: string | null; zone: string | null }) {
  await tx.execute(sql`select set_preferences(${locale}, ${zone})`);
}

type Trace = { personId: Id | null; operationId?: Id | null; action: string; subject?: string; outcome: string };

/** What was done to accounts, by whom: they have no stream of events. Never shown to those whom it is about. */
export async function trace(tx: Tx | Db, { personId, operationId = null, action, subject = "", outcome }: Trace) {
  await tx.insert(accessLog).values({ personId, operationId, action, subject, outcome });
}
