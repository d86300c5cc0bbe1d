/** Roles in an operation. The installation's administrator is not one of them: he is a member of nothing. */
export const ROLES = ["lead", "ocu", "ncp", "reporter", "analyst", "partner", "observer"] as const;
export type Role = (typeof ROLES)[number];
