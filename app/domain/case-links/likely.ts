import type { Id } from "../id.ts";
import type { Commonness } from "./reasons.ts";
import { CLOSE, COMMODITY, DAYS_CLOSE, HIDDEN, IDENTITY, ROUTE, SHARED, SHARED_LEAST } from "./rule.ts";
import { pairKey, pairOf } from "./standing.ts";

/** Cases that have one clue. */
export type Sharing = { kind: string; value: string; n: number; ids: readonly Id[] };

/** So many pairs are made at most: rare clues come first, and what follows them has less to say. */
const MOST_PAIRS = 200_000;

/**
 * The pairs that have most in common by their clues alone, at most so many: what is weighed whole afterwards, with
 * places and words. `days` are those of the cases that count.
 */
export function likelyPairs(
  groups: readonly Sharing[],
  days: ReadonlyMap<Id, number | null>,
  common: Commonness,
  most: number,
): [Id, Id][] {
  const points = new Map<string, { clues: number; way: number }>();
  const rareFirst = [...groups].sort((a, b) => a.ids.length - b.ids.length || (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const group of rareFirst) {
    if (points.size >= MOST_PAIRS) break;
    const worth = worthOf(group, common);
    if (worth > 0) addPairs(points, group, worth, days);
  }
  const total = ({ clues, way }: { clues: number; way: number }) => clues + way;
  return [...points]
    .sort(([a, left], [b, right]) => total(right) - total(left) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => {
      const [one = "", other = ""] = key.split(" ");
      return pairOf(one, other);
    });
}

const nameOf = ({ kind, value }: Sharing) => `${kind} ${value}`;

function addPairs(
  points: Map<string, { clues: number; way: number }>,
  { kind, ids }: Sharing,
  worth: number,
  days: ReadonlyMap<Id, number | null>,
): void {
  const counted = ids.filter((id) => days.has(id));
  for (const [at, one] of counted.entries()) {
    for (const other of counted.slice(at + 1)) {
      const close = closeness(days.get(one) ?? null, days.get(other) ?? null);
      if (kind === "way" && close === 0) continue;
      const key = pairKey(one, other);
      const known = points.get(key) ?? { clues: close, way: 0 };
      if (kind === "way") known.way = Math.max(known.way, worth);
      else known.clues += worth;
      points.set(key, known);
    }
  }
}

function closeness(one: number | null, other: number | null): number {
  if (one === null || other === null) return 0;
  const apart = Math.abs(one - other);
  return apart > DAYS_CLOSE ? 0 : (CLOSE.find(([most]) => apart <= most)?.[1] ?? 0);
}

/** What a clue gives to each pair that has it; a way in which much is hidden carries nothing by itself. */
function worthOf({ kind, value, n }: Sharing, { cases, sharing }: Commonness): number {
  if (kind === "container" || kind === "waybill" || kind === "registration") return IDENTITY[kind];
  if (kind === "mark" || kind === "transport") return Math.max(SHARED_LEAST, SHARED[kind] - Math.log2(n / 2));
  const codes = value.split(" ").filter((part) => part.includes(":"));
  const bits = codes.reduce((sum, code) => sum + Math.log2(cases / Math.max(2, sharing.get(`hidden ${code}`) ?? 2)), 0);
  const hidden = Math.min(HIDDEN.most, bits * HIDDEN.perBit);
  return hidden < HIDDEN.carriesFrom ? 0 : hidden + ROUTE.countries + COMMODITY;
}
