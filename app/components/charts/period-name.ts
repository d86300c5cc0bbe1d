import { useFormat } from "../ui/text-context.tsx";
import type { Period } from "./periods.ts";

/** "14 Aug 2026", or "10 Aug to 16 Aug 2026". */
export function usePeriodName(): (period: Pick<Period, "from" | "to">) => string {
  const format = useFormat();
  return ({ from, to }) => (from === to ? format.day(from) : format.dayRange(from, to));
}
