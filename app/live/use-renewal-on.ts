import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Frame } from "#realtime/protocol.ts";
import { useFrames } from "./live-context.tsx";

/** So long a page waits for more of the same before it is loaded anew, once for all of it. */
const TOGETHER_MS = 1_000;

/** Loads the page anew for frames with an event that concerns it; those that come together count as one. */
export function useRenewalOn(kind: Frame["kind"], concerns: (type: string) => boolean): void {
  const { revalidate } = useRevalidator();
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useFrames(kind, ({ events }) => {
    if (due.current !== undefined || !events.some(({ type }) => concerns(type))) return;
    due.current = setTimeout(() => {
      due.current = undefined;
      revalidate();
    }, TOGETHER_MS);
  });
  useEffect(() => () => clearTimeout(due.current), []);
}
