import { BASE_UNIT } from "../base-unit.ts";
import { addDecimals } from "../exact-decimal.ts";
import type { TallyCoverage } from "./mark.ts";

/**
 * What the tallies on record of a span say of one group of goods, beside the case reports of the same agencies and days.
 * Compared by agency, day and group; `unreported`: in a tally, not yet reported as cases; `untallied`: reported, and not
 * in the tally of that day; `untold`: reported of days without a tally on record. So `said - unreported + untallied +
 * untold` is `seen`. A tally that is missing says nothing: it is in no sum, not even as zero.
 */
export type GroupTotal = {
  group: string;
  said: number;
  seen: number;
  confirmed: number;
  unreported: number;
  untallied: number;
  untold: number;
  quantities: readonly TallyAmount[];
};

/** A sum in one unit, and of how many tallies it is. Units are never added to each other. */
export type TallyAmount = { quantity: string; unit: string; tallies: number };

/** The days that totals are of, and whose: of all agencies for those who read all tallies, else of the own one alone. */
export type TallySpan = { from: string; to: string; scope: "all" | "own" };

export type TallyTotals = TallySpan & {
  /** Agency-days on record and due, nil and missing apart. */
  coverage: TallyCoverage;
  /** Persons arrested; null where no tally says anything of it. */
  arrested: number | null;
  groups: readonly GroupTotal[];
  /** Whether the reader sees every case report of these agencies, so that the two can be compared. */
  compared: boolean;
};

/** A sum of quantities as it is kept: in the base unit of its dimension, or in the unit of a tally that leads to none. */
export type KeptAmount = { dimension: keyof typeof BASE_UNIT | null; unit: string; quantity: string; tallies: number };

/** The same under the name of the unit that it is counted in. */
export function amountOf({ dimension, unit, quantity, tallies }: KeptAmount): TallyAmount {
  return { quantity: addDecimals([quantity]), unit: dimension === null ? unit : BASE_UNIT[dimension], tallies };
}

export type Sum = Pick<GroupTotal, "said" | "seen" | "confirmed" | "unreported" | "untallied" | "untold">;

const NOTHING: Sum = { said: 0, seen: 0, confirmed: 0, unreported: 0, untallied: 0, untold: 0 };

/** Over groups of goods: a case with goods of two groups is one in each. */
export function sumOf(groups: readonly Sum[]): Sum {
  return groups.reduce<Sum>(
    (sum, row) => ({
      said: sum.said + row.said,
      seen: sum.seen + row.seen,
      confirmed: sum.confirmed + row.confirmed,
      unreported: sum.unreported + row.unreported,
      untallied: sum.untallied + row.untallied,
      untold: sum.untold + row.untold,
    }),
    NOTHING,
  );
}
