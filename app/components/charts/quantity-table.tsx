import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import type { EvaluatedFigures, QuantityRow } from "#app/domain/figures/result.ts";
import { CommodityMark } from "../ui/marks.tsx";
import { Count } from "../ui/quantity.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";

/** One kind of goods in one unit, with the number of all cases that hold such goods. */
export type SlotQuantity = QuantityRow & { slot: Slot; of: number };

/** In the order of slots; within one, the unit that most cases give first. */
export function slotQuantities({ quantityBySlot, bySlot }: Pick<EvaluatedFigures, "quantityBySlot" | "bySlot">) {
  return SLOTS.flatMap((slot): SlotQuantity[] => {
    const of = bySlot.find((row) => row.key.slot === slot)?.total ?? 0;
    return quantityBySlot.rows
      .filter((row) => row.key === slot)
      .sort((left, right) => right.cases - left.cases)
      .map((row) => ({ ...row, of, slot }));
  });
}

/** Measured and estimated apart, each unit on a line of its own. */
export function QuantityTable({ rows }: { rows: readonly SlotQuantity[] }) {
  const text = useText();
  return (
    <Table
      label={text("figure.table_of", { title: text("figure.title.quantityBySlot") })}
      columns={useQuantityColumns()}
      rows={rows}
      keyOf={(row) => `${row.key} ${row.measure}`}
    />
  );
}

function useQuantityColumns(): Column<SlotQuantity>[] {
  const text = useText();
  const format = useFormat();
  const numeric = (key: string, label: string, cell: Column<SlotQuantity>["cell"]) => ({
    key,
    label,
    numeric: true,
    cell,
  });
  return [
    {
      key: "goods",
      label: text("figure.column.goods"),
      names: true,
      cell: (row) => (
        <span className="bar-name-cell">
          <CommodityMark slot={row.slot} />
          <span>{text(`slot.${row.slot}`)}</span>
        </span>
      ),
    },
    numeric("measured", text("figure.column.measured"), (row) => {
      const quantity = format.quantity(row.total, row.measure);
      return <b>{row.atLeast > 0 ? text("ui.quantity.at_least", { quantity }) : quantity}</b>;
    }),
    numeric("in", text("figure.column.in_cases"), (row) => text("figure.quantity.in", { n: row.cases, of: row.of })),
    numeric("confirmed", text("figure.column.confirmed"), (row) =>
      row.confirmed === "0" ? <Count value={0} /> : format.quantity(row.confirmed, row.measure),
    ),
    numeric("estimated", text("figure.column.estimated"), (row) =>
      row.estimatedCases === 0 ? (
        <Count value={0} />
      ) : (
        text("ui.quantity.about", { quantity: format.quantity(row.estimated, row.measure) })
      ),
    ),
  ];
}
