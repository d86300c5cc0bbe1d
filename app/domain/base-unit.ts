import type { Dimension } from "./commodity-groups.ts";

/** The unit in which quantities of a dimension add up. */
export const BASE_UNIT: Record<Dimension, string> = {
  mass: "kg",
  volume: "l",
  count: "pcs",
  timber_volume: "m3",
  area: "m2",
  length: "m",
  money: "money",
};
