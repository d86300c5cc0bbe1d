import type { ReactNode } from "react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { ChosenFigure } from "#app/domain/figures/chart-choice.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { Participant } from "../charts/participant.ts";
import type { Reckoning } from "../charts/reckoning.ts";
import { ChartChoiceForm } from "../pivot/chart-choice.tsx";
import { ChosenPanel } from "../pivot/chosen-panel.tsx";
import type { ChosenCounts } from "../workspace/use-chosen-charts.ts";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import { type StatisticsLook, statisticsAddress } from "./statistics-address.ts";

/** What charts need in which readers choose what is added up and split. */
export type Choosing = {
  filter: FactFilter;
  look: StatisticsLook;
  chosen: ChosenCounts;
  figures: Pick<EvaluatedFigures, "quantityByCommodity">;
  participants: readonly Participant[];
  names: FilterNames;
  reckoning: Reckoning;
};

type OwnChartProps = Choosing & { figure: ChosenFigure; title: string; children: (acts: ReactNode) => ReactNode };

/** A chart as it always is, or as its reader chose it. Of a moment of the past, and of several operations, nothing is crossed. */
export function OwnChart({ figure, title, children, ...choosing }: OwnChartProps) {
  const { filter, look, chosen, figures, reckoning } = choosing;
  if (look.known || look.operations) return children(null);
  const choice = look.charts.find((one) => one.figure === figure);
  const others = look.charts.filter((one) => one !== choice);
  const rest = new URLSearchParams(statisticsAddress(filter, { ...look, charts: others }));
  const acts = (
    <ChartChoiceForm
      figure={figure}
      title={title}
      choice={choice}
      quantities={figures.quantityByCommodity.rows}
      rest={rest}
    />
  );
  const counts = chosen[figure];
  if (!choice || !counts) return children(acts);
  const { compared: _, ...once } = reckoning;
  return (
    <ChosenPanel
      choice={choice}
      counts={counts}
      acts={acts}
      filter={filter}
      participants={choosing.participants}
      names={choosing.names}
      reckoning={once}
    />
  );
}
