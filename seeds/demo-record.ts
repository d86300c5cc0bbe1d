import type { LocalDate } from "#app/domain/local-date.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";

/** A historic record as a report: its own day, not yet moved, and who would have reported it. */
export type DemoRecord = {
  country: string;
  /** Which agency of that country; the customs unless the source names another. */
  agency: "CUSTOMS" | "FWS";
  on: string;
  input: SeizureInput;
};

/** Records of the days asked for, and how many of the others there are, by reason. */
export type DemoReading = { records: DemoRecord[]; leftOut: Map<string, number> };

/** Why the record of a day is not wanted; null when it is. */
export type Sieve = (day: LocalDate) => string | null;

export function leaveOut(reading: DemoReading, why: string): void {
  reading.leftOut.set(why, (reading.leftOut.get(why) ?? 0) + 1);
}
