import { type Corridor, countCorridors } from "#app/domain/corridor.ts";
import type { CorridorLevel } from "#app/domain/corridor-key.ts";
import { type CorridorQuantity, corridorQuantities, type Quantity } from "#app/domain/corridor-quantity.ts";
import type { Selection } from "#app/domain/figures/select.ts";
import type { MapSource } from "./map-data.ts";

/**
 * `enforcement`: the ways up to where goods were seized, where somebody could act. `trade_flow`: with where they were
 * bound for.
 */
export const ROUTE_VIEWS = ["trade_flow", "enforcement"] as const;
export type RouteView = (typeof ROUTE_VIEWS)[number];

/** Which legs are drawn, and what their width says: cases, or the quantity of one commodity. */
export type CorridorLook = { view: RouteView; quantity: Quantity | null };

export const ALL_BY_CASES: CorridorLook = { view: "trade_flow", quantity: null };

/** A corridor as it is drawn; with a quantity, what of it passed here. */
export type LookedCorridor = Corridor & { quantity?: CorridorQuantity };

type Wanted = CorridorLook & { level: CorridorLevel; masks: Uint16Array; most?: number };

/** Widest first. By quantity only corridors that some of it passed. */
export function lookedCorridors(
  source: MapSource,
  selection: Selection,
  { view, quantity, level, masks, most = Number.POSITIVE_INFINITY }: Wanted,
): { corridors: LookedCorridor[]; total: number } {
  if (view === "trade_flow" && quantity === null)
    return countCorridors(source.facts, selection, { level, masks, most });
  const { corridors } = countCorridors(source.facts, selection, { level, masks });
  const seen = view === "enforcement" ? corridors.filter(({ kind }) => kind === "travelled") : corridors;
  const drawn = quantity === null ? seen : byQuantity(seen, source, selection, { quantity, level });
  return { corridors: drawn.slice(0, most), total: drawn.length };
}

function byQuantity(
  corridors: readonly Corridor[],
  { facts, factAt }: MapSource,
  selection: Selection,
  { quantity, level }: { quantity: Quantity; level: CorridorLevel },
): LookedCorridor[] {
  const quantities = corridorQuantities({ facts, selection, factAt }, quantity, level);
  const passed = corridors.flatMap((corridor) => {
    const told = quantities.get(corridor.key);
    return told && Number(told.amount) > 0 ? [{ ...corridor, quantity: told }] : [];
  });
  return passed.sort((left, right) => Number(right.quantity.amount) - Number(left.quantity.amount));
}
