import { addDays, daysBetween } from "../calendar.ts";

/** A day under a weekly promise: since when a tally of it stands, and whether one is due or was given on it. */
export type WeeklyDay = { agencyId: string; day: string; since: string; ends: boolean };

/** The weekly tally that a day belongs to, by the day it is due or was given on. */
export type WeekOfDay = { since: string; day: string };

/** A weekly tally has its day some way ahead of those that it stands for: a week, and what holidays move it by. */
export const WEEK_AHEAD = 14;

/** To which weekly tally each day belongs, by "agency day". A tally that stands for its own day alone makes no week. */
export function weeksOf(days: readonly WeeklyDay[]): Map<string, WeekOfDay> {
  const weeks = new Map<string, WeekOfDay>();
  for (const { agencyId, day, since, ends } of days) {
    if (!ends || since === day) continue;
    for (let n = 0; n <= daysBetween(since, day); n++) {
      weeks.set(`${agencyId} ${addDays(since, n)}`, { since, day });
    }
  }
  return weeks;
}
