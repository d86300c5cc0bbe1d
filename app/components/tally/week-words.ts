import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { WeekOfDay } from "#app/domain/tally/weeks.ts";
import type { PlaceInWeek } from "./tally-mark.tsx";

/** Where in the days of its weekly tally a day stands. */
export function placeInWeek(day: string, week: WeekOfDay | undefined): PlaceInWeek | undefined {
  if (!week) return undefined;
  if (day === week.day) return "last";
  return day === week.since ? "first" : "between";
}

/** "weekly tally for 8 to 14 May" on the day of the tally, and on the others which day that is. */
export function useWeekWords() {
  const text = useText();
  const format = useFormat();
  return (day: string, week: WeekOfDay | undefined): string | null => {
    if (!week) return null;
    return day === week.day
      ? text("tally.whole_week", { span: format.dayRange(week.since, week.day) })
      : text("tally.part_of_week", { day: format.dayLong(week.day) });
  };
}
