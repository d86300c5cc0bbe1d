import postgres from "postgres";
import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import type { OperationInput } from "#app/domain/operation.ts";
import {
  acceptInvitation,
  createAdministration,
  createAgency,
  createPerson,
  invitePerson,
} from "#app/services/accounts.server.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { openOperation } from "#app/services/operations.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { createAdministrator } from "#db/first-administrator.ts";
import { anOperationPlan } from "#seeds/builders.ts";
import { freshDatabase } from "./database.ts";
import { aStore } from "./files.ts";
import { aCommand } from "./world.ts";

export const PASSWORD = "an otter swims at dusk";

export type Office = { administrationId: Id; agencyId: Id; unitId: Id; code: string };

/** An installation as it is set up for real: from an empty database, through the services alone. */
export type Installation = {
  house: House;
  owner: postgres.Sql;
  ownerUrl: string;
  poked: Id[];
  administrator: Acting;
  /** A country with one agency and one unit. */
  office: (country: string) => Promise<Office>;
  /** Somebody of that office, signed in and a member of nothing. */
  person: (office: Office, over?: { mayOpen?: boolean; email?: string }) => Promise<Acting & { personId: Id }>;
  close: () => Promise<void>;
};

export async function anInstallation(): Promise<Installation> {
  const { ownerUrl, appUrl, proofKey } = await freshDatabase();
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  const app = openDatabase(appUrl, { max: 6 });
  const poked: Id[] = [];
  const log = { info: () => {}, error: () => {} };
  const house: House = { db: app.db, poke: (streams) => poked.push(...streams), secret: proofKey, ...aStore(), log };
  const administrator = await firstAdministrator(house, ownerUrl);
  return {
    house,
    owner,
    ownerUrl,
    poked,
    administrator,
    office: (country) => addOffice(administrator, country),
    person: (office, over = {}) => addPerson(administrator, office, over),
    close: async () => {
      await Promise.all([app.end(), owner.end()]);
    },
  };
}

async function firstAdministrator(house: House, ownerUrl: string): Promise<Acting> {
  const { path } = await createAdministrator(ownerUrl, {
    email: "root@example.org",
    name: "Rosa Root",
    administrationCode: "HQ",
    administrationName: "Headquarters",
    administrationKind: "organisation",
    agencyCode: "HQ",
    agencyName: "Headquarters",
    unitName: "Systems",
  });
  return { house, token: await tokenOf(house, path.slice("/invitation/".length)), operationId: null };
}

/** Accepts an invitation and answers the token of the session that it opens. */
export async function tokenOf(house: House, invitation: string): Promise<string> {
  const opened = await acceptInvitation(house, { token: invitation, password: PASSWORD, label: "test" });
  if (!opened) throw new Error("an invitation that does not hold");
  return opened.token;
}

async function addOffice(administrator: Acting, country: string): Promise<Office> {
  const office = { administrationId: uuid(), agencyId: uuid(), unitId: uuid(), code: `${country}-CUS` };
  const { administrationId, agencyId, unitId, code } = office;
  await createAdministration(
    administrator,
    aCommand({ id: administrationId, code: country, kind: "country" as const, name: `Land ${country}` }),
  );
  await createAgency(
    administrator,
    aCommand({ id: agencyId, administrationId, code, name: `${country} Customs`, unitId, unitName: "Port" }),
  );
  return office;
}

async function addPerson(
  administrator: Acting,
  { agencyId, unitId }: Office,
  { mayOpen = false, email }: { mayOpen?: boolean; email?: string },
) {
  const personId = uuid();
  const person = { id: personId, agencyId, unitId, name: "Officer Test", administrator: false, mayOpen };
  await createPerson(administrator, aCommand({ ...person, email: email ?? `${personId}@example.org` }));
  const { token: invitation = "" } = await invitePerson(administrator, aCommand({ personId }));
  const token = await tokenOf(administrator.house, invitation);
  return { house: administrator.house, token, operationId: null, personId };
}

/** An operation around today, opened by this person; answers the same person acting inside it. */
export async function anOpenOperation(opener: Acting, over: Partial<OperationInput> = {}) {
  const input = { id: uuid(), code: "OMD9", plan: aCurrentPlan(), ...over };
  await openOperation(opener, aCommand(input));
  return { ...opener, operationId: input.id };
}

/** A plan whose operational phase holds today. */
export function aCurrentPlan(over: Parameters<typeof anOperationPlan>[0] = {}) {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const dates = { startsOn: day(-20), endsOn: day(20), followUpEndsOn: day(50), debriefOn: day(80) };
  return anOperationPlan({ ...dates, ...over });
}

export function inside(acting: Acting, operation: Acting): Acting {
  return { ...acting, operationId: operation.operationId };
}
