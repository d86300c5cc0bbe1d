import { useMemo, useSyncExternalStore } from "react";
import type { Earlier } from "#app/domain/emerging/earlier.ts";
import { type Emerging, findEmerging } from "#app/domain/emerging/emerging.ts";
import { dayNumber, tallyOfFacts } from "#app/domain/emerging/tally.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { Id } from "#app/domain/id.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Snapshot } from "#app/live/snapshot.ts";

const still = () => () => {};
const zero = () => 0;

type Loaded = { emerging: Emerging; earlier: Earlier; unshared: readonly Id[] };

/** What is new: as the server found it for the first paint, then from the snapshot after every fold. */
export function useEmerging({ emerging, earlier, unshared }: Loaded, today: LocalDate): Emerging {
  const { snapshot } = useLive();
  const version = useSyncExternalStore(snapshot?.watch ?? still, snapshot?.version ?? zero, zero);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(
    () => (snapshot ? findEmerging(tallyOfFacts(sharedIn(snapshot, unshared)), dayNumber(today), earlier) : emerging),
    [snapshot, version, emerging, earlier, unshared, today],
  );
}

/** What the own agency holds back is in the browser too; the watch looks at what all see. */
function sharedIn(snapshot: Snapshot, unshared: readonly Id[]) {
  const hidden = new Set(unshared);
  return snapshot.facts(NO_FILTER).filter(({ id }) => !hidden.has(id));
}
