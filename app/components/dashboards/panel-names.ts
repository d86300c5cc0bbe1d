import type { PanelKind } from "#app/domain/dashboard.ts";
import { useText } from "../ui/text-context.tsx";

/** What a panel of each kind is called: as on the statistics page, where it stands there. */
export function usePanelNames(): (kind: PanelKind) => string {
  const text = useText();
  return (kind) => {
    if (kind === "headline" || kind === "coverage" || kind === "corridorMap") return text(`dashboards.kind.${kind}`);
    if (kind === "latest") return text("reports.title");
    return kind === "byDay" ? text("figure.title.per.week") : text(`figure.title.${kind}`);
  };
}
