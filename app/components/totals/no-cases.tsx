import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useText } from "../ui/text-context.tsx";

/** In place of charts: that nothing is counted yet, or that the filter leaves nothing. */
export function NoCases({ filtered, all, clearTo }: { filtered: boolean; all: number; clearTo: string }) {
  const text = useText();
  if (!filtered)
    return (
      <EmptyState icon={ChartBarIcon} title={text("statistics.none")}>
        {text("statistics.none.text")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={ChartBarIcon}
      title={text("statistics.none_fits")}
      acts={<LinkButton to={clearTo}>{text("statistics.clear")}</LinkButton>}
    >
      {text("statistics.none_fits.text", { n: all })}
    </EmptyState>
  );
}
