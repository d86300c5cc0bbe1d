import { bandKey, type DelayBand, type Delays, delaysOf } from "#app/domain/figures/delays.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useBandName } from "./band-name.ts";
import { BarTable } from "./bar-table.tsx";
import { besideBars } from "./beside-bars.ts";
import { DelayTable, useReporterDelays } from "./delay-table.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import type { Participant } from "./participant.ts";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, plainBar } from "./stack.ts";

type DelayPanelProps = {
  figures: Pick<EvaluatedFigures, "byDelay" | "delayByReporter">;
  /** The same figure of the period that it is compared with. */
  than?: EvaluatedFigures["byDelay"];
  participants: readonly Participant[];
  /** Where the reports of a band are listed, of all administrations or of one. None leads to a past. */
  linkOf?: (band: DelayBand, reporter?: string) => string;
  reckoning: Reckoning;
};

/** How soon the operation knew: cases by days from seizure to release, with the median; by administration as a table. */
export function DelayPanel({ figures, than, participants, linkOf, reckoning }: DelayPanelProps) {
  const text = useText();
  const format = useFormat();
  const nameOf = useBandName();
  const delays = delaysOf(figures.byDelay);
  const bars = besideBars(barsOf(delays, nameOf), than ? barsOf(delaysOf(than), nameOf) : null);
  const title = text("figure.title.byDelay");
  const rows = useReporterDelays(figures.delayByReporter, participants);
  const median =
    delays.median === null || delays.ninetieth === null
      ? text("figure.delay.none")
      : text("figure.delay.median", { median: delays.median, ninetieth: delays.ninetieth });
  const left = delays.unknown > 0 ? [text("figure.delay.unknown", { n: delays.unknown })] : [];
  const upTo = (bar: Bar) => delays.bands.slice(0, bars.indexOf(bar) + 1).reduce((sum, { total }) => sum + total, 0);
  return (
    <FigurePanel
      figure="byDelay"
      title={title}
      reckoning={reckoning}
      csv={{ ...useDelayCsv(delays, rows), notes: [median, ...left] }}
      drawing={{ kind: "bars", bars, compared: reckoning.compared, notes: [median, ...left] }}
      numbers={<DelayTable rows={rows} linkOf={linkOf} />}
    >
      <p className="delay-median">{median}</p>
      <div className="delay-bars">
        <BarTable
          label={title}
          names={text("figure.column.byDelay")}
          bars={bars}
          compared={reckoning.compared}
          linkOf={(bar) => {
            const band = delays.bands.find((one) => bandKey(one.band) === bar.key);
            return band && bar.total > 0 && linkOf ? linkOf(band.band) : null;
          }}
          more={{ head: text("figure.column.by_then"), cell: (bar) => format.percent(upTo(bar), delays.known) }}
        />
      </div>
      {left.length > 0 && <p className="caption">{left}</p>}
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

function barsOf({ bands }: Delays, nameOf: (band: DelayBand) => string): Bar[] {
  return bands.map(({ band, ...count }) => plainBar(bandKey(band), nameOf(band), "mixed", count));
}

function useDelayCsv(all: Delays, rows: ReturnType<typeof useReporterDelays>) {
  const text = useText();
  const nameOf = useBandName();
  const row = (code: string, name: string, { bands, known, unknown, median, ninetieth }: Delays) => [
    ...[code, name, known + unknown, ...bands.map(({ total }) => total), unknown, median, ninetieth],
  ];
  return {
    header: [
      ...(["code", "name", "cases"] as const).map((name) => text(`figure.csv.${name}`)),
      ...all.bands.map(({ band }) => nameOf(band)),
      ...(["day_unknown", "median", "ninetieth"] as const).map((name) => text(`figure.column.${name}`)),
    ],
    rows: [row("", text("figure.column.all"), all), ...rows.map(({ code, name, delays }) => row(code, name, delays))],
  };
}
