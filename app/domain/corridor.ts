import { SLOTS, type Slot, slotOf } from "./commodity-groups.ts";
import { countsAsCase, type FactPlace, isConfirmed, type SeizureFact } from "./fact.ts";
import type { LonLat } from "./great-circle.ts";
import { type Leg, type LegKind, legsOf } from "./route.ts";

/** Whether legs are drawn from country to country or from place to place. */
export type CorridorLevel = "country" | "place";

export type CorridorEnd = {
  key: string;
  country: string;
  placeId: string | null;
  /** Where most of its cases name a place; null where only the country is known. */
  at: LonLat | null;
};

/** All legs of one kind between two ends. */
export type Corridor = {
  key: string;
  from: CorridorEnd;
  to: CorridorEnd;
  kind: LegKind;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  facts: SeizureFact[];
};

/** Cases by commodity slot; a case with goods of several slots counts in each. */
export type SlotCounts = Record<Slot, number>;

export function noSlots(): SlotCounts {
  return { D: 0, P: 0, I: 0, R: 0, T: 0, B: 0, G: 0, L: 0, O: 0 };
}

/** Each slot of a case once, in the fixed order of slots. */
export function slotsOf(fact: Pick<SeizureFact, "items">): Slot[] {
  const [first] = fact.items;
  if (first && fact.items.length === 1) return [slotOf(first.commodity)];
  const slots = new Set(fact.items.map((item) => slotOf(item.commodity)));
  return slots.size < 2 ? [...slots] : SLOTS.filter((slot) => slots.has(slot));
}

/** Facts never change: a new version is a new object. So the legs of each are read once. */
const known = new WeakMap<SeizureFact, Leg[]>();

function legsOnce(fact: SeizureFact): Leg[] {
  const legs = known.get(fact) ?? legsOf(fact);
  known.set(fact, legs);
  return legs;
}

/** The corridors of all cases, busiest first; ties in the order of their keys. */
export function corridorsOf(facts: Iterable<SeizureFact>, level: CorridorLevel = "country"): Corridor[] {
  const corridors = new Map<string, Corridor>();
  const ends = new Ends(level);
  for (const fact of facts) {
    if (!countsAsCase(fact)) continue;
    const slots = slotsOf(fact);
    const seen: Corridor[] = [];
    for (const leg of legsOnce(fact)) {
      const corridor = corridorOf(corridors, ends, leg);
      // A case that passes the same corridor twice is one case there.
      if (!corridor || seen.includes(corridor)) continue;
      seen.push(corridor);
      addCase(corridor, fact, slots);
    }
  }
  ends.settle();
  return [...corridors.values()].sort((left, right) => right.cases - left.cases || (left.key < right.key ? -1 : 1));
}

/** Null for a leg that does not leave its country, or its place. */
function corridorOf(
  corridors: Map<string, Corridor>,
  ends: Ends,
  { from: start, to: finish, kind }: Leg,
): Corridor | null {
  const [from, to] = [ends.of(start), ends.of(finish)];
  if (from === to) return null;
  const key = `${from.key}>${to.key}>${kind}`;
  let corridor = corridors.get(key);
  if (!corridor) {
    corridor = { key, from, to, kind, cases: 0, confirmed: 0, slots: noSlots(), facts: [] };
    corridors.set(key, corridor);
  }
  return corridor;
}

function addCase(corridor: Corridor, fact: SeizureFact, slots: readonly Slot[]): void {
  corridor.cases++;
  if (isConfirmed(fact)) corridor.confirmed++;
  for (const slot of slots) corridor.slots[slot]++;
  corridor.facts.push(fact);
}

/** One object per end. An end that is a country lies where most of its cases name a place. */
class Ends {
  private readonly byKey = new Map<string, CorridorEnd>();
  private readonly votes = new Map<CorridorEnd, Map<number, { at: LonLat; count: number }>>();

  constructor(private readonly level: CorridorLevel) {}

  of(place: FactPlace): CorridorEnd {
    const key = this.level === "country" ? place.country : endKey(place);
    let end = this.byKey.get(key);
    if (!end) {
      end = { key, country: place.country, placeId: this.level === "country" ? null : place.placeId, at: null };
      this.byKey.set(key, end);
    }
    if (place.lat !== null && place.lon !== null && place.precision !== "country") this.vote(end, place.lon, place.lat);
    return end;
  }

  settle(): void {
    for (const [end, votes] of this.votes) {
      const [first] = [...votes].sort(
        ([leftName, left], [rightName, right]) => right.count - left.count || leftName - rightName,
      );
      end.at = first?.[1].at ?? null;
    }
  }

  private vote(end: CorridorEnd, lon: number, lat: number): void {
    let votes = this.votes.get(end);
    if (!votes) {
      votes = new Map();
      this.votes.set(end, votes);
    }
    const name = Math.round(lon * 1000) * 1_000_000 + Math.round(lat * 1000);
    const vote = votes.get(name);
    if (vote) vote.count++;
    else votes.set(name, { at: [lon, lat], count: 1 });
  }
}

/** Positions without a name lie together within a tenth of a degree: a line does not end on a metre. */
function endKey(place: FactPlace): string {
  if (place.placeId !== null || place.lat === null || place.lon === null || place.precision === "country") {
    return placeKey(place);
  }
  return `${place.country}:${place.lat.toFixed(1)},${place.lon.toFixed(1)}`;
}

/** One key per place: the gazetteer's, else the position, else the country. */
export function placeKey(place: FactPlace): string {
  if (place.placeId !== null) return `${place.country}:${place.placeId}`;
  if (place.lat === null || place.lon === null || place.precision === "country") return place.country;
  return `${place.country}:${place.lat.toFixed(3)},${place.lon.toFixed(3)}`;
}
