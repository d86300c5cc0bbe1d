import { useRevalidator } from "@remix-run/react";
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
