import type { Decimal } from "../decimal.ts";
import { fromMicro, toMicro } from "../exact-decimal.ts";
import type { Measures } from "../quantity.ts";
import type { CasesOfGroup } from "./difference.ts";
import { normalisedQuantities } from "./normalised.ts";

/** What the goods of a group may come to in one day, in the base unit of a dimension. An open end is null. */
export type TallyBand = {
  group: string;
  dimension: string;
  version: number;
  low: Decimal | null;
  high: Decimal | null;
};

/** A day's total that lies beyond its band. It is asked about at one line: the largest of those that make it up. */
export type Implausible = {
  /** Places of the group and of the line within what was said. */
  row: number;
  line: number;
  total: Decimal;
  dimension: string;
  /** The bound that it lies beyond, for all days that the tally stands for. */
  beyond: Decimal;
  bandVersion: number;
};

type Judged = { measures: Measures; bands: readonly TallyBand[]; days: number };

/**
 * Totals of a tally that nobody would expect of so many days: a slip of the unit, or of a digit, more often than not. What
 * leads to no base unit, and what no band speaks of, is not judged.
 */
export function implausibleTotals(groups: readonly CasesOfGroup[], { measures, bands, days }: Judged): Implausible[] {
  return groups.flatMap((group, row) => {
    const lines = normalisedQuantities([group], measures);
    const dimensions = [...new Set(lines.map(({ dimension }) => dimension))];
    return dimensions.flatMap((dimension) => {
      const band = bands.find((one) => one.group === group.group && one.dimension === dimension);
      const same = lines.filter((line) => line.dimension === dimension && line.normalised !== null);
      if (!band || dimension === null || same.length === 0) return [];
      const sum = same.reduce((total, { normalised }) => total + toMicro(normalised ?? "0"), 0n);
      const beyond = boundCrossed(sum, band, days);
      if (beyond === null) return [];
      const line = same.reduce((largest, one) => (sizeOf(one) > sizeOf(largest) ? one : largest)).line;
      return [{ row, line, total: fromMicro(sum), dimension, beyond, bandVersion: band.version }];
    });
  });
}

const sizeOf = ({ normalised }: { normalised: Decimal | null }) => toMicro(normalised ?? "0");

/** Several days may come to as much as each of them together; too little is too little for one of them already. */
function boundCrossed(sum: bigint, { low, high }: TallyBand, days: number): Decimal | null {
  if (low !== null && sum < toMicro(low)) return fromMicro(toMicro(low));
  if (high === null) return null;
  const most = toMicro(high) * BigInt(Math.max(1, days));
  return sum > most ? fromMicro(most) : null;
}
