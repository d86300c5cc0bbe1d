import type { CSSProperties } from "react";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { CommodityMark } from "../ui/marks.tsx";
import { Count } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";

type HeatPanelProps = { figures: Pick<EvaluatedFigures, "slotByMode" | "bySlot">; reckoning: Reckoning };

/** Deepest shade: the number in the cell keeps its contrast in one ink. */
const DEEPEST = 46;

/** What came by which way: the number always stands in its cell, the shade only leads the eye. */
export function HeatPanel({ figures, reckoning }: HeatPanelProps) {
  const text = useText();
  const title = text("figure.title.slotByMode");
  const modes = modesOf(figures.slotByMode);
  const slots = SLOTS.filter((slot) => figures.bySlot.some((row) => row.key.slot === slot));
  const count = (slot: string, mode: string) =>
    figures.slotByMode.find((row) => row.key.slot === slot && row.key.mode === mode)?.total ?? 0;
  const all = (slot: string) => figures.bySlot.find((row) => row.key.slot === slot)?.total ?? 0;
  const most = Math.max(1, ...figures.slotByMode.map((row) => row.total));
  const nameOf = (mode: string) => text.code("mode", mode);
  return (
    <FigurePanel
      figure="slotByMode"
      title={title}
      reckoning={reckoning}
      csv={{
        header: [text("figure.csv.name"), ...modes.map(nameOf), text("figure.column.all")],
        rows: slots.map((slot) => [text(`slot.${slot}`), ...modes.map((mode) => count(slot, mode)), all(slot)]),
      }}
    >
      <TableFrame label={text("figure.table_of", { title })}>
        <table className="table heat">
          <caption className="aside">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text("figure.column.goods")}</th>
              {modes.map((mode) => (
                <th key={mode} scope="col" className="numeric">
                  <span className={mode === UNKNOWN ? "unknown" : undefined}>{nameOf(mode)}</span>
                </th>
              ))}
              <th scope="col" className="numeric">
                {text("figure.column.all")}
              </th>
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => (
              <tr key={slot}>
                <th scope="row">
                  <span className="bar-name-cell">
                    <CommodityMark slot={slot} />
                    <span>{text(`slot.${slot}`)}</span>
                  </span>
                </th>
                {modes.map((mode) => (
                  <HeatCell key={mode} count={count(slot, mode)} most={most} />
                ))}
                <td className="numeric bar-total">
                  <Count value={all(slot)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </FigurePanel>
  );
}

function HeatCell({ count, most }: { count: number; most: number }) {
  const shade = count === 0 ? 0 : Math.max(4, Math.round((DEEPEST * count) / most));
  const style: CSSProperties & { "--shade": string } = { "--shade": `${shade}%` };
  return (
    <td className="numeric heat-cell" style={style}>
      <Count value={count} />
    </td>
  );
}

/** The modes that occur, most used first, the unknown one last. */
function modesOf(rows: EvaluatedFigures["slotByMode"]): string[] {
  const totals = new Map<string, number>();
  for (const { key, total } of rows) if (key.mode !== null) totals.set(key.mode, (totals.get(key.mode) ?? 0) + total);
  const last = (mode: string) => Number(mode === UNKNOWN);
  return [...totals.keys()].sort(
    (left, right) =>
      last(left) - last(right) || (totals.get(right) ?? 0) - (totals.get(left) ?? 0) || (left < right ? -1 : 1),
  );
}
