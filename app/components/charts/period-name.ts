import { useFormat } from "../ui/text-context.tsx";
import type { Period } from "./periods.ts";
import { wholeOf } from "./spans.ts";

/** "14 Aug 2026", "10 Aug to 16 Aug 2026", "Aug 2026", or "2026". */
export function usePeriodName(): (period: Pick<Period, "from" | "to">) => string {
  const format = useFormat();
  return (period) => {
    const { from, to } = period;
    if (from === to) return format.day(from);
    const whole = wholeOf(period);
    if (whole === "year") return from.slice(0, 4);
    return whole === "month" ? format.monthOfYear(from) : format.dayRange(from, to);
  };
}

/** How a bar is called under its axis: by its first day, or as the month or year that it is. */
export function useAxisName(): (period: Pick<Period, "from" | "to">) => string {
  const format = useFormat();
  const nameOf = usePeriodName();
  return (period) => (wholeOf(period) ? nameOf(period) : format.dayShort(period.from));
}
