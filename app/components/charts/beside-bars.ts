import { atLengthOfFirst, changeOf, pairedRows } from "#app/domain/figures/compare.ts";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Bar } from "./stack.ts";

const NO_CASES = { total: 0, confirmed: 0, provisional: 0 };

/** Each bar with the same row of the second period: where one of the two has none, nothing was counted, which is a zero. */
export function besideBars(first: Bar[], second: readonly Bar[] | null): Bar[] {
  if (second === null) return first;
  return pairedRows(first, second).flatMap((pair) => {
    const than = pair.second ?? NO_CASES;
    if (pair.first) return [{ ...pair.first, than }];
    return pair.second ? [{ ...pair.second, ...NO_CASES, segments: [], than }] : [];
  });
}

const lengthsOf = ({ first, second }: ComparedPeriods) => ({ first: first.days, second: second.days });

/** How long the mark of the second period is, on the scale of the bar of the first. */
export function markLength(bar: Bar, compared: ComparedPeriods | undefined): number {
  return compared && bar.than ? atLengthOfFirst(bar.than.total, lengthsOf(compared)) : 0;
}

/** How the count of a row, or of all cases, moved. */
export function changeBetween(compared: ComparedPeriods, { first, second }: { first: number; second: number }) {
  return changeOf({ first, second }, lengthsOf(compared));
}

/** Where the scale of bars ends, so that marks of the second period lie on it too. */
export function endOf(bars: readonly Bar[], compared?: ComparedPeriods): number {
  return Math.max(1, ...bars.map((bar) => Math.max(bar.total, markLength(bar, compared))));
}
