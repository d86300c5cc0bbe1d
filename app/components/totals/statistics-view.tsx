import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import type { DroppedValue, FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { isFiltered, NO_FILTER } from "#app/domain/filter-address.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { TallyTotals } from "#app/domain/tally/totals.ts";
import { GoodsPanel } from "../charts/goods-panel.tsx";
import { HeatPanel } from "../charts/heat-panel.tsx";
import { CertaintyLegend } from "../charts/legend.tsx";
import { type Marking, useMarking } from "../charts/markings.tsx";
import { ModePanel } from "../charts/mode-panel.tsx";
import type { Participant } from "../charts/participant.ts";
import type { Missing, Phases } from "../charts/periods.ts";
import { QuantityPanel } from "../charts/quantity-panel.tsx";
import type { Reckoning } from "../charts/reckoning.ts";
import { ReporterPanel } from "../charts/reporter-panel.tsx";
import { TimePanel } from "../charts/time-panel.tsx";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useText } from "../ui/text-context.tsx";
import { Coverage } from "./coverage.tsx";
import { DroppedValues } from "./dropped-values.tsx";
import { Headline } from "./headline.tsx";
import { PublishedComparison, type PublishedEdition } from "./published-comparison.tsx";
import { SideFigures } from "./side-figures.tsx";
import { type StatisticsLook, statisticsAddress, type TotalsBy } from "./statistics-address.ts";
import { StatisticsFilter } from "./statistics-filter.tsx";
import { TallyDifference, TallyGroupTotals, TallyHeadline, TallyStanding } from "./tally-totals.tsx";
import { type TotalsBeside, TotalsByChoice } from "./totals-by.tsx";
import "./totals.css";

export type StatisticsViewProps = {
  figures: EvaluatedFigures;
  filter: FactFilter;
  dropped: readonly DroppedValue[];
  look: StatisticsLook;
  operation: { code: string; name: string; phases: Phases; marking: Marking };
  participants: readonly Participant[];
  /** The reader's own administration. */
  own?: string;
  /** The figures of the whole operation, whatever the filter. */
  all: Pick<EvaluatedFigures, "cases" | "byMode">;
  /** The instant of the event up to which is counted, and the operational day it falls on. */
  asOf: string;
  today: LocalDate;
  published: readonly PublishedEdition[];
  missing: Missing;
  tallies: TotalsBeside;
  /** Where the calendar of tallies is. */
  tallyDays: string;
};

/** Every figure of an operation: totals with who stands behind them, then where, when, what and how. */
export function StatisticsView(props: StatisticsViewProps) {
  const { figures, filter, look, operation, participants, all } = props;
  const { span, totals } = props.tallies;
  const by = totals ? look.by : "cases";
  const text = useText();
  const marking = useMarking(operation.marking);
  return (
    <div className="statistics">
      <div className="statistics-top">
        <h1 className="statistics-title">{text("shell.place.figures")}</h1>
        {marking && <p className="statistics-marking">{marking}</p>}
        <CertaintyLegend />
        <LinkButton to="../deadlines" relative="path" size="small">
          {text("deadlines.title")}
        </LinkButton>
        <LinkButton to="../emerging" relative="path" size="small">
          {text("emerging.title")}
        </LinkButton>
        {span && (
          <TotalsByChoice by={by} tallies={span} toOf={(value) => statisticsAddress(filter, { ...look, by: value })} />
        )}
        <StatisticsFilter filter={filter} look={look} participants={participants} modes={modesOf(all, filter)} />
      </div>
      <DroppedValues dropped={props.dropped} />
      <div className="statistics-head">
        {totals && by === "tallies" ? (
          <>
            <TallyHeadline totals={totals} />
            <TallyStanding totals={totals} />
          </>
        ) : (
          <>
            <Headline cases={figures.cases} all={all.cases.total} />
            <Coverage rows={figures.coverage} participants={participants} />
            <SideFigures figures={figures} />
          </>
        )}
      </div>
      {totals && <TallyPart tallies={totals} by={by} filter={filter} to={props.tallyDays} />}
      <h2 className="aside">{text("figure.column.cases")}</h2>
      {figures.cases.total === 0 ? (
        <NoCases filtered={isFiltered(filter)} all={all.cases.total} clearTo={statisticsAddress(NO_FILTER, look)} />
      ) : (
        <Panels {...props} />
      )}
      <PublishedComparison editions={props.published} counted={{ name: operation.name, cases: all.cases }} />
    </div>
  );
}

type TallyPartProps = { tallies: TallyTotals; by: TotalsBy; filter: FactFilter; to: string };

/** Below the head: where tallies and cases differ, and where totals go by tallies, what they came to by goods. */
function TallyPart({ tallies, by, filter, to }: TallyPartProps) {
  const text = useText();
  return (
    <div className="statistics-tallies">
      {by === "tallies" && <TallyGroupTotals totals={tallies} />}
      <TallyDifference totals={tallies} to={to} />
      {by === "tallies" && (
        <p className="caption">
          {filter.modes.length + filter.states.length > 0 && `${text("totals.by.tallies.filter")} `}
          {text("totals.by.tallies.charts")}
        </p>
      )}
    </div>
  );
}

function Panels(props: StatisticsViewProps) {
  const { figures, filter, look, operation, participants, own, asOf, today, missing } = props;
  const reckoning: Reckoning = {
    operation: operation.code,
    asOf,
    cases: figures.cases,
    excluded: figures.excluded,
    marking: operation.marking,
  };
  const to = (changed: Partial<FactFilter>) => statisticsAddress({ ...filter, ...changed }, look);
  return (
    <div className="statistics-panels">
      <ReporterPanel
        rows={figures.byReporter}
        joint={figures.joint}
        participants={participants}
        own={own}
        filtered={isFiltered(filter)}
        order={look.order}
        toOrder={(order) => statisticsAddress(filter, { ...look, order })}
        linkOf={(reporter) => to({ reporters: [reporter] })}
        reckoning={reckoning}
      />
      <TimePanel
        rows={figures.byDay}
        phases={operation.phases}
        today={today}
        grain={look.per}
        toGrain={(per) => statisticsAddress(filter, { ...look, per })}
        missing={missing}
        reckoning={reckoning}
      />
      <QuantityPanel figures={figures} reckoning={reckoning} />
      <GoodsPanel figures={figures} linkOf={(group) => to({ groups: [group], slots: [] })} reckoning={reckoning} />
      <ModePanel rows={figures.byMode} linkOf={(mode) => to({ modes: [mode] })} reckoning={reckoning} />
      <HeatPanel figures={figures} reckoning={reckoning} />
    </div>
  );
}

/** The modes that any case came by, and those that the filter names. */
function modesOf({ byMode }: StatisticsViewProps["all"], { modes }: FactFilter): string[] {
  return [...new Set([...byMode.flatMap((row) => row.key.mode ?? []), ...modes])].sort();
}

function NoCases({ filtered, all, clearTo }: { filtered: boolean; all: number; clearTo: string }) {
  const text = useText();
  if (!filtered)
    return (
      <EmptyState icon={ChartBarIcon} title={text("statistics.none")}>
        {text("statistics.none.text")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={ChartBarIcon}
      title={text("statistics.none_fits")}
      acts={<LinkButton to={clearTo}>{text("statistics.clear")}</LinkButton>}
    >
      {text("statistics.none_fits.text", { n: all })}
    </EmptyState>
  );
}
