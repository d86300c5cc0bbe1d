import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { useFrames } from "#app/live/live-context.tsx";

/** Where the tallies of this operation are. */
export function useTalliesHome(): string {
  return `/operations/${useWorkspace().operation.id}/tallies`;
}

/** Loaded anew when a tally comes in, of the own agency or, on the watch, of any. */
export function useRenewalByFrames(): void {
  const { revalidate } = useRevalidator();
  useFrames("watch", revalidate);
  useFrames("unit", revalidate);
}

/** Cases come faster than anybody compares sums with them: they are gathered for so long. */
const GATHER_MS = 10_000;

/** The same for a page that sets tallies beside cases: at once for a tally, a little later for cases. */
export function useRenewalOfTotals(): void {
  const { revalidate } = useRevalidator();
  const soon = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useRenewalByFrames();
  useFrames("operation", ({ facts, gone }) => {
    if (facts.length + gone.length === 0) return;
    soon.current ??= setTimeout(() => {
      soon.current = undefined;
      revalidate();
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(soon.current), []);
}
