import type { CSSProperties, ReactNode } from "react";
import { useFilterWords } from "../totals/filter-words.ts";
import { useText } from "../ui/text-context.tsx";
import type { BoardAround, ShownPanel } from "./board-types.ts";
import { PanelFigure } from "./panel-figure.tsx";
import "./dashboards.css";

/** So many of two columns it takes, and so many of three. */
export type Spans = readonly [two: number, three: number];
type BoardCellProps = { shown: ShownPanel; around: BoardAround; spans: Spans; above?: ReactNode };

/** One panel of a board, with what its filter lets through above it. */
export function BoardCell({ shown, around, spans, above }: BoardCellProps) {
  const text = useText();
  const words = useFilterWords({ filter: shown.filter, participants: around.participants, names: around.names });
  const style: CSSProperties & { "--of-two": number; "--of-three": number } = {
    "--of-two": spans[0],
    "--of-three": spans[1],
  };
  return (
    <div className="board-cell" style={style}>
      {above}
      {words.length > 0 && (
        <p className="board-filter">{text("dashboards.only", { filter: words.map(([word]) => word).join(" · ") })}</p>
      )}
      <PanelFigure shown={shown} around={around} />
    </div>
  );
}
