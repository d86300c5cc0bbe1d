import type { Decimal } from "../decimal.ts";

/** What the case reports of a day hold of one group of commodities. */
export type CasesOfGroup = { group: string; cases: number; quantities: { quantity: Decimal; unit: string }[] };

/** A group of which the tally says another number of cases than the case reports of that day. */
export type Difference = { group: string; said: number; seen: number };
