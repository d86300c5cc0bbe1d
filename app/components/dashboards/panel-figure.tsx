import type { ReactNode } from "react";
import type { PanelKind } from "#app/domain/dashboard.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { isFiltered, writeFactFilter } from "#app/domain/filter-address.ts";
import { agencyDaysIn, missingOf } from "#app/domain/tally/agency-days.ts";
import { CountPanel } from "../charts/count-panel.tsx";
import { FigureCaption } from "../charts/figure-caption.tsx";
import { GoodsPanel } from "../charts/goods-panel.tsx";
import { HeatPanel } from "../charts/heat-panel.tsx";
import { QuantityPanel } from "../charts/quantity-panel.tsx";
import type { Reckoning } from "../charts/reckoning.ts";
import { ReporterPanel } from "../charts/reporter-panel.tsx";
import { TimePanel } from "../charts/time-panel.tsx";
import { Coverage } from "../totals/coverage.tsx";
import { Headline } from "../totals/headline.tsx";
import { SideFigures } from "../totals/side-figures.tsx";
import { readStatisticsLook } from "../totals/statistics-address.ts";
import { Panel } from "../ui/panel.tsx";
import { useText } from "../ui/text-context.tsx";
import type { BoardAround, ShownPanel } from "./board-types.ts";
import { CorridorPanel } from "./corridor-panel.tsx";
import { LatestPanel } from "./latest-panel.tsx";
import "../totals/totals.css";

export type FigureProps = { shown: ShownPanel; around: BoardAround; reckoning: Reckoning };

/** As many legs as the statistics page has. */
const MOST_LEGS = 12;

/** One panel as the statistics page draws it, from the figures of its own filter. */
export function PanelFigure({ shown, around }: Omit<FigureProps, "reckoning">) {
  const { figures, filter } = shown;
  const { operation, asOf, agencyDays, participants } = around;
  const reckoning: Reckoning = {
    operation: operation.code,
    asOf,
    cases: figures.cases,
    excluded: figures.excluded,
    marking: operation.marking,
    behind: {
      reporting: figures.coverage.length,
      administrations: participants.length,
      days: agencyDaysIn(agencyDays, filter),
    },
  };
  const Drawn = DRAWN[shown.panel.kind];
  return <Drawn shown={shown} around={around} reckoning={reckoning} />;
}

const DRAWN: Record<PanelKind, (props: FigureProps) => ReactNode> = {
  headline: HeadlineFigure,
  coverage: CoverageFigure,
  latest: LatestPanel,
  corridorMap: CorridorPanel,
  byReporter: ReporterFigure,
  byDay: DayFigure,
  quantityBySlot: ({ shown, reckoning }) => <QuantityPanel figures={shown.figures} reckoning={reckoning} />,
  byGroup: GroupFigure,
  corridors: CorridorsFigure,
  byCountry: CountryFigure,
  byPlaceKind: PlaceKindFigure,
  byMode: ModeFigure,
  byDirection: DirectionFigure,
  byDetection: DetectionFigure,
  byConcealment: ConcealmentFigure,
  slotByMode: ModeHeat,
  slotByConcealment: ConcealmentHeat,
};

/** The statistics page with the panel's filter and one row of it alone; nowhere where nothing can be pressed. */
function linksOf({ shown: { filter }, around: { home } }: FigureProps) {
  return (changed: (value: string) => Partial<FactFilter>) =>
    home === null
      ? undefined
      : (value: string) => `${home}/statistics?${writeFactFilter({ ...filter, ...changed(value) })}`;
}

function HeadlineFigure({ shown: { figures }, around, reckoning }: FigureProps) {
  const text = useText();
  return (
    <Panel title={text("dashboards.kind.headline")} foot={<FigureCaption figure="cases" reckoning={reckoning} />}>
      <div className="board-headline">
        <Headline cases={figures.cases} joint={figures.joint} all={around.all} />
        <SideFigures figures={figures} />
      </div>
    </Panel>
  );
}

function CoverageFigure({ shown: { figures }, around, reckoning }: FigureProps) {
  const text = useText();
  return (
    <Panel title={text("dashboards.kind.coverage")} foot={<FigureCaption figure="coverage" reckoning={reckoning} />}>
      <div>
        <Coverage rows={figures.coverage} participants={around.participants} />
      </div>
    </Panel>
  );
}

function ReporterFigure(props: FigureProps) {
  const { shown, around, reckoning } = props;
  const { order } = readStatisticsLook(new URLSearchParams(shown.panel.query));
  return (
    <ReporterPanel
      rows={shown.figures.byReporter}
      joint={shown.figures.joint}
      participants={around.participants}
      own={around.own}
      filtered={isFiltered(shown.filter)}
      order={order}
      linkOf={linksOf(props)((reporter) => ({ reporters: [reporter] }))}
      reckoning={reckoning}
    />
  );
}

function DayFigure({ shown, around, reckoning }: FigureProps) {
  const { per } = readStatisticsLook(new URLSearchParams(shown.panel.query));
  return (
    <TimePanel
      rows={shown.figures.byDay}
      phases={around.operation.phases}
      today={around.today}
      grain={per}
      missing={missingOf(around.agencyDays)}
      reckoning={reckoning}
    />
  );
}

function GroupFigure(props: FigureProps) {
  const linkOf = linksOf(props)((group) => ({ groups: [group], slots: [] }));
  return <GoodsPanel figures={props.shown.figures} linkOf={linkOf} reckoning={props.reckoning} />;
}

/** What the panel of a figure is called, and its first column. */
function useTitles(
  figure: "corridors" | "byCountry" | "byPlaceKind" | "byMode" | "byDirection" | "byDetection" | "byConcealment",
) {
  const text = useText();
  return { figure, title: text(`figure.title.${figure}`), names: text(`figure.column.${figure}`) };
}

function CorridorsFigure(props: FigureProps) {
  const { shown, around, reckoning } = props;
  return (
    <CountPanel
      {...useTitles("corridors")}
      by="corridor"
      rows={shown.figures.corridors}
      nameOf={around.names.corridor}
      linkOf={linksOf(props)((corridor) => ({ corridors: [corridor] }))}
      most={MOST_LEGS}
      reckoning={reckoning}
    />
  );
}

function CountryFigure(props: FigureProps) {
  const { shown, around, reckoning } = props;
  return (
    <CountPanel
      {...useTitles("byCountry")}
      by="country"
      rows={shown.figures.byCountry}
      nameOf={around.names.place}
      linkOf={linksOf(props)((country) => ({ seizedIn: [country] }))}
      order="name"
      reckoning={reckoning}
    />
  );
}

function PlaceKindFigure(props: FigureProps) {
  const text = useText();
  return (
    <CountPanel
      {...useTitles("byPlaceKind")}
      by="placeKind"
      rows={props.shown.figures.byPlaceKind}
      nameOf={(kind) => text.code("place_kind", kind)}
      linkOf={linksOf(props)((kind) => ({ placeKinds: [kind] }))}
      reckoning={props.reckoning}
    />
  );
}

function ModeFigure(props: FigureProps) {
  const text = useText();
  return (
    <CountPanel
      {...useTitles("byMode")}
      by="mode"
      rows={props.shown.figures.byMode}
      nameOf={(mode) => text.code("mode", mode)}
      linkOf={linksOf(props)((mode) => ({ modes: [mode] }))}
      reckoning={props.reckoning}
    />
  );
}

function DirectionFigure(props: FigureProps) {
  const text = useText();
  return (
    <CountPanel
      {...useTitles("byDirection")}
      by="direction"
      rows={props.shown.figures.byDirection}
      nameOf={(direction) => text.code("direction", direction)}
      linkOf={linksOf(props)((direction) => ({ directions: [direction] }))}
      reckoning={props.reckoning}
    />
  );
}

function DetectionFigure(props: FigureProps) {
  const text = useText();
  return (
    <CountPanel
      {...useTitles("byDetection")}
      by="detection"
      rows={props.shown.figures.byDetection}
      nameOf={(code) => text.code("detection", code)}
      linkOf={linksOf(props)((code) => ({ detections: [code] }))}
      reckoning={props.reckoning}
    />
  );
}

function ConcealmentFigure(props: FigureProps) {
  const text = useText();
  return (
    <CountPanel
      {...useTitles("byConcealment")}
      by="concealment"
      rows={props.shown.figures.byConcealment}
      nameOf={(code) => text.code("concealment_method", code)}
      linkOf={linksOf(props)((code) => ({ concealments: [code] }))}
      reckoning={props.reckoning}
    />
  );
}

function ModeHeat({ shown: { figures }, reckoning }: FigureProps) {
  const text = useText();
  return (
    <HeatPanel
      figure="slotByMode"
      title={text("figure.title.slotByMode")}
      rows={figures.slotByMode.map(({ key, total }) => ({ slot: key.slot, value: key.mode, total }))}
      bySlot={figures.bySlot}
      nameOf={(mode) => text.code("mode", mode)}
      reckoning={reckoning}
    />
  );
}

function ConcealmentHeat({ shown: { figures }, reckoning }: FigureProps) {
  const text = useText();
  return (
    <HeatPanel
      figure="slotByConcealment"
      title={text("figure.title.slotByConcealment")}
      rows={figures.slotByConcealment.map(({ key, total }) => ({ slot: key.slot, value: key.concealment, total }))}
      bySlot={figures.bySlot}
      nameOf={(code) => text.code("concealment_method", code)}
      reckoning={reckoning}
    />
  );
}
