import type { Days } from "#app/domain/compared-periods.ts";
import type { Timeline } from "./periods.ts";

/**
 * Bars over time with what the second period has on the same days. It stands in its own place on the axis; a bar that
 * holds none of its days says nothing of it.
 */
export function besidePeriods(timeline: Timeline, than: Timeline | null, second: Days | undefined): Timeline {
  if (than === null || !second) return timeline;
  const bars = new Map(than.periods.map((period) => [period.key, period]));
  const periods = timeline.periods.map((period) => {
    const bar = bars.get(period.key);
    return bar && period.from <= second.to && second.from <= period.to && !period.future
      ? { ...period, than: bar }
      : period;
  });
  return { ...timeline, periods };
}
