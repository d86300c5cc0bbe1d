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
