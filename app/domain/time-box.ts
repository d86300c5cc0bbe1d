import { addDays, daysBetween, instantAt, localDateIn } from "./calendar.ts";
import type { LocalDate } from "./local-date.ts";
import type { OperationState } from "./operation.ts";

/** What of a plan bounds its time. */
export type Bounds = {
  state: OperationState;
  zone: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  followUpEndsOn: LocalDate;
  debriefOn: LocalDate;
  cutOff: string;
};

export type TimeBox = {
  /** Today by the operation's calendar. */
  today: LocalDate;
  /** Days of the operational phase. */
  of: number;
  /** Day n of `of`; null before the first and after the last. */
  day: number | null;
  /** Days until the first day; 0 from then on. */
  startsIn: number;
  /** Days of the present phase that are left after today, where it has an end. */
  left: number | null;
  /** The next deadline for the day's tally, while the operation is active. */
  cutOffAt: Date | null;
};

/** Where an operation stands in its time, by its own calendar. */
export function timeBox(bounds: Bounds, now: Date): TimeBox {
  const today = localDateIn(bounds.zone, now);
  const of = daysBetween(bounds.startsOn, bounds.endsOn) + 1;
  const day = daysBetween(bounds.startsOn, today) + 1;
  return {
    today,
    of,
    day: day >= 1 && day <= of ? day : null,
    startsIn: Math.max(0, 1 - day),
    left: leftOf(bounds, today),
    cutOffAt: bounds.state === "active" ? nextCutOff(bounds, today, now) : null,
  };
}

function leftOf({ state, endsOn, followUpEndsOn, debriefOn }: Bounds, today: LocalDate): number | null {
  const end = { active: endsOn, follow_up: followUpEndsOn, debrief: debriefOn }[state as string];
  return end === undefined ? null : daysBetween(today, end);
}

function nextCutOff({ zone, cutOff }: Bounds, today: LocalDate, now: Date): Date {
  const tonight = instantAt(zone, today, cutOff);
  return tonight > now ? tonight : instantAt(zone, addDays(today, 1), cutOff);
}
