import type { Role } from "#app/domain/member.ts";

export type AgencyRow = {
  agencyId: string;
  agencyCode: string;
  agencyName: string;
  administrationId: string;
  administrationCode: string;
  officialName: string;
  leads: boolean;
  readsAll: boolean;
  clearanceSteps: number;
  joinedOn: string;
  leftAt: string | null;
};

export type MemberRow = {
  id: string;
  personId: string;
  name: string;
  email: string;
  machine: boolean;
  accountState: "active" | "suspended";
  agencyId: string;
  unitId: string;
  unitName: string;
  role: Role;
  state: "active" | "suspended";
  fromDay: string;
  toDay: string | null;
  version: number;
  /** Known to those who may bring the person in. */
  access: { accepted: boolean; invitedUntil: string | null } | null;
};
