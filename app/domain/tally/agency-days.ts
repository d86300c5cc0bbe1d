import type { FactFilter } from "../fact-filter.ts";
import type { LocalDate } from "../local-date.ts";

/** Tallies of a day over all agencies of the operation. Missing is neither nil nor nothing. */
export type AgencyDay = { onRecord: number; nil: number; missing: number; awaited: number };
/** Days of the operational phase so far of which any tally is owed. */
export type AgencyDays = Readonly<Record<LocalDate, AgencyDay>>;

/** What stands behind cases of a period: of all agencies, whatever else a filter says. */
export function agencyDaysIn(days: AgencyDays, { from, to }: Pick<FactFilter, "from" | "to">): AgencyDay {
  const sum = { onRecord: 0, nil: 0, missing: 0, awaited: 0 };
  for (const [day, { onRecord, nil, missing, awaited }] of Object.entries(days)) {
    if ((from !== null && day < from) || (to !== null && day > to)) continue;
    sum.onRecord += onRecord;
    sum.nil += nil;
    sum.missing += missing;
    sum.awaited += awaited;
  }
  return sum;
}

/** How many tallies are missing on each day that misses any. */
export function missingOf(days: AgencyDays): Record<LocalDate, number> {
  const missing = Object.entries(days).filter(([, day]) => day.missing > 0);
  return Object.fromEntries(missing.map(([day, { missing }]) => [day, missing]));
}

/** The days of several operations: what is owed to two of them on one day is owed twice. */
export function agencyDaysTogether(all: readonly AgencyDays[]): AgencyDays {
  const together: Record<LocalDate, AgencyDay> = {};
  for (const days of all)
    for (const [day, one] of Object.entries(days)) {
      const { onRecord, nil, missing, awaited } = together[day] ?? { onRecord: 0, nil: 0, missing: 0, awaited: 0 };
      together[day] = {
        onRecord: onRecord + one.onRecord,
        nil: nil + one.nil,
        missing: missing + one.missing,
        awaited: awaited + one.awaited,
      };
    }
  return together;
}
