import { type RefObject, useEffect, useReducer, useRef } from "react";
import type { Id } from "#app/domain/id.ts";
import { type Arrivals, arrivals, startWith } from "./arrivals.ts";

const LIT_FOR = 8_000;

/** Follows the newest reports; what comes while the reader scrolls or types waits until `release`. */
export function useArrivals(newest: readonly Id[], list: RefObject<HTMLElement>): Arrivals & { release: () => void } {
  const [state, send] = useReducer(arrivals, newest, startWith);
  const latest = newest.join();
  const seen = useRef(latest);
  useEffect(() => {
    if (seen.current === latest) return;
    seen.current = latest;
    const ids = latest === "" ? [] : latest.split(",");
    send({ type: "arrived", newest: ids, at: Date.now(), busy: isBusy(list.current) });
  }, [latest, list]);
  const lit = state.lit.join();
  useEffect(() => {
    if (lit === "") return;
    const timer = setTimeout(() => send({ type: "faded", ids: lit.split(",") }), LIT_FOR);
    return () => clearTimeout(timer);
  }, [lit]);
  return { ...state, release: () => send({ type: "released", newest }) };
}

/** Scrolled down in the list or past its head, inside it by keyboard, or writing somewhere: nothing may move then. */
function isBusy(list: HTMLElement | null): boolean {
  if (!list) return false;
  const focused = document.activeElement;
  const writes =
    focused instanceof HTMLElement && (focused.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(focused.tagName));
  return writes || list.contains(focused) || list.scrollTop > 4 || list.getBoundingClientRect().top < 0;
}
