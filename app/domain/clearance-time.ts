import { instantAt, LocalDate, localDateIn } from "./local-date.ts";
import type { SeizureInput } from "./seizure.ts";

/** Clocks on the wall are not the server's. */
const A_WRONG_CLOCK = 5 * 60_000;

/** A day and a time as a form says them ("2021-05-17T16:05"), by the clock of a zone; null where that is none. */
export function givenAtOf(zone: string, typed: string): Date | null {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?$/.exec(typed) ?? [];
  return LocalDate.safeParse(day).success ? instantAt(zone, day, time) : null;
}

/** What is wrong with an instant that is still to come. */
export function notYet(givenAt: Date, now: Date) {
  return givenAt.getTime() > now.getTime() + A_WRONG_CLOCK ? "clearance.given.future" : null;
}

type Happened = Pick<SeizureInput, "occurredOn" | "occurredAt">;

/**
 * What is wrong with the instant at which a clearance is said to have been given; null where nothing is. It is not in the
 * future and not before what it clears happened: by the clock of the operation, to the minute where that is known.
 */
export function wrongGivenAt(givenAt: Date, { occurredOn, occurredAt }: Happened, at: { zone: string; now: Date }) {
  const future = notYet(givenAt, at.now);
  if (future) return future;
  const before = occurredAt ? givenAt < new Date(occurredAt) : localDateIn(at.zone, givenAt) < occurredOn;
  return before ? "clearance.given.before" : null;
}
