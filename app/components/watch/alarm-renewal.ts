import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useNow } from "#app/components/ui/text-context.tsx";
import { useLiveNow } from "#app/live/live-context.tsx";

type AlarmRenewalProps = {
  /** In how many milliseconds from its loading on the page says something else by time alone. */
  changesIn: number;
  /** When it was loaded; another with each loading. */
  loadedAt: string;
};

/**
 * Loads the page anew when the moment of the next alarm has come, whether or not anything happens: an open page warns at
 * night, too. Counted from the loading on by the own clock, so that one that goes wrong by hours is as good; without a
 * line it waits for one.
 */
export default function AlarmRenewal({ changesIn, loadedAt }: AlarmRenewalProps) {
  const now = useNow();
  const { revalidate, state } = useRevalidator();
  const live = useLiveNow().status.state === "live";
  const due = useRef(Number.POSITIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: two loadings may say the same number, each from its own instant.
  useEffect(() => {
    due.current = Date.now() + changesIn;
  }, [changesIn, loadedAt]);
  useEffect(() => {
    if (live && state === "idle" && now.getTime() >= due.current) revalidate();
  }, [now, live, state, revalidate]);
  return null;
}
