import { z } from "zod";
import { Id } from "../id.ts";
import { Text } from "../text.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So far ahead the roster has to name somebody. */
export const ROSTER_AHEAD_MS = 12 * HOUR;
/** A roster whose last entry ended longer ago than that has been given up. */
export const ROSTER_KEPT_MS = 7 * DAY;
/** Nobody is on duty longer than that without being entered again. */
export const LONGEST_SHIFT_MS = 7 * DAY;

/** An instant as ISO text with its zone. */
const Instant = z
  .string("watch.time.missing")
  .refine((text) => text !== "", "watch.time.missing")
  .refine((text) => text === "" || !Number.isNaN(Date.parse(text)), "watch.time.malformed");

/** Who is on duty from when to when, and how that person is reached. */
export const ShiftInput = z
  .object({
    id: Id,
    memberId: z.string("watch.member.missing").refine((id) => Id.safeParse(id).success, "watch.member.missing"),
    startsAt: Instant,
    endsAt: Instant,
    contact: Text(120),
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    const length = Date.parse(endsAt) - Date.parse(startsAt);
    const say = (message: string) => context.addIssue({ code: "custom", path: ["endsAt"], message });
    if (length <= 0) say("watch.shift.order");
    if (length > LONGEST_SHIFT_MS) say("watch.shift.long");
  });
export type ShiftInput = z.infer<typeof ShiftInput>;

/** A standing entry of a roster; `present` says whether that person can act in the operation then. */
export type Shift = {
  id: Id;
  agencyId: Id;
  memberId: Id;
  name: string;
  startsAt: string;
  endsAt: string;
  contact: string;
  present: boolean;
};

type Span = Pick<Shift, "startsAt" | "endsAt" | "present">;

/** From when nobody is on duty, and when the next one is; null where nobody is entered after it. */
export type Gap = { from: string; until: string | null };

const starts = ({ startsAt }: Span) => Date.parse(startsAt);
const ends = ({ endsAt }: Span) => Date.parse(endsAt);

/**
 * The first gap of an agency's roster between now and twelve hours ahead. None where it keeps no roster, and none before
 * its roster begins, except of one that has to be kept since an instant. One that has begun already begins with the end of
 * the last who was on duty.
 */
export function rosterGap(shifts: readonly Span[], now: Date, keptSince?: Date): Gap | null {
  const at = now.getTime();
  if (!shifts.some((shift) => ends(shift) > at - ROSTER_KEPT_MS)) {
    return keptSince ? { from: keptSince.toISOString(), until: null } : null;
  }
  const from = keptSince ? at : Math.max(at, Math.min(...shifts.map(starts)));
  const there = shifts.filter(({ present }) => present).sort((left, right) => starts(left) - starts(right));
  let covered = from;
  for (const shift of there) if (starts(shift) <= covered) covered = Math.max(covered, ends(shift));
  if (covered >= at + ROSTER_AHEAD_MS) return null;
  const since = covered === at ? Math.max(...there.map(ends).filter((end) => end <= at)) : covered;
  const next = there.map(starts).find((start) => start > covered);
  return {
    from: new Date(Number.isFinite(since) ? since : (keptSince?.getTime() ?? at)).toISOString(),
    until: next === undefined ? null : new Date(next).toISOString(),
  };
}

/** Those on duty at an instant. */
export function onDuty<T extends Span>(shifts: readonly T[], now: Date): T[] {
  return shifts.filter((shift) => shift.present && starts(shift) <= now.getTime() && now.getTime() < ends(shift));
}
