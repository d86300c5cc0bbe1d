import type { Dimension } from "../commodity.ts";
import type { FactItem } from "../fact.ts";

/** The unit in which a dimension is added up. Things counted and money have none: they add in their own unit alone. */
export const BASE_UNIT: Partial<Record<Dimension, string>> = {
  mass: "kg",
  volume: "l",
  timber_volume: "m3",
  area: "m2",
  length: "m",
};

/** Units that are a number of other things; everything else that is counted is counted as itself. */
export const COUNTED_AS: Readonly<Record<string, string>> = {
  pairs: "pcs",
  packs: "sticks",
  cartons: "sticks",
  cases: "sticks",
};

/**
 * Rule `quantity-v1`: the unit in which an item's normalised quantity adds up, null where it has none. Kilograms,
 * litres, pieces, animals and tablets are never added to each other.
 */
export function measureOf(item: Pick<FactItem, "normalised" | "dimension" | "unit">): string | null {
  if (item.normalised === null || item.dimension === null) return null;
  const base = BASE_UNIT[item.dimension];
  if (base !== undefined) return base;
  return item.unit === null ? null : (COUNTED_AS[item.unit] ?? item.unit);
}

/** Quantities that somebody estimated stand apart from those that were measured or counted. */
export const ESTIMATED_QUALIFIERS = ["estimated", "approx"] as const;
export const AT_LEAST = "at_least";

export const CERTAINTIES = ["measured", "at_least", "estimated"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export function certaintyOf(qualifier: string): Certainty {
  if (ESTIMATED_QUALIFIERS.some((estimated) => estimated === qualifier)) return "estimated";
  return qualifier === AT_LEAST ? "at_least" : "measured";
}
