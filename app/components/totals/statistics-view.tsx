import type { ReactNode } from "react";
import type { DroppedValue, FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { isFiltered, NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { AgencyDays } from "#app/domain/tally/agency-days.ts";
import type { TallyTotals } from "#app/domain/tally/totals.ts";
import { CertaintyLegend } from "../charts/legend.tsx";
import { type Marking, useMarking } from "../charts/markings.tsx";
import type { Participant } from "../charts/participant.ts";
import type { Phases } from "../charts/periods.ts";
import { LinkButton } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useText } from "../ui/text-context.tsx";
import type { ChosenCounts } from "../workspace/use-chosen-charts.ts";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import { PeriodLinks } from "./compare-choice.tsx";
import { ComparedHead } from "./compared-head.tsx";
import type { Comparing } from "./comparing.ts";
import { Coverage } from "./coverage.tsx";
import { DroppedValues } from "./dropped-values.tsx";
import { Headline } from "./headline.tsx";
import { modesOf } from "./modes-of.ts";
import { NoCases } from "./no-cases.tsx";
import { PublishedComparison, type PublishedEdition } from "./published-comparison.tsx";
import { SideFigures } from "./side-figures.tsx";
import { type StatisticsLook, statisticsAddress } from "./statistics-address.ts";
import { StatisticsFilter } from "./statistics-filter.tsx";
import { StatisticsPanels } from "./statistics-panels.tsx";
import { TallyDifference, TallyGroupTotals, TallyHeadline, TallyStanding } from "./tally-totals.tsx";
import { type TotalsBeside, TotalsByChoice } from "./totals-by.tsx";
import type { TotalsBy } from "./totals-by-address.ts";
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
  /** Null where it is not known: of a moment of the past. */
  agencyDays: AgencyDays | null;
  tallies: TotalsBeside;
  /** What is counted for charts whose readers chose another measure or split. */
  chosen: ChosenCounts;
  /** The views of this page that were kept. */
  views?: ReactNode;
  /** Another period beside that of the filter, where the address asks for one. */
  comparing?: Comparing;
  /** What is to be known of a page of the past. */
  past?: ReactNode;
  filterNames?: FilterNames;
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
    <div className={props.past ? "statistics known-past" : "statistics"}>
      <div className="statistics-top">
        <h1 className="statistics-title">{text("shell.place.figures")}</h1>
        {marking && <p className="statistics-marking">{marking}</p>}
        <CertaintyLegend />
        <LinkButton to={`../pivot?${writeFactFilter(filter)}`} relative="path" size="small">
          {text("pivot.page")}
        </LinkButton>
        <LinkButton to={`../nationalities?${writeFactFilter(filter)}`} relative="path" size="small">
          {text("figure.title.byNationality")}
        </LinkButton>
        <LinkButton to="../deadlines" relative="path" size="small">
          {text("deadlines.title")}
        </LinkButton>
        <LinkButton to="../emerging" relative="path" size="small">
          {text("emerging.title")}
        </LinkButton>
        <LinkButton to="../links" relative="path" size="small">
          {text("links.page.title")}
        </LinkButton>
        <LinkButton to="../dashboards" relative="path" size="small">
          {text("dashboards.title")}
        </LinkButton>
        {span && (
          <TotalsByChoice by={by} tallies={span} toOf={(value) => statisticsAddress(filter, { ...look, by: value })} />
        )}
        <StatisticsFilter
          filter={filter}
          look={look}
          participants={participants}
          modes={modesOf(all, filter)}
          names={props.filterNames}
        />
        {props.views}
      </div>
      {props.past}
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
      {props.comparing && (
        <ComparedPart comparing={props.comparing} cases={figures.cases} filter={filter} agencyDays={props.agencyDays} />
      )}
      {totals && <TallyPart tallies={totals} by={by} filter={filter} to={props.tallyDays} />}
      <h2 className="aside">{text("figure.column.cases")}</h2>
      {figures.cases.total === 0 && !props.comparing?.figures.cases.total ? (
        <NoCases filtered={isFiltered(filter)} all={all.cases.total} clearTo={statisticsAddress(NO_FILTER, look)} />
      ) : (
        <StatisticsPanels {...props} />
      )}
      <PublishedComparison editions={props.published} counted={{ name: operation.name, cases: all.cases }} />
    </div>
  );
}

type ComparedPartProps = Pick<StatisticsViewProps, "filter" | "agencyDays"> & {
  comparing: Comparing;
  cases: EvaluatedFigures["cases"];
};

/** Both periods, or that the filter names none to compare. */
function ComparedPart({ comparing, cases, filter, agencyDays }: ComparedPartProps) {
  const text = useText();
  const { comparison, span, figures } = comparing;
  if (comparison)
    return (
      <ComparedHead
        comparison={comparison}
        span={span}
        cases={{ first: cases, second: figures.cases }}
        agencyDays={agencyDays}
      />
    );
  if (hasPeriod(filter)) return null;
  return (
    <Notice>
      <p>{text("compare.needs_period")}</p>
      <p className="compare-asks screen-only">
        <PeriodLinks filter={filter} span={span} />
      </p>
    </Notice>
  );
}

const hasPeriod = ({ from, to }: FactFilter) => from !== null || to !== null;

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
