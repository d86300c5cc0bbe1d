import type { Id } from "./id.ts";

/** Roles in an operation. The installation's administrator is not one of them: he is a member of nothing. */
export const ROLES = ["lead", "ocu", "ncp", "reporter", "analyst", "partner", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** A person acting for an agency in an operation. `unitId` narrows a reporter to the own unit. */
export type Member = {
  id: Id;
  personId: Id;
  operationId: Id;
  agencyId: Id;
  administrationId: Id;
  unitId: Id;
  role: Role;
  state: "active" | "suspended";
  /** The secret that PostgreSQL resolves to this member in every transaction; never logged, never sent. */
  token: string;
};
