import type { Id } from "../id.ts";
import { ROSTER_AHEAD_MS, ROSTER_KEPT_MS, rosterGap, type Shift } from "./shift.ts";

/** So long a signed handover may wait for whoever takes it. */
export const ACCEPT_WITHIN_MS = 30 * 60_000;
/** An open page asks again after so long even where no alarm is to be foreseen. */
export const FORESEEN_MS = 24 * 60 * 60_000;

/** Nobody is on duty, or soon nobody will be, or no roster is kept; or a watch was handed over and nobody took it. */
export type Alarm =
  | { kind: "gap"; agencyId: Id; from: string; until: string | null; unkept?: true }
  | { kind: "handover"; agencyId: Id; from: string; until: null };

/** A handover that was signed and is not accepted yet. */
export type Unaccepted = { agencyId: Id; signedAt: string };

/** What alarms are computed from. `mustKeep`: agencies that owe a roster since an instant, whether they keep one or not. */
export type Watched = {
  shifts: readonly Shift[];
  unaccepted: readonly Unaccepted[];
  mustKeep?: { agencyIds: readonly Id[]; since: Date };
};

/** How many things wait on the watch: alarms, and handovers that one may take and that are not an alarm yet. */
export function waitingOnWatch(alarms: readonly Alarm[], toAccept: readonly Unaccepted[], now: Date): number {
  return alarms.length + toAccept.filter((one) => !isLate(one, now)).length;
}

const isLate = ({ signedAt }: Unaccepted, now: Date) => now.getTime() - Date.parse(signedAt) >= ACCEPT_WITHIN_MS;

/** What has to be said aloud now, the oldest first. */
export function alarmsAt(watched: Watched, now: Date): Alarm[] {
  const gaps = [...rosters(watched)].flatMap(([agencyId, roster]) => gapOf(agencyId, roster, now) ?? []);
  const late = watched.unaccepted.filter((one) => isLate(one, now));
  const waiting = late.map(
    ({ agencyId, signedAt }): Alarm => ({ kind: "handover", agencyId, from: signedAt, until: null }),
  );
  return [...gaps, ...waiting].sort((left, right) => Date.parse(left.from) - Date.parse(right.from));
}

/** In how many milliseconds the alarms become others by time alone; at the latest in a day. */
export function alarmsChangeIn(watched: Watched, now: Date): number {
  const gaps = [...rosters(watched)].map(([agencyId, roster]) => gapChange(agencyId, roster, now));
  const late = watched.unaccepted.map(({ signedAt }) => Date.parse(signedAt) + ACCEPT_WITHIN_MS);
  const coming = [...gaps, ...late].filter((instant) => instant > now.getTime());
  return Math.min(FORESEEN_MS, ...coming.map((instant) => instant - now.getTime()));
}

type Roster = { shifts: readonly Shift[]; keptSince: Date | undefined };

function rosters({ shifts, mustKeep }: Watched): Map<Id, Roster> {
  const owing = mustKeep?.agencyIds ?? [];
  return new Map(
    [...new Set([...shifts.map(({ agencyId }) => agencyId), ...owing])].map((agencyId) => {
      const own = shifts.filter((shift) => shift.agencyId === agencyId);
      return [agencyId, { shifts: own, keptSince: owing.includes(agencyId) ? mustKeep?.since : undefined }];
    }),
  );
}

function gapOf(agencyId: Id, { shifts, keptSince }: Roster, now: Date): Alarm | null {
  const gap = rosterGap(shifts, now, keptSince);
  if (!gap) return null;
  return { kind: "gap", agencyId, ...gap, ...(shifts.length === 0 && { unkept: true as const }) };
}

/** The instant at which the gap of this roster begins to be said, is another or is over, within the time foreseen. */
function gapChange(agencyId: Id, roster: Roster, now: Date): number {
  const at = now.getTime();
  const gist = (instant: number) => JSON.stringify(gapOf(agencyId, roster, new Date(instant)));
  const present = gist(at);
  const edges = roster.shifts.flatMap(({ startsAt, endsAt }) => {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
    return [start, end, start - ROSTER_AHEAD_MS, end - ROSTER_AHEAD_MS, end + ROSTER_KEPT_MS];
  });
  // A gap that touches the twelve hours ahead is within them a millisecond later.
  const moments = edges.flatMap((edge) => [edge, edge + 1]).filter((edge) => edge > at && edge <= at + FORESEEN_MS);
  return [...new Set(moments)].sort((one, other) => one - other).find((moment) => gist(moment) !== present) ?? Infinity;
}
