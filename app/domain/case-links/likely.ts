import type { Id } from "../id.ts";
import type { Commonness } from "./reasons.ts";
import { CLOSE, COMMODITY, DAYS_CLOSE, HIDDEN, IDENTITY, ROUTE, SHARED, SHARED_CARRIES_FROM } from "./rule.ts";
import { pairOf } from "./standing.ts";

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
  const points: Points = { ids: [...days.keys()].sort(), clues: new Map(), ways: new Map() };
  const at = new Map(points.ids.map((id, index) => [id, index]));
  const rareFirst = [...groups].sort((a, b) => a.ids.length - b.ids.length || (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const group of rareFirst) {
    if (points.clues.size >= MOST_PAIRS) break;
    const worth = worthOf(group, common);
    const counted = group.ids.flatMap((id) => at.get(id) ?? []).sort((a, b) => a - b);
    if (worth > 0) addPairs(points, { counted, worth, isWay: group.kind === "way" }, days);
  }
  const total = (key: number) => (points.clues.get(key) ?? 0) + (points.ways.get(key) ?? 0);
  return [...points.clues.keys()]
    .sort((a, b) => total(b) - total(a) || a - b)
    .slice(0, most)
    .map((key) => pairOf(...idsOf(points, key)));
}

const nameOf = ({ kind, value }: Sharing) => `${kind} ${value}`;

/** Of each pair, by the places of the two in the list of all: its clues with its days, and the best of its ways. */
type Points = { ids: readonly Id[]; clues: Map<number, number>; ways: Map<number, number> };

function idsOf({ ids }: Points, key: number): [Id, Id] {
  return [ids[Math.floor(key / ids.length)] ?? "", ids[key % ids.length] ?? ""];
}

type Clue = { counted: readonly number[]; worth: number; isWay: boolean };

function addPairs({ ids, clues, ways }: Points, { counted, worth, isWay }: Clue, days: ReadonlyMap<Id, number | null>) {
  const dayOf = (place: number) => days.get(ids[place] ?? "") ?? null;
  for (const [index, one] of counted.entries()) {
    const day = dayOf(one);
    for (let next = index + 1; next < counted.length; next++) {
      const other = counted[next] ?? one;
      const close = closeness(day, dayOf(other));
      if (isWay && close === 0) continue;
      const key = one * ids.length + other;
      const known = clues.get(key) ?? close;
      clues.set(key, isWay ? known : known + worth);
      if (isWay) ways.set(key, Math.max(ways.get(key) ?? 0, worth));
    }
  }
}

function closeness(one: number | null, other: number | null): number {
  if (one === null || other === null) return 0;
  const apart = Math.abs(one - other);
  return apart > DAYS_CLOSE ? 0 : (CLOSE.find(([most]) => apart <= most)?.[1] ?? 0);
}

/** What a clue gives to each pair that has it; what carries nothing makes no pair. */
function worthOf({ kind, value, n }: Sharing, { cases, sharing }: Commonness): number {
  if (kind === "container" || kind === "waybill" || kind === "registration") return IDENTITY[kind];
  if (kind === "mark" || kind === "transport") {
    const worth = SHARED[kind] - Math.log2(n / 2);
    return worth < SHARED_CARRIES_FROM ? 0 : worth;
  }
  const codes = value.split(" ").filter((part) => part.includes(":"));
  const bits = codes.reduce((sum, code) => sum + Math.log2(cases / Math.max(2, sharing.get(`hidden ${code}`) ?? 2)), 0);
  const hidden = Math.min(HIDDEN.most, bits * HIDDEN.perBit);
  return hidden < HIDDEN.carriesFrom ? 0 : hidden + ROUTE.countries + COMMODITY;
}
