import { LiveBadge } from "#app/components/shell/live-badge.tsx";
import { OfflineBanner } from "#app/components/shell/offline-banner.tsx";
import { useLive, useLiveBadge } from "#app/live/live-context.tsx";

/** How fresh the page is: as loaded before scripts run, then as the line says. */
export function LiveFreshness({ loadedAt }: { loadedAt: string }) {
  return <LiveBadge {...useLiveBadge(loadedAt)} />;
}

/** Across the page once the line has been down for a while: what is seen is what was known then. */
export function OfflineNotice() {
  const { status } = useLive();
  return status.state === "as-of" ? <OfflineBanner since={new Date(status.at).toISOString()} /> : null;
}
