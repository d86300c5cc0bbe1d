import { useNow } from "#app/components/ui/text-context.tsx";
import { useLive, useLiveBadge } from "#app/live/live-context.tsx";

/** The instant up to which what is shown is complete: now while the line is up, else when it was last heard. */
export function useAsOf(loadedAt: string): string {
  const now = useNow();
  const { status } = useLive();
  const { asOf } = useLiveBadge(loadedAt);
  return status.state === "live" ? now.toISOString() : asOf;
}
