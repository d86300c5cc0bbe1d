import type { Id } from "../id.ts";
import { rosterGap, type Shift } from "./shift.ts";

/** So long a signed handover may wait for whoever takes it. */
export const ACCEPT_WITHIN_MS = 30 * 60_000;

/** Nobody is on duty, or soon nobody will be; or a watch was handed over and nobody took it. */
export type Alarm =
  | { kind: "gap"; agencyId: Id; from: string; until: string | null }
  | { kind: "handover"; agencyId: Id; from: string; until: null };

/** A handover that was signed and is not accepted yet. */
export type Unaccepted = { agencyId: Id; signedAt: string };

/** How many things wait on the watch: alarms, and handovers that one may take and that are not an alarm yet. */
export function waitingOnWatch(alarms: readonly Alarm[], toAccept: readonly Unaccepted[], now: Date): number {
  return alarms.length + toAccept.filter((one) => !isLate(one, now)).length;
}

const isLate = ({ signedAt }: Unaccepted, now: Date) => now.getTime() - Date.parse(signedAt) >= ACCEPT_WITHIN_MS;

/** What has to be said aloud now, the oldest first. */
export function alarmsAt(shifts: readonly Shift[], unaccepted: readonly Unaccepted[], now: Date): Alarm[] {
  const gaps = [...new Set(shifts.map(({ agencyId }) => agencyId))].flatMap((agencyId): Alarm[] => {
    const gap = rosterGap(
      shifts.filter((shift) => shift.agencyId === agencyId),
      now,
    );
    return gap ? [{ kind: "gap", agencyId, ...gap }] : [];
  });
  const late = unaccepted.filter((one) => isLate(one, now));
  const waiting = late.map(
    ({ agencyId, signedAt }): Alarm => ({ kind: "handover", agencyId, from: signedAt, until: null }),
  );
  return [...gaps, ...waiting].sort((left, right) => Date.parse(left.from) - Date.parse(right.from));
}
