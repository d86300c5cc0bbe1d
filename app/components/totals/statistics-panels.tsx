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
import type { Grain } from "../charts/spans.ts";
import { TimePanel } from "../charts/time-panel.tsx";
import { useText } from "../ui/text-context.tsx";
import { comparedIn } from "./comparing.ts";
import { AS_CODES } from "./filter-words.ts";
import { type Choosing, OwnChart } from "./own-chart.tsx";
import { reportsAddress, statisticsAddress } from "./statistics-address.ts";
import type { StatisticsViewProps } from "./statistics-view.tsx";

/** The busiest legs say where the goods go; the file and the map have the rest. */
const MOST_LEGS = 12;

/** `grains`: lengths of bars over time to choose between. */
export type StatisticsPanelsProps = Pick<
  StatisticsViewProps,
  | ("figures" | "filter" | "look" | "participants" | "own" | "asOf" | "today")
  | ("agencyDays" | "chosen" | "comparing" | "filterNames")
> & { operation: Omit<StatisticsViewProps["operation"], "name">; grains?: readonly Grain[] };

/** Every chart of the page; each row of each leads to the page with that row alone. */
export function StatisticsPanels(props: StatisticsPanelsProps) {
  const text = useText();
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
  const choosing: Choosing = { ...props, names: props.filterNames ?? AS_CODES, reckoning };
  // What is listed is of now and of one operation: other numbers lead to no list.
  const reports =
    look.known || look.operations
      ? undefined
      : (behind: Behind, changed: Partial<FactFilter>) => reportsAddress({ ...filter, ...changed }, behind);
  return (
    <div className="statistics-panels">
      <OwnChart {...choosing} figure="byReporter" title={text("figure.title.byReporter")}>
        {(acts) => (
          <ReporterPanel
            choice={acts}
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
        )}
      </OwnChart>
      <TimePanel
        rows={figures.byDay}
        than={both.than?.byDay}
        phases={operation.phases}
        today={today}
        grain={look.per}
        grains={props.grains}
        toGrain={(per) => statisticsAddress(filter, { ...look, per })}
        missing={agencyDays && missingOf(agencyDays)}
        reckoning={both.reckoning}
      />
      <QuantityPanel figures={figures} reckoning={reckoning} />
      <OwnChart {...choosing} figure="byGroup" title={text("figure.title.byGroup")}>
        {(acts) => (
          <GoodsPanel
            acts={acts}
            figures={figures}
            than={both.than?.byGroup}
            linkOf={(group) => to({ groups: [group], slots: [] })}
            reckoning={both.reckoning}
          />
        )}
      </OwnChart>
      <WayPanels {...props} {...both} to={to} choosing={choosing} />
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
  Both & { to: (changed: Partial<FactFilter>) => string; choosing: Choosing };

/** Where it was found and by which way it came: legs, countries, kinds of places, transport, direction, detection. */
function WayPanels({ figures, than, filterNames = AS_CODES, reckoning, to, choosing }: WayProps) {
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
      <OwnChart {...choosing} figure="corridors" title={text("figure.title.corridors")}>
        {(acts) => (
          <CountPanel
            {...title("corridors")}
            acts={acts}
            by="corridor"
            rows={figures.corridors}
            than={than?.corridors}
            nameOf={filterNames.corridor}
            linkOf={(corridor) => to({ corridors: [corridor] })}
            most={MOST_LEGS}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byCountry" title={text("figure.title.byCountry")}>
        {(acts) => (
          <CountPanel
            {...title("byCountry")}
            acts={acts}
            by="country"
            rows={figures.byCountry}
            than={than?.byCountry}
            nameOf={filterNames.place}
            linkOf={(country) => to({ seizedIn: [country] })}
            order="name"
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byPlaceKind" title={text("figure.title.byPlaceKind")}>
        {(acts) => (
          <CountPanel
            {...title("byPlaceKind")}
            acts={acts}
            by="placeKind"
            rows={figures.byPlaceKind}
            than={than?.byPlaceKind}
            nameOf={(kind) => text.code("place_kind", kind)}
            linkOf={(kind) => to({ placeKinds: [kind] })}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byMode" title={text("figure.title.byMode")}>
        {(acts) => (
          <CountPanel
            {...title("byMode")}
            acts={acts}
            by="mode"
            rows={figures.byMode}
            than={than?.byMode}
            nameOf={(mode) => text.code("mode", mode)}
            linkOf={(mode) => to({ modes: [mode] })}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byDirection" title={text("figure.title.byDirection")}>
        {(acts) => (
          <CountPanel
            {...title("byDirection")}
            acts={acts}
            by="direction"
            rows={figures.byDirection}
            than={than?.byDirection}
            nameOf={(direction) => text.code("direction", direction)}
            linkOf={(direction) => to({ directions: [direction] })}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byDetection" title={text("figure.title.byDetection")}>
        {(acts) => (
          <CountPanel
            {...title("byDetection")}
            acts={acts}
            by="detection"
            rows={figures.byDetection}
            than={than?.byDetection}
            nameOf={(code) => text.code("detection", code)}
            linkOf={(code) => to({ detections: [code] })}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
      <OwnChart {...choosing} figure="byConcealment" title={text("figure.title.byConcealment")}>
        {(acts) => (
          <CountPanel
            {...title("byConcealment")}
            acts={acts}
            by="concealment"
            rows={figures.byConcealment}
            than={than?.byConcealment}
            nameOf={(code) => text.code("concealment_method", code)}
            linkOf={(code) => to({ concealments: [code] })}
            reckoning={reckoning}
          />
        )}
      </OwnChart>
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
