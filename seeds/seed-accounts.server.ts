import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { hashPassword } from "#app/services/passwords.server.ts";
import { hashOfToken } from "#app/services/secrets.server.ts";
import { seedId } from "./seed-id.ts";
import type { SeedAgency, SeedPerson } from "./seed-plan.ts";
import { administrationOf, agencyOf, DEMO_PASSWORD, dataEntryOf, seedPersons } from "./world.server.ts";

/** How seeding acts as a person: by a session of its own, which ends with it. */
export type Sessions = { tokenOf: (personId: string) => string; end: () => Promise<void> };

/** Agencies and accounts, as the owner of the database: they have no events, and nobody is there yet to make them. */
export async function seedAccounts(
  ownerUrl: string,
  codes: readonly string[],
  reporting: readonly string[],
): Promise<Sessions> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const agencies = codes.map(agencyOf);
  const persons = [...seedPersons(), ...reporting.map(dataEntryOf)];
  const password = await hashPassword(DEMO_PASSWORD);
  await sql.begin(async (tx) => {
    await insertAgencies(tx, agencies, codes);
    await tx`insert into persons ${tx(persons.map((person) => personRow(person, password)))} on conflict do nothing`;
  });
  return openSessions(sql, persons);
}

async function insertAgencies(tx: postgres.TransactionSql, agencies: readonly SeedAgency[], codes: readonly string[]) {
  const administrations = new Map(
    agencies.map((agency, index) => {
      const code = codes[index] ?? "";
      const administration = administrationOf(code.includes("-") ? code.slice(0, 2) : code);
      return [agency.administrationId, administration] as const;
    }),
  );
  await tx`insert into administrations ${tx([...administrations.values()], "id", "code", "kind", "name")} on conflict do nothing`;
  const rows = agencies.map(({ id, administrationId, code, name }) => ({
    id,
    administration_id: administrationId,
    code,
    name,
  }));
  await tx`insert into agencies ${tx(rows)} on conflict do nothing`;
  const units = agencies.flatMap(({ id, units }) =>
    units.map((unit) => ({ id: unit.id, agency_id: id, name: unit.name })),
  );
  await tx`insert into agency_units ${tx(units)} on conflict do nothing`;
}

function personRow(person: SeedPerson, password: string) {
  return {
    id: person.id,
    agency_id: person.agencyId,
    unit_id: person.unitId,
    email: person.email,
    name: person.name,
    password_hash: person.machine ? null : password,
    administrator: person.administrator,
    may_open: person.mayOpen,
    machine: person.machine,
    zone: person.zone,
  };
}

async function openSessions(sql: postgres.Sql, persons: readonly SeedPerson[]): Promise<Sessions> {
  const tokens = new Map(persons.map((person) => [person.id, randomBytes(32).toString("base64url")]));
  const expires = new Date(Date.now() + 3_600_000);
  const rows = [...tokens].map(([personId, token]) => ({
    id: seedId("session", personId, token),
    hash: hashOfToken(token),
    kind: "session",
    person_id: personId,
    label: "seeding",
    expires_at: expires,
  }));
  await sql`insert into tokens ${sql(rows)}`;
  return {
    tokenOf: (personId) => {
      const token = tokens.get(personId);
      if (!token) throw new Error(`Nobody seeded has the id ${personId}`);
      return token;
    },
    end: async () => {
      await sql`delete from tokens where id = any(${rows.map((row) => row.id)})`;
      await sql.end();
    },
  };
}
