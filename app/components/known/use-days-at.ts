import { useMemo } from "react";
import { useToday, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { addDays, instantAt, localDateIn } from "#app/domain/calendar.ts";
import type { Today } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";

/** The operational day that ran at a moment, as a date and as the instants between which it ran; null for the present. */
export function useDaysAt(at: number | null): { day: LocalDate; today: Today } {
  const { box, operation } = useWorkspace();
  const { zone } = operation.plan;
  const now = useToday();
  const day = at === null ? box.today : localDateIn(zone, new Date(at));
  const today = useMemo(
    () =>
      day === box.today
        ? now
        : { from: instantAt(zone, day, "00:00"), to: instantAt(zone, addDays(day, 1), "00:00"), zone },
    [day, box.today, now, zone],
  );
  return { day, today };
}
