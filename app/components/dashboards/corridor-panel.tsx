import { BarTable } from "../charts/bar-table.tsx";
import { useCountCsv } from "../charts/count-csv.ts";
import { FigurePanel } from "../charts/figure-panel.tsx";
import { plainBar } from "../charts/stack.ts";
import { CorridorPicture } from "../corridor-picture/corridor-picture.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FigureProps } from "./panel-figure.tsx";

/** The corridors as a still picture: who they lead through, which way, and how many cases went there. */
export function CorridorPanel({ shown, around, reckoning }: FigureProps) {
  const text = useText();
  const { names } = around;
  const bars = shown.figures.corridors
    .flatMap((row) =>
      row.key.corridor === null ? [] : [plainBar(row.key.corridor, names.corridor(row.key.corridor), "mixed", row)],
    )
    .sort((left, right) => right.total - left.total || (left.key < right.key ? -1 : 1));
  const title = text("dashboards.kind.corridorMap");
  return (
    <FigurePanel
      figure="corridors"
      title={title}
      note={bars.length === 0 ? text("dashboards.corridors.none") : text("dashboards.corridors.n", { n: bars.length })}
      reckoning={reckoning}
      csv={useCountCsv(bars)}
      numbers={<BarTable label={title} names={text("figure.column.corridors")} bars={bars} />}
    >
      <CorridorPicture bars={bars} participants={around.participants.map(({ code }) => code)} nameOf={names.place} />
    </FigurePanel>
  );
}
