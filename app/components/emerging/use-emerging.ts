import { useEffect, useMemo, useSyncExternalStore } from "react";
import { cellsOf } from "#app/domain/emerging/cell.ts";
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

/** As the server found it, and up to which number of the operation's stream. */
type Loaded = { emerging: Emerging; earlier: Earlier; unshared: readonly Id[]; seq: number };

/** What is new: as the server found it, and from the snapshot as soon as that has more. */
export function useEmerging({ emerging, earlier, unshared, seq }: Loaded, today: LocalDate): Emerging {
  const { snapshot } = useLive();
  const version = useSyncExternalStore(snapshot?.watch ?? still, snapshot?.version ?? zero, zero);
  useReadAhead(snapshot);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is inside the snapshot.
  return useMemo(() => {
    if (!snapshot || snapshot.seq <= seq) return emerging;
    return findEmerging(tallyOfFacts(sharedIn(snapshot, unshared)), dayNumber(today), earlier);
  }, [snapshot, version, emerging, earlier, unshared, seq, today]);
}

/** What the own agency holds back is in the browser too; the watch looks at what all see. */
function sharedIn(snapshot: Snapshot, unshared: readonly Id[]) {
  const hidden = new Set(unshared);
  return snapshot.facts(NO_FILTER).filter(({ id }) => !hidden.has(id));
}

const AT_ONCE = 1_000;

/** The corridors of many thousand facts take a second: they are read piece by piece, before the first report comes. */
function useReadAhead(snapshot: Snapshot | null): void {
  useEffect(() => {
    if (!snapshot) return;
    const facts = snapshot.facts(NO_FILTER);
    let [at, timer] = [0, setTimeout(piece)];
    function piece() {
      for (const fact of facts.slice(at, at + AT_ONCE)) cellsOf(fact);
      at += AT_ONCE;
      if (at < facts.length) timer = setTimeout(piece);
    }
    return () => clearTimeout(timer);
  }, [snapshot]);
}
