import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, barOf } from "./stack.ts";

type ModePanelProps = {
  rows: EvaluatedFigures["byMode"];
  linkOf?: (mode: string) => string;
  reckoning: Reckoning;
};

/** Cases by transport mode, most first; what is not known stands last and looks it. */
export function ModePanel({ rows, linkOf, reckoning }: ModePanelProps) {
  const text = useText();
  const bars = useModeBars(rows);
  return (
    <FigurePanel figure="byMode" title={text("figure.title.byMode")} reckoning={reckoning} csv={useCountCsv(bars)}>
      <BarTable
        label={text("figure.title.byMode")}
        names={text("figure.column.mode")}
        bars={bars}
        linkOf={linkOf && ((bar) => linkOf(bar.key))}
      />
    </FigurePanel>
  );
}

function useModeBars(rows: EvaluatedFigures["byMode"]): Bar[] {
  const text = useText();
  const modes = [...new Set(rows.flatMap((row) => row.key.mode ?? []))];
  const bars = modes.map((mode) =>
    barOf(
      mode,
      text.code("mode", mode),
      rows.filter((row) => row.key.mode === mode),
    ),
  );
  const last = (bar: Bar) => Number(bar.key === UNKNOWN);
  return bars.sort(
    (left, right) => last(left) - last(right) || right.total - left.total || (left.key < right.key ? -1 : 1),
  );
}
