import type { CSSProperties } from "react";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { CommodityMark } from "../ui/marks.tsx";
import { Count } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import { valuesInTurn } from "./count-bars.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";

/** Cases with goods of a slot under a value of another key; null where it is not stated. */
export type HeatRow = { slot: string | null; value: string | null; total: number };

type HeatPanelProps = {
  figure: "slotByMode" | "slotByConcealment";
  title: string;
  rows: readonly HeatRow[];
  bySlot: EvaluatedFigures["bySlot"];
  nameOf: (value: string) => string;
  reckoning: Reckoning;
};

/** Deepest shade: the number in the cell keeps its contrast in one ink. */
const DEEPEST = 46;

/** What came by which way: the number always stands in its cell, the shade only leads the eye. */
export function HeatPanel({ figure, title, rows, bySlot, nameOf, reckoning }: HeatPanelProps) {
  const text = useText();
  const values = valuesInTurn(rows);
  const slots = SLOTS.filter((slot) => bySlot.some((row) => row.key.slot === slot));
  const count = (slot: string, value: string | null) =>
    rows.find((row) => row.slot === slot && row.value === value)?.total ?? 0;
  const all = (slot: string) => bySlot.find((row) => row.key.slot === slot)?.total ?? 0;
  const most = Math.max(1, ...rows.map((row) => row.total));
  const names = values.map((value) => (value === null ? text("figure.not_stated") : nameOf(value)));
  const counts = slots.map((slot) => values.map((value) => count(slot, value)));
  return (
    <FigurePanel
      figure={figure}
      title={title}
      reckoning={reckoning}
      csv={{
        header: [text("figure.csv.name"), ...names, text("figure.column.all")],
        rows: slots.map((slot, at) => [text(`slot.${slot}`), ...(counts[at] ?? []), all(slot)]),
      }}
      drawing={{
        kind: "heat",
        columns: names,
        rows: slots.map((slot, at) => ({ name: text(`slot.${slot}`), counts: counts[at] ?? [] })),
      }}
    >
      <TableFrame label={text("figure.table_of", { title })}>
        <table className="table heat">
          <caption className="aside">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text("figure.column.goods")}</th>
              {values.map((value, at) => (
                <th key={value ?? ""} scope="col" className="numeric">
                  <span className={value === UNKNOWN || value === null ? "unknown" : undefined}>{names[at]}</span>
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
                {values.map((value) => (
                  <HeatCell key={value ?? ""} count={count(slot, value)} most={most} />
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
