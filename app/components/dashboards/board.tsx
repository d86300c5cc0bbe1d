import type { ReactNode } from "react";
import { useFilterWords } from "../totals/filter-words.ts";
import { useText } from "../ui/text-context.tsx";
import type { BoardAround, ShownPanel } from "./board-types.ts";
import { PanelFigure } from "./panel-figure.tsx";
import "./dashboards.css";

type BoardCellProps = { shown: ShownPanel; around: BoardAround; above?: ReactNode };

/** One panel of a board, with what its filter lets through above it. */
export function BoardCell({ shown, around, above }: BoardCellProps) {
  const text = useText();
  const words = useFilterWords({ filter: shown.filter, participants: around.participants, names: around.names });
  return (
    <div className={shown.panel.wide ? "board-cell board-wide" : "board-cell"}>
      {above}
      {words.length > 0 && (
        <p className="board-filter">{text("dashboards.only", { filter: words.map(([word]) => word).join(" · ") })}</p>
      )}
      <PanelFigure shown={shown} around={around} />
    </div>
  );
}
