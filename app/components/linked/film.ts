import { useEffect, useRef, useState } from "react";
import type { Strip, Window } from "./strip-days.ts";

/** So long a step of a film is seen. */
export const STEP_MS = 350;

export const PACES = ["day", "week"] as const;
export type Pace = (typeof PACES)[number];
/** Everything up to the day, or the same number of days each time. */
export const REELS = ["growing", "moving"] as const;
export type Reel = (typeof REELS)[number];

export type Frames = { strip: Strip; pace: Pace; reel: Reel; width: number };

const DAYS: Record<Pace, number> = { day: 1, week: 7 };

/** Where a film begins, for a window that was chosen: there if there is room to play, else at the beginning. */
export function firstFrame({ strip, pace, reel, width }: Frames, chosen: Window): Window {
  const atEnd = chosen.last >= strip.today;
  if (reel === "growing") {
    const last = atEnd ? chosen.first + DAYS[pace] - 1 : chosen.last;
    return { first: chosen.first, last: Math.min(last, strip.today) };
  }
  const first = atEnd ? 0 : Math.max(0, chosen.last - width + 1);
  return { first, last: Math.min(strip.today, first + width - 1) };
}

/** The next picture; null after the last one, which shows today. */
export function nextFrame({ strip, pace, reel, width }: Frames, shown: Window): Window | null {
  if (shown.last >= strip.today) return null;
  const last = Math.min(strip.today, shown.last + DAYS[pace]);
  return { first: reel === "growing" ? shown.first : Math.max(0, last - width + 1), last };
}

/** All pictures of a film, from its first one on. */
export function framesOf(frames: Frames, chosen: Window): Window[] {
  const all = [firstFrame(frames, chosen)];
  for (;;) {
    const last = all.at(-1);
    const following = last && nextFrame(frames, last);
    if (!following) return all;
    all.push(following);
  }
}

/** Shows one picture after the other until the last or until it is stopped, and says then where it stands. */
export function useFilm(frames: Frames, shown: Window, show: (window: Window) => void, stopped: (at: Window) => void) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ frames, shown, show, stopped });
  latest.current = { frames, shown, show, stopped };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const next = nextFrame(latest.current.frames, latest.current.shown);
      if (next) return latest.current.show(next);
      setPlaying(false);
      latest.current.stopped(latest.current.shown);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [playing]);
  const play = () => {
    show(firstFrame(frames, shown));
    setPlaying(true);
  };
  const stop = () => {
    setPlaying(false);
    stopped(latest.current.shown);
  };
  return { playing, play, stop };
}
