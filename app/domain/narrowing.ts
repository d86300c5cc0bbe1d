import type { Id } from "./id.ts";
import type { AudienceInput } from "./seizure.ts";

/** Who reads a case now beside its owner and the coordination unit: an agency, or one person of it by name. */
export type PresentReader = { id: Id; name: string; agencyId: Id };

/** Who a case reaches now: by agencies or by persons, and the coordination units, which read every shared case. */
export type Reach = {
  kind: "agencies" | "members";
  readers: readonly PresentReader[];
  coordination: readonly { id: Id; name: string }[];
};

export type Narrowed = {
  audience: AudienceInput;
  /** How many readers lose it. */
  lost: number;
  /** Agencies of which nobody reads it any more: they are no recipients of its names either. */
  agenciesLost: readonly Id[];
};

/**
 * The list that is left when some of the present readers keep it. What is no present reader makes it no narrowing, and
 * so does a choice that leaves all of them: null for the first, nobody lost for the second.
 */
export function narrowed({ kind, readers }: Reach, keep: readonly Id[]): Narrowed | null {
  const chosen = new Set(keep);
  const kept = readers.filter(({ id }) => chosen.has(id));
  if (kept.length < chosen.size) return null;
  const ids = kept.map(({ id }) => id);
  const still = new Set(kept.map(({ agencyId }) => agencyId));
  const agencies = new Set(readers.map(({ agencyId }) => agencyId));
  return {
    audience: kind === "agencies" ? { kind, agencies: ids } : { kind, members: ids },
    lost: readers.length - kept.length,
    agenciesLost: [...agencies].filter((agency) => !still.has(agency)),
  };
}
