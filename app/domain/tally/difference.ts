import { DIMENSIONS, type Dimension } from "../commodity-groups.ts";
import type { Decimal } from "../decimal.ts";

/** What the case reports of a day hold of one group of commodities. */
export type CasesOfGroup = { group: string; cases: number; quantities: { quantity: Decimal; unit: string }[] };

/** What is compared: the number of cases, of persons arrested, or the quantity in the base unit of a dimension. */
const MEASURES = ["cases", "arrested", ...DIMENSIONS] as const;
export type Measure = "cases" | "arrested" | Dimension;

export const measureOf = (word: string): Measure => MEASURES.find((one) => one === word) ?? "cases";

/**
 * Where the tally says something else than the case reports of its days: of a group of goods, or of persons, which are
 * those of the day and of no group ("").
 */
export type Difference = { group: string; measure: Measure; said: number; seen: number };

/** Whether both are about the same thing. */
export const sameMatter = (left: Matter, right: Matter) => left.group === right.group && left.measure === right.measure;
type Matter = Pick<Difference, "group" | "measure">;
