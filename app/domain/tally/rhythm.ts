import { z } from "zod";
import { isTimeZone, LocalDate } from "../local-date.ts";

/**
 * How often an agency has promised its tally. `standing_nil` says for a period that there is nothing to report; `none`
 * that this agency gives no tallies at all (a coordination unit, a partner).
 */
export const RHYTHMS = ["daily", "working_days", "weekly", "standing_nil", "none"] as const;

/** Monday is 1, Sunday 7, as in ISO 8601. */
const Weekday = z.number("tally.weekday.missing").int().min(1).max(7);

/** What is promised from a day on. A later promise stands over an earlier one, for its days alone. */
export const TallyPromise = z
  .object({
    rhythm: z.enum(RHYTHMS, "tally.rhythm.unknown"),
    fromDay: LocalDate,
    /** Null: until another promise is made. */
    toDay: LocalDate.nullable().default(null),
    /** For the weekly tally: on which day it is due. */
    weekday: Weekday.nullable().default(null),
    /** Days of the week on which the agency does not work: Friday and Saturday in some places. */
    daysOff: z.array(Weekday).max(6, "tally.days_off.all").default([6, 7]),
    /** National holidays. */
    holidays: z.array(LocalDate).max(120, "tally.holidays.many").default([]),
    /** The agency's own zone, in which its contact point is reminded. */
    zone: z.string("zone.missing").refine(isTimeZone, "zone.unknown"),
  })
  .superRefine(({ rhythm, fromDay, toDay, weekday }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (rhythm === "weekly" && weekday === null) say("weekday", "tally.weekday.missing");
    if (rhythm === "standing_nil" && toDay === null) say("toDay", "tally.standing.end");
    if (toDay !== null && toDay < fromDay) say("toDay", "operation.dates.order");
  });
export type TallyPromise = z.infer<typeof TallyPromise>;

type Span = Pick<TallyPromise, "fromDay" | "toDay">;

/** Of promises, the last made first, the one that holds on a day. */
export function promiseOn<T extends Span>(promises: readonly T[], day: LocalDate): T | undefined {
  return promises.find(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay));
}
