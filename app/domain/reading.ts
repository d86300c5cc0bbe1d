import type { Id } from "./id.ts";

/** What somebody does with a case of others, as the access log names it. */
export const READINGS = ["case.read", "nominal.read", "case.printed", "case.exported", "attachment.read"] as const;
export type Reading = (typeof READINGS)[number];

/** What was done with a case in one other agency: by how many persons, and when for the first and the last time. */
export type AgencyReading = {
  agencyId: Id;
  agency: string;
  persons: number;
  first: string;
  last: string;
  kinds: readonly Reading[];
};
