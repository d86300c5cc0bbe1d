import type { Role } from "#app/domain/member.ts";
import type { ParticipantInput } from "#app/domain/participation.ts";
import { gazetteer } from "./gazetteer.server.ts";
import { seedId } from "./seed-id.ts";
import type { SeedAdministration, SeedAgency, SeedMember, SeedPerson } from "./seed-plan.ts";

/** The administrations, agencies and accounts of a demo installation. Persons are named by their post: none is real. */

/** Shown at the start, for the embedded demo only. */
export const DEMO_PASSWORD = "mekong-dragon-demo";

const ORGANISATIONS: Record<string, string> = {
  RILOAP: "RILO Asia/Pacific",
  UNODC: "UNODC",
  HOST: "Demo host",
};

export function administrationOf(code: string): SeedAdministration {
  const organisation = ORGANISATIONS[code];
  return {
    id: seedId("administration", code),
    code,
    kind: organisation ? "organisation" : "country",
    name: organisation ?? gazetteer().countryName(code),
  };
}

/** Agencies beside the customs: code, name. All but one are invented for the exercise. */
const OTHER_AGENCIES: Record<string, string> = {
  "US-FWS": "U.S. Fish and Wildlife Service",
  "AU-POL": "Police, Australia (exercise)",
  "VN-POL": "Police, Viet Nam (exercise)",
  "TH-POL": "Police, Thailand (exercise)",
  RILOAP: "RILO Asia/Pacific",
  UNODC: "UNODC",
  HOST: "Demo host",
};

export const customsOf = (country: string) => `${country}-CUS`;

/** An agency by its code: the customs of a country ("VN-CUS"), or one of the others. */
export function agencyOf(code: string): SeedAgency {
  const administration = administrationOf(ORGANISATIONS[code] ? code : code.slice(0, 2));
  return {
    id: seedId("agency", code),
    administrationId: administration.id,
    code,
    name: OTHER_AGENCIES[code] ?? `Customs, ${administration.name}`,
    units: [headquartersOf(code), ...(FIELD_UNITS[code] ?? []).map((name) => ({ id: unitId(code, name), name }))],
  };
}

const FIELD_UNITS: Record<string, string[]> = {
  "VN-CUS": ["Hai Phong port", "Tan Son Nhat airport"],
  "TH-CUS": ["Suvarnabhumi airport", "Laem Chabang port"],
  "LA-CUS": ["Friendship Bridge I"],
};

const unitId = (agency: string, name: string) => seedId("unit", agency, name);
const headquartersOf = (agency: string) => ({ id: unitId(agency, "Headquarters"), name: "Headquarters" });

/** The unit in whose name seeded records stand. */
export const headquartersId = (agency: string) => headquartersOf(agency).id;

type Account = { login: string; name: string; agency: string; role: Role | null; unit?: string; zone: string };

const VN_ZONE = "Asia/Ho_Chi_Minh";

const ACCOUNTS: readonly Account[] = [
  { login: "admin", name: "Administrator", agency: "HOST", role: null, zone: "UTC" },
  { login: "lead.cn", name: "Lead, China", agency: "CN-CUS", role: "lead", zone: "Asia/Shanghai" },
  { login: "lead.vn", name: "Lead, Viet Nam", agency: "VN-CUS", role: "lead", zone: VN_ZONE },
  { login: "ocu", name: "Coordination unit, RILO Asia/Pacific", agency: "RILOAP", role: "ocu", zone: "Asia/Seoul" },
  { login: "ocu.night", name: "Coordination unit, night watch", agency: "RILOAP", role: "ocu", zone: "Asia/Seoul" },
  { login: "ncp.vn", name: "Contact point, Viet Nam", agency: "VN-CUS", role: "ncp", zone: VN_ZONE },
  {
    login: "officer.vn",
    name: "Officer, Hai Phong",
    agency: "VN-CUS",
    role: "reporter",
    unit: "Hai Phong port",
    zone: VN_ZONE,
  },
  { login: "ncp.th", name: "Contact point, Thailand", agency: "TH-CUS", role: "ncp", zone: "Asia/Bangkok" },
  {
    login: "officer.th",
    name: "Officer, Suvarnabhumi",
    agency: "TH-CUS",
    role: "reporter",
    unit: "Suvarnabhumi airport",
    zone: "Asia/Bangkok",
  },
  { login: "ncp.la", name: "Contact point, Lao PDR", agency: "LA-CUS", role: "ncp", zone: "Asia/Vientiane" },
  {
    login: "officer.la",
    name: "Officer, Friendship Bridge I",
    agency: "LA-CUS",
    role: "reporter",
    unit: "Friendship Bridge I",
    zone: "Asia/Vientiane",
  },
  { login: "analyst", name: "Analyst, Viet Nam", agency: "VN-CUS", role: "analyst", zone: VN_ZONE },
  { login: "partner", name: "Partner, UNODC", agency: "UNODC", role: "partner", zone: "Asia/Bangkok" },
  { login: "observer", name: "Observer, Korea", agency: "KR-CUS", role: "observer", zone: "Asia/Seoul" },
];

const emailOf = (login: string) => `${login}@naga.example`;

/** Enters records in the name of an agency, by key: each reporting agency has one. */
export function dataEntryOf(agency: string): SeedPerson {
  return {
    id: personId(`records.${agency}`),
    agencyId: seedId("agency", agency),
    unitId: headquartersId(agency),
    email: emailOf(`records.${agency.toLowerCase()}`),
    name: `Data entry, ${agencyOf(agency).name}`,
    administrator: false,
    mayOpen: false,
    machine: true,
    zone: "UTC",
  };
}

export type DemoAccount = { email: string; name: string; role: Role | "administrator" };

/** The accounts of a demo, in the order in which a visitor tries them. */
export function demoAccounts(): DemoAccount[] {
  return ACCOUNTS.map(({ login, name, role }) => ({ email: emailOf(login), name, role: role ?? "administrator" }));
}

export function seedPersons(): SeedPerson[] {
  return ACCOUNTS.map((account) => ({
    id: personId(account.login),
    agencyId: seedId("agency", account.agency),
    unitId: unitId(account.agency, account.unit ?? "Headquarters"),
    email: emailOf(account.login),
    name: account.name,
    administrator: account.role === null,
    mayOpen: account.role === "lead",
    machine: false,
    zone: account.zone,
  }));
}

export const personId = (login: string) => seedId("person", login);

/** Every account but the administrator's takes part in both operations. */
export function seedMembers(operation: string): SeedMember[] {
  return ACCOUNTS.flatMap(({ login, agency, role, unit }) =>
    role === null
      ? []
      : [
          {
            id: seedId("member", operation, login),
            personId: personId(login),
            agencyId: seedId("agency", agency),
            unitId: unitId(agency, unit ?? "Headquarters"),
            role,
          },
        ],
  );
}

/** Agencies that accounts belong to: they take part even where they have nothing to report. */
export const ACCOUNT_AGENCIES: readonly string[] = [...new Set(ACCOUNTS.map((account) => account.agency))];

const LEADS = new Set(["CN-CUS", "VN-CUS"]);
const READ_NOT_ALL = new Set(["UNODC"]);
const STEPS: Record<string, number> = { "VN-CUS": 1, "TH-CUS": 1, "LA-CUS": 1, "AU-CUS": 2 };

/** How an agency takes part; a partner organisation does not read cases that are addressed to all. */
export function participationOf(code: string): ParticipantInput {
  const agency = agencyOf(code);
  return {
    agencyId: agency.id,
    officialName: administrationOf(ORGANISATIONS[code] ? code : code.slice(0, 2)).name,
    readsAll: !READ_NOT_ALL.has(code),
    clearanceSteps: STEPS[code] ?? 0,
    leads: LEADS.has(code),
  };
}
