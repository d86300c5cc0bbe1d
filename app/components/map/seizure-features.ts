import type { FeatureCollection, Point } from "geojson";
import { SLOTS, type Slot, slotOf } from "#app/domain/commodity-groups.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { SlotCounts } from "#app/domain/figures/tally-of-numbers.ts";
import { PRECISIONS, type Precision } from "#app/domain/place-mark.ts";
import type { Cluster } from "./map-clusters.ts";

/** Form says what, fill says how sure, what surrounds it says how well the place is known. */
export type MarkImage = { slot: Slot; hollow: boolean; precision: Precision };
/** A ring of shares: each kind's confirmed part filled, its provisional part hollow. */
export type RingImage = { count: string; radius: number; shares: RingShare[]; countryOnly: boolean };
export type RingShare = { slot: Slot; confirmed: number; provisional: number };

export type SeizureProperties = { key: string; image: string; order: number };

/** Points for the map: one per cluster, each naming the image it is drawn with. */
export function seizureFeatures(
  clusters: readonly Cluster[],
  written: (count: number) => string,
): FeatureCollection<Point, SeizureProperties> {
  const features = clusters.map((cluster) => ({
    type: "Feature" as const,
    properties: { key: cluster.key, image: imageOf(cluster, written), order: cluster.cases },
    geometry: { type: "Point" as const, coordinates: [...cluster.at] },
  }));
  return { type: "FeatureCollection", features };
}

function imageOf(cluster: Cluster, written: (count: number) => string): string {
  const [place] = cluster.places;
  if (cluster.cases === 1 && place) {
    return markId({ slot: place.lead, hollow: cluster.confirmed === 0, precision: cluster.precision ?? "area" });
  }
  const { cases, radius, slots, confirmedSlots, precision } = cluster;
  const shares = ringShares(slots, confirmedSlots);
  return ringId({ count: written(cases), radius, shares, countryOnly: precision === "country" });
}

/** A case with several kinds of goods is drawn by the one that its report names first. */
export function leadingSlot(fact: Pick<SeizureFact, "items">): Slot {
  const [first] = fact.items;
  return first ? slotOf(first.commodity) : "O";
}

/** In 72nds of a turn, so that rings that look the same share an image; none that exists falls to nothing. */
export const TURN = 72;

export function ringShares(slots: SlotCounts, confirmed: SlotCounts): RingShare[] {
  const total = SLOTS.reduce((sum, slot) => sum + slots[slot], 0);
  const part = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round((TURN * count) / total)));
  const shares = SLOTS.map((slot) => ({
    slot,
    confirmed: part(confirmed[slot]),
    provisional: part(slots[slot] - confirmed[slot]),
  })).filter((share) => share.confirmed + share.provisional > 0);
  return fitted(shares);
}

/** What rounding added or lost is taken from the largest share. */
function fitted(shares: RingShare[]): RingShare[] {
  const excess = shares.reduce((sum, share) => sum + share.confirmed + share.provisional, 0) - TURN;
  const largest = shares.reduce<RingShare | null>(
    (found, share) => (sizeOf(share) > sizeOf(found) ? share : found),
    null,
  );
  if (largest) largest[largest.confirmed >= largest.provisional ? "confirmed" : "provisional"] -= excess;
  return shares;
}

/** Between two arcs, in radians; a part smaller than three gaps gives a third of itself. */
const RING_GAP = 0.09;

/** A part of a ring, in radians clockwise from the top. */
export type RingArc = { slot: Slot; hollow: boolean; from: number; to: number };

/** The arcs that a ring is drawn with; one that is all of it closes without a gap. */
export function ringArcs(shares: readonly RingShare[]): RingArc[] {
  const parts = shares
    .flatMap(({ slot, confirmed, provisional }) => [
      { slot, hollow: false, part: confirmed },
      { slot, hollow: true, part: provisional },
    ])
    .filter(({ part }) => part > 0);
  let begin = -Math.PI / 2;
  return parts.map(({ slot, hollow, part }) => {
    const turn = (2 * Math.PI * part) / TURN;
    const inset = parts.length === 1 ? 0 : Math.min(RING_GAP, turn / 3) / 2;
    const arc = { slot, hollow, from: begin + inset, to: begin + turn - inset };
    begin += turn;
    return arc;
  });
}

function sizeOf(share: RingShare | null): number {
  return share ? Math.max(share.confirmed, share.provisional) : 0;
}

export function markId({ slot, hollow, precision }: MarkImage): string {
  return `mark/${slot}/${hollow ? "hollow" : "filled"}/${precision}`;
}

export function ringId({ count, radius, shares, countryOnly }: RingImage): string {
  const told = shares.map(({ slot, confirmed, provisional }) => `${slot}${confirmed}+${provisional}`);
  return `ring/${countryOnly ? "country" : "place"}/${radius.toFixed(1)}/${told.join(",")}/${count}`;
}

/** What an id stands for; null where it is none of ours. */
export function readImageId(id: string): MarkImage | RingImage | null {
  const [kind, first = "", second = "", third = "", ...rest] = id.split("/");
  if (kind === "mark") {
    const slot = SLOTS.find((one) => one === first);
    const precision = PRECISIONS.find((one) => one === third);
    return slot && precision ? { slot, hollow: second === "hollow", precision } : null;
  }
  if (kind !== "ring") return null;
  const shares = third.split(",").map((told) => {
    const [, slot, confirmed, provisional] = /^([A-Z])(\d+)\+(\d+)$/.exec(told) ?? [];
    return { slot: (slot ?? "O") as Slot, confirmed: Number(confirmed ?? 0), provisional: Number(provisional ?? 0) };
  });
  return { count: rest.join("/"), radius: Number(second), shares, countryOnly: first === "country" };
}
