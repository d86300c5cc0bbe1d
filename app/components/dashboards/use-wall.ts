import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** News that comes together is one refresh; without news the wall is looked at anew once a minute. */
const TOGETHER_MS = 3_000;
const EVERY_MS = 60_000;
/** After so long without an answer, or without a line, what is shown is said to be stale. */
export const STALE_AFTER_MS = 150_000;
const LOST_FOR_MS = 15_000;
const TURN_MS = 20_000;
/** A page that stands for a week begins anew now and then, so that nothing it holds on to can grow. */
const ANEW_MS = 6 * 3_600_000;

/** Keeps a wall fresh by itself: on each word over its line, each minute, and as soon as the line is back. */
export function useWallRefresh(at: string | null): { lost: boolean } {
  const { revalidate } = useRevalidator();
  const [lost, setLost] = useState(false);
  const answered = useRef(at);
  answered.current = at;
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    let lostAt: ReturnType<typeof setTimeout> | undefined;
    let close: (() => void) | null = null;
    let left = false;
    const refresh = () => {
      due ??= setTimeout(() => {
        due = undefined;
        revalidate();
      }, TOGETHER_MS);
    };
    const opened = () => {
      clearTimeout(lostAt);
      lostAt = undefined;
      setLost(false);
      refresh();
    };
    const gone = () => {
      lostAt ??= setTimeout(() => setLost(true), LOST_FOR_MS);
    };
    import("#app/live/wall-line.ts").then(({ openWallLine }) => {
      if (!left) close = openWallLine({ open: opened, lost: gone, moved: refresh, over: refresh });
    }, gone);
    const every = setInterval(refresh, EVERY_MS);
    // Only while the server answers: a page that cannot be loaded anew is worse than an old one.
    const anew = setInterval(() => {
      const heard = answered.current === null ? 0 : Date.parse(answered.current);
      if (Date.now() - heard < STALE_AFTER_MS) location.reload();
    }, ANEW_MS);
    return () => {
      left = true;
      close?.();
      for (const timer of [due, lostAt]) clearTimeout(timer);
      for (const timer of [every, anew]) clearInterval(timer);
    };
  }, [revalidate]);
  return { lost };
}

/** The time by this screen's clock, each second; null until scripts run, since the server's second is another one. */
export function useSeconds(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const ticking = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}

/** Which of so many pages is shown: each for a while, in turn. */
export function useTurn(pages: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    const turning = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(turning);
  }, [pages]);
  return pages === 0 ? 0 : turn % pages;
}
