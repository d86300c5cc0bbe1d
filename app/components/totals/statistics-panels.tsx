import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { Behind } from "#app/domain/figures/behind.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { isFiltered } from "#app/domain/filter-address.ts";
import { agencyDaysIn, missingOf } from "#app/domain/tally/agency-days.ts";
import { CountPanel } from "../charts/count-panel.tsx";
import { DelayPanel } from "../charts/delay-panel.tsx";
import { FlowPanel } from "../charts/flow-panel.tsx";
import { GoodsPanel } from "../charts/goods-panel.tsx";
import { HeatPanel } from "../charts/heat-panel.tsx";
import { QuantityPanel } from "../charts/quantity-panel.tsx";
import type { Reckoning } from "../charts/reckoning.ts";
import { ReporterPanel } from "../charts/reporter-panel.tsx";
import { TimePanel } from "../charts/time-panel.tsx";
import { useText } from "../ui/text-context.tsx";
import { comparedIn } from "./comparing.ts";
import { AS_CODES } from "./filter-words.ts";
import { reportsAddress, statisticsAddress } from "./statistics-address.ts";
import type { StatisticsViewProps } from "./statistics-view.tsx";

/** The busiest legs say where the goods go; the file and the map have the rest. */
const MOST_LEGS = 12;

/** Every chart of the page; each row of each leads to the page with that row alone. */
export function StatisticsPanels(props: StatisticsViewProps) {
  const { figures, filter, look, operation, participants, own, asOf, today, agencyDays } = props;
  const compared = comparedIn(props.comparing, agencyDays);
  const reckoning: Reckoning = {
    operation: operation.code,
    asOf,
    cases: figures.cases,
    excluded: figures.excluded,
    marking: operation.marking,
    ...(agencyDays && {
      behind: {
        reporting: figures.coverage.length,
        administrations: participants.length,
        days: agencyDaysIn(agencyDays, filter),
      },
    }),
  };
  // Those charts that say both periods.
  const both: Both = { reckoning: { ...reckoning, compared: compared?.periods }, than: compared?.figures };
  const to = (changed: Partial<FactFilter>) => statisticsAddress({ ...filter, ...changed }, look);
  // What is listed is of now: numbers of a past lead to no list.
  const reports = look.known
    ? undefined
    : (behind: Behind, changed: Partial<FactFilter>) => reportsAddress({ ...filter, ...changed }, behind);
  return (
    <div className="statistics-panels">
      <ReporterPanel
        rows={figures.byReporter}
        than={both.than?.byReporter}
        joint={figures.joint}
        participants={participants}
        own={own}
        filtered={isFiltered(filter)}
        order={look.order}
        toOrder={(order) => statisticsAddress(filter, { ...look, order })}
        linkOf={(reporter) => to({ reporters: [reporter] })}
        reckoning={both.reckoning}
      />
      <TimePanel
        rows={figures.byDay}
        than={both.than?.byDay}
        phases={operation.phases}
        today={today}
        grain={look.per}
        toGrain={(per) => statisticsAddress(filter, { ...look, per })}
        missing={agencyDays && missingOf(agencyDays)}
        reckoning={both.reckoning}
      />
      <QuantityPanel figures={figures} reckoning={reckoning} />
      <GoodsPanel
        figures={figures}
        than={both.than?.byGroup}
        linkOf={(group) => to({ groups: [group], slots: [] })}
        reckoning={both.reckoning}
      />
      <WayPanels {...props} {...both} to={to} />
      <FlowPanel
        rows={figures.flows}
        nameOf={(props.filterNames ?? AS_CODES).place}
        linkOf={reports && ((flow) => reports({ kind: "flow", flow }, {}))}
        reckoning={reckoning}
      />
      <DelayPanel
        figures={figures}
        than={both.than?.byDelay}
        participants={participants}
        linkOf={
          reports && ((band, reporter) => reports({ kind: "delay", band }, reporter ? { reporters: [reporter] } : {}))
        }
        reckoning={both.reckoning}
      />
      <HeatPanels figures={figures} reckoning={reckoning} />
    </div>
  );
}

/** `than`: the figures of the second period, where two are compared. */
type Both = { reckoning: Reckoning; than: EvaluatedFigures | undefined };

type WayProps = Pick<StatisticsViewProps, "figures" | "filterNames"> &
  Both & { to: (changed: Partial<FactFilter>) => string };

/** Where it was found and by which way it came: legs, countries, kinds of places, transport, direction, detection. */
function WayPanels({ figures, than, filterNames = AS_CODES, reckoning, to }: WayProps) {
  const text = useText();
  const title = (
    figure: "byMode" | "byCountry" | "byPlaceKind" | "byDirection" | "byDetection" | "byConcealment" | "corridors",
  ) => ({
    figure,
    title: text(`figure.title.${figure}`),
    names: text(`figure.column.${figure}`),
  });
  return (
    <>
      <CountPanel
        {...title("corridors")}
        by="corridor"
        rows={figures.corridors}
        than={than?.corridors}
        nameOf={filterNames.corridor}
        linkOf={(corridor) => to({ corridors: [corridor] })}
        most={MOST_LEGS}
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byCountry")}
        by="country"
        rows={figures.byCountry}
        than={than?.byCountry}
        nameOf={filterNames.place}
        linkOf={(country) => to({ seizedIn: [country] })}
        order="name"
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byPlaceKind")}
        by="placeKind"
        rows={figures.byPlaceKind}
        than={than?.byPlaceKind}
        nameOf={(kind) => text.code("place_kind", kind)}
        linkOf={(kind) => to({ placeKinds: [kind] })}
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byMode")}
        by="mode"
        rows={figures.byMode}
        than={than?.byMode}
        nameOf={(mode) => text.code("mode", mode)}
        linkOf={(mode) => to({ modes: [mode] })}
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byDirection")}
        by="direction"
        rows={figures.byDirection}
        than={than?.byDirection}
        nameOf={(direction) => text.code("direction", direction)}
        linkOf={(direction) => to({ directions: [direction] })}
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byDetection")}
        by="detection"
        rows={figures.byDetection}
        than={than?.byDetection}
        nameOf={(code) => text.code("detection", code)}
        linkOf={(code) => to({ detections: [code] })}
        reckoning={reckoning}
      />
      <CountPanel
        {...title("byConcealment")}
        by="concealment"
        rows={figures.byConcealment}
        than={than?.byConcealment}
        nameOf={(code) => text.code("concealment_method", code)}
        linkOf={(code) => to({ concealments: [code] })}
        reckoning={reckoning}
      />
    </>
  );
}

function HeatPanels({ figures, reckoning }: Pick<WayProps, "figures" | "reckoning">) {
  const text = useText();
  return (
    <>
      <HeatPanel
        figure="slotByMode"
        title={text("figure.title.slotByMode")}
        rows={figures.slotByMode.map(({ key, total }) => ({ slot: key.slot, value: key.mode, total }))}
        bySlot={figures.bySlot}
        nameOf={(mode) => text.code("mode", mode)}
        reckoning={reckoning}
      />
      <HeatPanel
        figure="slotByConcealment"
        title={text("figure.title.slotByConcealment")}
        rows={figures.slotByConcealment.map(({ key, total }) => ({ slot: key.slot, value: key.concealment, total }))}
        bySlot={figures.bySlot}
        nameOf={(code) => text.code("concealment_method", code)}
        reckoning={reckoning}
      />
    </>
  );
}
