import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { useMemo } from "react";
import type { DroppedValue, FactFilter } from "#app/domain/fact-filter.ts";
import type { CaseCount, EvaluatedFigures } from "#app/domain/figures/result.ts";
import { isFiltered, NO_FILTER } from "#app/domain/filter-address.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { OperationKind } from "#app/domain/operation.ts";
import type { AgencyDays } from "#app/domain/tally/agency-days.ts";
import { CertaintyLegend } from "../charts/legend.tsx";
import { useMarking } from "../charts/markings.tsx";
import type { Participant } from "../charts/participant.ts";
import type { CountryNames } from "../map/map-names.ts";
import { Coverage } from "../totals/coverage.tsx";
import { DroppedValues } from "../totals/dropped-values.tsx";
import { Headline } from "../totals/headline.tsx";
import { modesOf } from "../totals/modes-of.ts";
import { NoCases } from "../totals/no-cases.tsx";
import { SideFigures } from "../totals/side-figures.tsx";
import { type StatisticsLook, statisticsAddress } from "../totals/statistics-address.ts";
import { StatisticsFilter } from "../totals/statistics-filter.tsx";
import { StatisticsPanels } from "../totals/statistics-panels.tsx";
import { Notice } from "../ui/notice.tsx";
import { EmptyState } from "../ui/states.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useNamesOf } from "../workspace/use-filter-names.ts";
import { ACROSS_GRAINS } from "./across-address.ts";
import { OperationsChoice } from "./operations-choice.tsx";
import { SplitPanel } from "./split-panel.tsx";
import "../totals/totals.css";
import "./across.css";

export type SaidOperation = {
  id: string;
  code: string;
  name: string;
  kind: OperationKind;
  datesMovedDays: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
};

export type CountedOperation = SaidOperation & { cases: CaseCount; byDay: EvaluatedFigures["byDay"] };

export type AcrossViewProps = {
  filter: FactFilter;
  look: StatisticsLook;
  dropped: readonly DroppedValue[];
  /** Operations whose facts the reader may read, and those of them that are counted. */
  offered: readonly SaidOperation[];
  parts: readonly CountedOperation[];
  /** Null where none is counted. */
  counted: { figures: EvaluatedFigures; all: Pick<EvaluatedFigures, "cases" | "byMode"> } | null;
  participants: readonly Participant[];
  countries: CountryNames;
  own?: string;
  asOf: string;
  today: LocalDate;
  agencyDays: AgencyDays;
};

/** Figures of several operations together: the panels of one, and how much each of them gives to it. */
export function AcrossView(props: AcrossViewProps) {
  const text = useText();
  const { counted } = props;
  if (!counted)
    return (
      <EmptyState icon={StackIcon} title={text("across.none")}>
        {text("across.none.text")}
      </EmptyState>
    );
  return <Counted {...props} {...counted} />;
}

const NO_PLACES = {};

function Counted(props: AcrossViewProps & NonNullable<AcrossViewProps["counted"]>) {
  const { filter, look, parts, figures, all, participants, agencyDays } = props;
  const text = useText();
  const format = useFormat();
  const names = useNamesOf(props.countries, NO_PLACES);
  const operation = useMemo(() => togetherAs(parts), [parts]);
  const marking = useMarking(operation.marking);
  const apart = props.offered.filter(
    ({ id }) => look.operations?.includes(id) && !parts.some((part) => part.id === id),
  );
  return (
    <div className="statistics across">
      <div className="statistics-top">
        <CertaintyLegend />
        <StatisticsFilter
          filter={filter}
          look={look}
          participants={participants}
          modes={modesOf(all, filter)}
          names={names}
        />
        <OperationsChoice offered={props.offered} counted={parts} filter={filter} look={look} />
      </div>
      <DroppedValues dropped={props.dropped} />
      {apart.length > 0 && (
        <Notice tone="warn">
          {text("across.left_out", { names: format.list(apart.map(({ name }) => name)), n: apart.length })}
        </Notice>
      )}
      <p className="across-note">{text("across.note")}</p>
      {marking && <p className="across-note">{marking}</p>}
      <div className="statistics-head">
        <Headline cases={figures.cases} all={all.cases.total} />
        <Coverage rows={figures.coverage} participants={participants} />
        <SideFigures figures={figures} />
      </div>
      {figures.cases.total === 0 ? (
        <NoCases filtered={isFiltered(filter)} all={all.cases.total} clearTo={statisticsAddress(NO_FILTER, look)} />
      ) : (
        <>
          <SplitPanel
            parts={parts}
            phases={operation.phases}
            filter={filter}
            grain={look.per}
            today={props.today}
            reckoning={{
              ...{ operation: operation.code, asOf: props.asOf, marking: operation.marking },
              ...{ cases: figures.cases, excluded: figures.excluded },
            }}
          />
          <StatisticsPanels
            {...{ figures, filter, look, operation, participants, agencyDays }}
            own={props.own}
            asOf={props.asOf}
            today={props.today}
            chosen={{}}
            filterNames={names}
            grains={ACROSS_GRAINS}
          />
        </>
      )}
    </div>
  );
}

/** A file is called by what it counts, as long as a name may be. */
const LONGEST_NAME = 40;

/** What charts need to know of an operation, for all of them: from the first day of any to the last. */
function togetherAs(parts: readonly CountedOperation[]) {
  const startsOn = parts.map((part) => part.startsOn).sort()[0] ?? "";
  const endsOn =
    parts
      .map((part) => part.endsOn)
      .sort()
      .at(-1) ?? "";
  return {
    code: parts
      .map(({ code }) => code)
      .join("-")
      .slice(0, LONGEST_NAME),
    phases: { startsOn, endsOn, followUpEndsOn: endsOn },
    marking: { kind: "several" as const, parts: parts.map((part) => ({ code: part.code, marking: markingOf(part) })) },
  };
}

export function markingOf({ kind, datesMovedDays }: SaidOperation) {
  return kind === "demo" ? { kind, movedDays: datesMovedDays } : { kind };
}
