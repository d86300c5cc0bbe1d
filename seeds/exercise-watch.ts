import { addDays, instantAt, localDateIn } from "#app/domain/local-date.ts";
import type { SeedWatch } from "./seed-plan.ts";
import { personId } from "./world.server.ts";

/** The watch of the exercise: who is on duty around now, what was written down, and the last change of the watch. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The coordination unit changes its watch at six in the morning and in the evening. */
const CHANGES = ["06:00", "18:00"] as const;
/** Days before and after today that stand on the rosters. */
const [BEFORE, AFTER] = [1, 3];
const [DAY, NIGHT] = [personId("ocu"), personId("ocu.night")];

export function watchOfExercise(zone: string, now: Date): SeedWatch {
  const today = localDateIn(zone, now);
  const days = Array.from({ length: BEFORE + AFTER + 1 }, (_, index) => addDays(today, index - BEFORE));
  const instants = [...days, addDays(today, AFTER + 1)].flatMap((day) =>
    CHANGES.map((time) => instantAt(zone, day, time).getTime()),
  );
  const changes = instants.map((at, index) => ({ at, until: instants[index + 1] ?? at, isDay: index % 2 === 0 }));
  const current = changes.findLast(({ at }) => at <= now.getTime() - 20 * MINUTE);
  if (!current) throw new Error("no watch before now");
  const [signer, taker] = current.isDay ? [NIGHT, DAY] : [DAY, NIGHT];
  const iso = (instant: number) => new Date(instant).toISOString();
  const shifts = changes
    .filter(({ at, until }) => until > at && until > now.getTime() - 12 * HOUR)
    .map(({ at, until, isDay }) => ({
      person: isDay ? DAY : NIGHT,
      startsAt: iso(at),
      endsAt: iso(until),
      contact: "Exercise line 4",
    }));
  const onCall = ["ncp.vn", "ncp.th", "ncp.la"].map((login, index) => ({
    person: personId(login),
    startsAt: iso(instantAt(zone, addDays(today, -BEFORE), "06:00").getTime()),
    endsAt: iso(instantAt(zone, addDays(today, AFTER), "06:00").getTime()),
    contact: `Exercise line ${index + 11}`,
  }));
  return {
    shifts: [...shifts, ...onCall],
    entries: [
      {
        person: signer,
        kind: "note",
        text: "Exercise: the line to Vientiane was down for an hour, reports came by telephone.",
        at: iso(current.at - 7 * HOUR),
      },
      {
        person: signer,
        kind: "promise",
        text: "Exercise: Bangkok promised the tally that is missing.",
        at: iso(current.at - 3 * HOUR),
      },
      {
        person: taker,
        kind: "note",
        text: "Exercise: called the contact points about the open questions.",
        at: iso(current.at + 15 * MINUTE),
      },
    ],
    handover: {
      ...{ signer, taker, signedAt: iso(current.at), acceptedAt: iso(current.at + 8 * MINUTE) },
      remark: "Exercise: a quiet watch. The promise of Bangkok is open.",
    },
  };
}
