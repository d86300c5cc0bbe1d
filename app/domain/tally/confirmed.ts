import type { Decimal } from "../decimal.ts";

/** A quantity of a tally that was asked back and that its writer confirmed. */
export type ConfirmedAmount = {
  agencyId: string;
  day: string;
  group: string;
  quantity: Decimal;
  unit: string;
  /** The bound it was asked by, in the base unit of its dimension, and the version of the list. */
  beyond: Decimal;
  dimension: string;
  bandVersion: number;
};
