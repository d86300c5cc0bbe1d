import type { Id } from "./id.ts";
import type { Role } from "./member.ts";

/** What people of one role in an agency see of a seizure. */
export type Seen = { role: Role; persons: number; facts: boolean; kase: boolean; names: boolean };

const NOTHING: Omit<Seen, "role" | "persons"> = { facts: false, kase: false, names: false };

const more = ({ facts, kase, names }: Omit<Seen, "role" | "persons">) =>
  (facts ? 1 : 0) + (kase ? 2 : 0) + (names ? 4 : 0);

/** Who of the agency sees the most, among those of the wanted role where one is wanted. */
export function mostSeen(rows: readonly Seen[], role: string | null) {
  const wanted = rows.filter((row) => role === null || row.role === role);
  return wanted.reduce<Omit<Seen, "role" | "persons"> & { role: Role | null }>(
    (best, row) => (more(row) > more(best) || best.role === null ? row : best),
    { ...NOTHING, role: null },
  );
}

/** In a word: which of the tiers these are. */
export function tiersIn({ facts, kase, names }: Omit<Seen, "role" | "persons">) {
  if (kase) return names ? ("all" as const) : ("case" as const);
  return names ? ("facts_names" as const) : facts ? ("facts" as const) : ("nothing" as const);
}

/** How many of the own records people of one role in an agency see. */
export type SeenByRole = { role: Role; persons: number; records: number };

/** A list or map of the own records as an agency sees them. */
export type RecordsLook = {
  agencyId: Id;
  rows: readonly SeenByRole[];
  /** As whom of it; null where nobody of it takes part. */
  role: Role | null;
};

/** What of an address says as whom it looks. */
export function lookAddress(params: URLSearchParams): URLSearchParams {
  const look = new URLSearchParams();
  const agency = params.get("as");
  const role = params.get("role");
  if (agency) look.set("as", agency);
  if (agency && role) look.set("role", role);
  return look;
}

/** The same address with the own eyes. */
export function withoutLook(params: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams(params);
  own.delete("as");
  own.delete("role");
  return own;
}
