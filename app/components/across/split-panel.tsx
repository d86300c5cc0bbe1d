import { Link } from "@remix-run/react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { writeFactFilter } from "#app/domain/filter-address.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { BarTable } from "../charts/bar-table.tsx";
import { useCountCsv } from "../charts/count-csv.ts";
import { FigurePanel } from "../charts/figure-panel.tsx";
import { ColumnsSvg } from "../charts/figure-svg.tsx";
import { KindLegend } from "../charts/legend.tsx";
import { useMarking } from "../charts/markings.tsx";
import { useAxisName } from "../charts/period-name.ts";
import { type Phases, type Timeline, timelineOf } from "../charts/periods.ts";
import type { Reckoning } from "../charts/reckoning.ts";
import type { Grain } from "../charts/spans.ts";
import { type Bar, barOf, kindsIn, scaleOf } from "../charts/stack.ts";
import { CountPair } from "../ui/quantity.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { type CountedOperation, markingOf } from "./across-view.tsx";

type SplitPanelProps = {
  parts: readonly CountedOperation[];
  phases: Phases;
  filter: FactFilter;
  grain: Grain;
  today: LocalDate;
  reckoning: Reckoning;
};

/** What each operation gives to the total: its bars over the years of all of them, to one scale. */
export function SplitPanel({ parts, phases, filter, grain, today, reckoning }: SplitPanelProps) {
  const text = useText();
  const lines = parts.map((part) => ({ part, timeline: timelineOf(part.byDay, phases, today, grain) }));
  const most = Math.max(0, ...lines.flatMap(({ timeline }) => timeline.periods.map(({ total }) => total)));
  const bars = useYearBars(parts);
  const title = text("across.split");
  return (
    <FigurePanel
      figure="cases"
      title={title}
      reckoning={reckoning}
      csv={useCountCsv(bars)}
      drawing={{ kind: "bars", bars }}
      numbers={<BarTable label={title} names={text("across.split.names")} bars={bars} />}
    >
      <KindLegend kinds={kindsIn(bars)} />
      <ul className="across-multiples">
        {lines.map(({ part, timeline }) => (
          <Multiple key={part.id} part={part} timeline={timeline} most={most} filter={filter} />
        ))}
      </ul>
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

type MultipleProps = { part: CountedOperation; timeline: Timeline; most: number; filter: FactFilter };

const HEIGHT = 84;

function Multiple({ part, timeline, most, filter }: MultipleProps) {
  const format = useFormat();
  const nameOf = useAxisName();
  const marking = useMarking(markingOf(part));
  const { periods } = timeline;
  const { end, ticks } = scaleOf(most);
  const [first, last] = [periods[0], periods.at(-1)];
  return (
    <li className="across-multiple">
      <p className="across-multiple-head">
        <Link to={`/operations/${part.id}/statistics?${writeFactFilter(filter)}`} className="bar-link">
          {part.name}
        </Link>{" "}
        <b>{format.number(part.cases.total)}</b>
      </p>
      <p className="caption">
        <CountPair confirmed={part.cases.confirmed} provisional={part.cases.provisional} />
        {marking && ` · ${marking}`}
      </p>
      <ColumnsSvg bars={periods} end={end} ticks={ticks} height={HEIGHT} />
      <p className="across-axis caption" aria-hidden="true">
        <span>{first && nameOf(first)}</span>
        <span>{periods.length > 1 && last && nameOf(last)}</span>
      </p>
    </li>
  );
}

/** A bar for each year of each operation; cases of which no day is known stand last. */
function useYearBars(parts: readonly CountedOperation[]): Bar[] {
  const text = useText();
  return parts.flatMap(({ code, byDay }) => {
    const years = [...new Set(byDay.map(({ key }) => key.day?.slice(0, 4) ?? null))];
    return years.sort().map((year) => {
      const rows = byDay.filter(({ key }) => (key.day?.slice(0, 4) ?? null) === year);
      const name = year === null ? text("across.split.undated", { operation: code }) : `${code} ${year}`;
      return barOf(`${code} ${year ?? ""}`.trim(), name, rows);
    });
  });
}
