import { useEffect, useRef, useState } from "react";
import { STEP_MS } from "../linked/film.ts";

const HOUR_MS = 3_600_000;
export const KNOWN_PACES = ["hour", "day", "week"] as const;
export type KnownPace = (typeof KNOWN_PACES)[number];
const HOURS: Record<KnownPace, number> = { hour: 1, day: 24, week: 168 };

/** Hours from the first day's beginning on: `last` is the present, wherever in its hour that is. */
export type Reach = { start: number; last: number };

export function reachOf(startsOn: Date, now: Date): Reach {
  const start = startsOn.getTime();
  return { start, last: Math.max(1, Math.ceil((now.getTime() - start) / HOUR_MS)) };
}

export function momentOf({ start, last }: Reach, hour: number): number | null {
  return hour >= last ? null : start + hour * HOUR_MS;
}

export function hourOf({ start, last }: Reach, at: number | null): number {
  return at === null ? last : Math.min(last, Math.max(0, Math.round((at - start) / HOUR_MS)));
}

/** All hours of a film, from its first one to the present. */
export function hoursOf({ reach, pace, hour }: Playing): number[] {
  const hours: number[] = [];
  for (let at = hour >= reach.last ? 0 : hour; at < reach.last; at += HOURS[pace]) hours.push(at);
  return [...hours, reach.last];
}

type Playing = { reach: Reach; pace: KnownPace; hour: number };

/** Shows one moment after the other until the present or until it is stopped, and says then where it stands. */
export function useKnownFilm(now: Playing, show: (hour: number) => void, stopped: (hour: number) => void) {
  const [playing, setPlaying] = useState(false);
  const at = useRef(now.hour);
  const latest = useRef({ now, show, stopped });
  latest.current = { now, show, stopped };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { reach, pace } = latest.current.now;
      at.current = Math.min(reach.last, at.current + HOURS[pace]);
      if (at.current < reach.last) return latest.current.show(at.current);
      setPlaying(false);
      latest.current.stopped(at.current);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [playing]);
  return {
    playing,
    play() {
      at.current = now.hour >= now.reach.last ? 0 : now.hour;
      show(at.current);
      setPlaying(true);
    },
    stop() {
      setPlaying(false);
      stopped(at.current);
    },
  };
}
