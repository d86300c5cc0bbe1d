/** What a clock on the wall of some town shows. */
export type WallClock = { day: string; time: string };

const clocks = new Map<string, Intl.DateTimeFormat>();

export function clockOf(zone: string, instant: Date): WallClock {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

function formatter(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const options = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
  clocks.set(zone, made);
  return made;
}

/** Calendar days from one day to another. */
export function daysApart(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(midnight(day)).getUTCDay();
}

function midnight(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}
