import { Link } from "@remix-run/react";
import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import type { CaseRow, EvaluatedFigures, QuantityRow } from "#app/domain/figures/result.ts";
import { LaneSvg } from "../charts/figure-svg.tsx";
import { plainBar } from "../charts/stack.ts";
import { CommodityMark, Unknown } from "../ui/marks.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import "../charts/charts.css";
import "./totals.css";

type SlotTotalsProps = {
  figures: Pick<EvaluatedFigures, "bySlot" | "quantityBySlot">;
  linkOf?: (slot: Slot) => string;
};

/** One line per kind of goods: its mark, its bar, its cases, and the unit that most of them give with their number. */
export function SlotTotals({ figures, linkOf }: SlotTotalsProps) {
  const text = useText();
  const rows = SLOTS.flatMap((slot) =>
    figures.bySlot.filter((row) => row.key.slot === slot).map((row) => ({ slot, row })),
  );
  const most = Math.max(1, ...rows.map(({ row }) => row.total));
  return (
    <div className="slot-totals">
      <table className="table">
        <caption className="aside">{text("totals.by_slot")}</caption>
        <thead className="aside">
          <tr>
            <th scope="col">{text("figure.column.goods")}</th>
            <th scope="col">{text("figure.column.cases")}</th>
            <th scope="col">{text("figure.column.n")}</th>
            <th scope="col">{text("figure.column.measured")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slot, row }) => (
            <SlotRow key={slot} slot={slot} row={row} most={most} figures={figures} to={linkOf?.(slot)} />
          ))}
        </tbody>
      </table>
      <p className="caption">{text("totals.never_added")}</p>
    </div>
  );
}

type SlotRowProps = {
  slot: Slot;
  row: CaseRow<"slot">;
  most: number;
  figures: Pick<EvaluatedFigures, "quantityBySlot">;
  to?: string;
};

function SlotRow({ slot, row, most, figures, to }: SlotRowProps) {
  const text = useText();
  const format = useFormat();
  const name = text(`slot.${slot}`);
  return (
    <tr>
      <th scope="row">
        <span className="bar-name-cell">
          <CommodityMark slot={slot} />
          {to ? (
            <Link to={to} preventScrollReset className="bar-link">
              {name}
            </Link>
          ) : (
            <span>{name}</span>
          )}
        </span>
      </th>
      <td className="slot-lane">
        <LaneSvg bar={plainBar(slot, name, slot, row)} end={most} />
        <span className="aside">{`${text("ui.pair.confirmed", { n: row.confirmed })}, ${text("ui.pair.provisional", { n: row.provisional })}`}</span>
      </td>
      <td className="numeric bar-total">{format.number(row.total)}</td>
      <td className="numeric slot-quantity">
        <MainQuantity rows={figures.quantityBySlot.rows.filter((quantity) => quantity.key === slot)} />
      </td>
    </tr>
  );
}

/** The unit that most cases give, with the number of cases behind it; other units stand on the figures page. */
function MainQuantity({ rows }: { rows: readonly QuantityRow[] }) {
  const text = useText();
  const format = useFormat();
  const [main] = [...rows].sort((left, right) => right.cases - left.cases);
  if (!main || main.cases === 0) return <Unknown>{text("ui.quantity.unknown")}</Unknown>;
  const quantity = format.total(main.total, main.measure);
  const said = main.atLeast > 0 ? text("ui.quantity.at_least", { quantity }) : quantity;
  return <span className="nowrap">{text("totals.quantity_in", { quantity: said, n: main.cases })}</span>;
}
