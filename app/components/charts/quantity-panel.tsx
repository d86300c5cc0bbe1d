import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { STRIP_LENGTH } from "#app/domain/figures/strips.ts";
import { useText } from "../ui/text-context.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { QuantityStrip } from "./quantity-strip.tsx";
import { QuantityTable, type SlotQuantity, slotQuantities } from "./quantity-table.tsx";
import type { Reckoning } from "./reckoning.ts";

type QuantityPanelProps = {
  figures: Pick<EvaluatedFigures, "quantityBySlot" | "bySlot" | "strips">;
  reckoning: Reckoning;
};

/** What was seized, each kind in the unit most cases give it in; kilograms, pieces and animals are never added up. */
export function QuantityPanel({ figures, reckoning }: QuantityPanelProps) {
  const text = useText();
  const rows = slotQuantities(figures);
  const main = rows.filter((row, at) => row.cases > 0 && rows[at - 1]?.slot !== row.slot);
  return (
    <FigurePanel
      figure="quantityBySlot"
      title={text("figure.title.quantityBySlot")}
      note={text("figure.strip.note", { n: STRIP_LENGTH })}
      reckoning={reckoning}
      csv={useQuantityCsv(rows)}
      numbers={<QuantityTable rows={rows} />}
    >
      <div className="quantity-strips">
        {main.map((row) => (
          <QuantityStrip
            key={row.slot}
            slot={row.slot}
            row={row}
            strip={figures.strips.find((strip) => strip.key === row.slot && strip.measure === row.measure)}
            cases={row.of}
            without={figures.quantityBySlot.without.find(({ key }) => key === row.slot)?.cases ?? 0}
          />
        ))}
      </div>
    </FigurePanel>
  );
}

const CSV_HEAD = [
  "code",
  "name",
  "unit",
  "measured",
  "measured_confirmed",
  "cases_with",
  "cases_at_least",
  "estimated",
  "cases_estimated",
  "cases",
] as const;

function useQuantityCsv(rows: readonly SlotQuantity[]) {
  const text = useText();
  return {
    header: CSV_HEAD.map((name) => text(`figure.csv.${name}`)),
    rows: rows.map((row) => [
      row.key,
      text(`slot.${row.slot}`),
      row.measure,
      { decimal: row.total },
      { decimal: row.confirmed },
      row.cases,
      row.atLeast,
      { decimal: row.estimated },
      row.estimatedCases,
      row.of,
    ]),
  };
}
