import { lazy, Suspense } from "react";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { Segments } from "../ui/tabs.tsx";
import { useText } from "../ui/text-context.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { besidePeriods } from "./beside-periods.ts";
import type { Drawing } from "./drawing.ts";
import { FigurePanel } from "./figure-panel.tsx";
import { ColumnsSvg } from "./figure-svg.tsx";
import { KindLegend } from "./legend.tsx";
import { useAxisName } from "./period-name.ts";
import { PeriodTable } from "./period-table.tsx";
import {
  type Missing,
  namedPeriods,
  type Period,
  type Phases,
  silencesIn,
  type Timeline,
  timelineOf,
} from "./periods.ts";
import type { Reckoning } from "./reckoning.ts";
import type { Grain } from "./spans.ts";
import { kindsIn, scaleOf } from "./stack.ts";
import { ThanColumns } from "./than-columns.tsx";
import "./charts.css";

const PeriodChart = lazy(() => import("./period-chart.tsx"));

export const PLOT_HEIGHT = 210;

type TimePanelProps = {
  rows: EvaluatedFigures["byDay"];
  /** The same figure of the period that it is compared with. */
  than?: EvaluatedFigures["byDay"];
  phases: Phases;
  today: LocalDate;
  grain: Grain;
  /** Between which the reader chooses. */
  grains?: readonly Grain[];
  /** The address of the same page with another grain; left out where the grain is settled. */
  toGrain?: (grain: Grain) => string;
  /** Null where it is not known: of a moment of the past. */
  missing: Missing | null;
  reckoning: Reckoning;
};

const GRAINS_OF_ONE: readonly Grain[] = ["week", "day"];

/** Cases per day, week, month or year over the whole time box: what has been, and on a dotted line what is to come. */
export function TimePanel(props: TimePanelProps) {
  const { rows, than, phases, today, grain, grains = GRAINS_OF_ONE, toGrain, missing, reckoning } = props;
  const text = useText();
  const { compared } = reckoning;
  const timeline = besidePeriods(
    timelineOf(rows, phases, today, grain),
    than ? timelineOf(than, phases, today, grain) : null,
    compared?.second,
  );
  const { undated, periods } = timeline;
  const options = grains.map((value) => ({ value, label: text(`figure.per.${value}`) }));
  return (
    <FigurePanel
      figure="byDay"
      title={text(`figure.title.per.${grain}`)}
      note={undated.total > 0 ? text("figure.undated", { n: undated.total }) : undefined}
      acts={toGrain && <Segments label={text("figure.per")} options={options} value={grain} toOf={toGrain} />}
      reckoning={reckoning}
      csv={usePeriodCsv(timeline, missing, compared !== undefined)}
      drawing={useTimeDrawing(timeline)}
      numbers={<PeriodTable timeline={timeline} grain={grain} missing={missing ?? {}} compared={compared} />}
    >
      <KindLegend kinds={kindsIn([...periods, undated])} />
      <TimePlot timeline={timeline} missing={missing ?? {}} />
      <SilenceNote missing={missing} />
    </FigurePanel>
  );
}

function useTimeDrawing({ periods }: Timeline): Drawing {
  const nameOf = useAxisName();
  const bars = periods.map((period) => ({ ...period, label: nameOf(period) }));
  const names = namedPeriods(periods, 8).map(({ period, at }) => ({ at, name: nameOf(period) }));
  return { kind: "columns", bars, ...scaleOf(mostIn(periods)), names };
}

function mostIn(periods: readonly Period[]): number {
  return Math.max(0, ...periods.map(({ total, than }) => Math.max(total, than?.total ?? 0)));
}

/** What the bars are made of, and what the hatching under them says. */
function SilenceNote({ missing }: { missing: Missing | null }) {
  const text = useText();
  if (!missing) return <p className="caption plot-silence-note">{text("known.tallies")}</p>;
  const counts = Object.values(missing);
  const n = counts.reduce((sum, one) => sum + one, 0);
  return (
    <p className="caption plot-silence-note">
      {n > 0 && <i className="hatched" aria-hidden="true" />}
      {n > 0 ? text("figure.by_cases.missing", { n, days: counts.length }) : text("figure.by_cases")}
    </p>
  );
}

function TimePlot({ timeline, missing }: { timeline: Timeline; missing: Missing }) {
  const text = useText();
  const hydrated = useHydrated();
  const { periods, followUpFrom, futureFrom } = timeline;
  const { end, ticks } = scaleOf(mostIn(periods));
  const drawn = <ColumnsSvg bars={periods} end={end} ticks={ticks} height={PLOT_HEIGHT} />;
  return (
    <div className="plot">
      <div className="plot-scale" style={{ blockSize: PLOT_HEIGHT }} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetBlockEnd: `${(100 * tick) / end}%` }}>
            {tick}
          </span>
        ))}
      </div>
      <div className="plot-area" style={{ blockSize: PLOT_HEIGHT }}>
        {followUpFrom !== null && (
          <div className="plot-follow-up" style={{ insetInlineStart: `${100 * followUpFrom}%` }}>
            <span>{text("figure.phase.follow_up")}</span>
          </div>
        )}
        {hydrated ? (
          <Suspense fallback={drawn}>
            <PeriodChart periods={periods} end={end} ticks={ticks} height={PLOT_HEIGHT} />
          </Suspense>
        ) : (
          drawn
        )}
        <ThanColumns bars={periods} end={end} height={PLOT_HEIGHT} />
        {silencesIn(periods, missing).map(({ key, start, width }) => (
          <i
            key={key}
            className="plot-silence hatched"
            style={{ insetInlineStart: `${100 * start}%`, inlineSize: `${100 * width}%` }}
            aria-hidden="true"
          />
        ))}
        {futureFrom < 1 && <div className="plot-future" style={{ insetInlineStart: `${100 * futureFrom}%` }} />}
      </div>
      <PlotDays periods={periods} />
    </div>
  );
}

/** The name of a month is longer than the last bar is wide. */
const LAST = 0.9;
const placeOfName = (share: number) => (share > LAST ? { insetInlineEnd: 0 } : { insetInlineStart: `${100 * share}%` });

function PlotDays({ periods }: { periods: readonly Period[] }) {
  const nameOf = useAxisName();
  return (
    <div className="plot-days" aria-hidden="true">
      {namedPeriods(periods, 6).map(({ period, at }) => (
        <span key={period.key} style={placeOfName(at / periods.length)}>
          {nameOf(period)}
        </span>
      ))}
    </div>
  );
}

function usePeriodCsv({ periods, undated }: Timeline, missing: Missing | null, compared: boolean) {
  const text = useText();
  const head = ["from", "to", "cases", "confirmed", "provisional", "missing"] as const;
  const silences = new Map(silencesIn(periods, missing ?? {}).map((row) => [row.key, row.missing]));
  const rows = periods
    .filter((period) => !period.future)
    .map(({ key, from, to, total, confirmed, provisional, than }) => {
      const silent = missing ? (silences.get(key) ?? 0) : "";
      return [from, to, total, confirmed, provisional, silent, ...(compared ? [than?.total ?? ""] : [])];
    });
  if (undated.total > 0)
    rows.push([
      text("ui.unknown"),
      "",
      undated.total,
      undated.confirmed,
      undated.provisional,
      "",
      ...(compared ? [""] : []),
    ]);
  const header = [...head.map((name) => text(`figure.csv.${name}`)), ...(compared ? [text("compare.csv.cases")] : [])];
  return { header, rows };
}
