import { instantAt, isTimeZone, localDateIn } from "../calendar.ts";
import type { LocalDate } from "../local-date.ts";
import { type FormFields, textOf } from "./rows.ts";

const CLOCK = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/;

/**
 * The instant of a wall-clock time at the place, or what is wrong with it. A record whose day and time were left as
 * they were shown keeps its instant to the second.
 */
export function readTypedTime(
  fields: FormFields,
  day: LocalDate,
  zone: string,
): { at: string | null } | { error: string } {
  const typed = textOf(fields, "occurredTime").normalize("NFKC").trim();
  if (typed === "") return { at: null };
  if (textOf(fields, "occurredAt") !== "" && textOf(fields, "occurredShown") === `${day} ${typed}`) {
    return { at: textOf(fields, "occurredAt") };
  }
  const time = readClock(typed);
  const placeZone = textOf(fields, "occurredZone") || zone;
  if (time === null || !isTimeZone(placeZone)) return { error: "time.malformed" };
  return { at: withOffset(placeZone, day, time) };
}

/** "9.05" and "16:05" as a wall clock shows them; null where it is no time. */
export function readClock(typed: string): string | null {
  const clock = CLOCK.exec(typed.normalize("NFKC").trim());
  return clock ? `${(clock[1] ?? "").padStart(2, "0")}:${clock[2]}` : null;
}

/** "2026-08-14T16:05:00+07:00": the wall clock as it was read, with the distance to UTC that held there and then. */
function withOffset(zone: string, day: LocalDate, time: string): string {
  const instant = instantAt(zone, day, time);
  const minutes = Math.round((Date.parse(`${day}T${time}:00Z`) - instant.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const parts = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0"));
  return `${day}T${time}:00${minutes < 0 ? "-" : "+"}${parts.join(":")}`;
}

/** The fields that show a stored instant: the time on the wall in the zone, and what was shown for it. */
export function timeFields(occurredAt: string | null, occurredOn: LocalDate, zone: string): FormFields {
  if (occurredAt === null) return {};
  const written = /T(\d{2}:\d{2})/.exec(occurredAt)?.[1] ?? "";
  const time = occurredAt.endsWith("Z") ? clockIn(zone, new Date(occurredAt)) : written;
  return { occurredTime: time, occurredAt, occurredShown: `${occurredOn} ${time}`, occurredZone: zone };
}

function clockIn(zone: string, instant: Date): string {
  const parts = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", parts).format(instant);
}

/** The latest calendar day that it is anywhere now: a day beyond it lies in the future everywhere. */
export function latestDay(now: Date): LocalDate {
  return localDateIn("Etc/GMT-14", now);
}
