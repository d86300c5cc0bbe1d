import { Link } from "@remix-run/react";
import { lazy, type ReactNode, Suspense, useRef } from "react";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { Count } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { endOf } from "./beside-bars.ts";
import { ComparedCells, ComparedHeads, ThanMark } from "./compared-cells.tsx";
import { CountHeads } from "./count-heads.tsx";
import { LaneSvg } from "./figure-svg.tsx";
import { KindMark } from "./legend.tsx";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Bar, Kind } from "./stack.ts";

const LaneChart = lazy(() => import("./lane-chart.tsx"));

type BarTableProps = {
  /** What the table holds, for screen readers. */
  label: string;
  /** Head of the first column. */
  names: string;
  bars: readonly Bar[];
  markOf?: (bar: Bar) => Kind | undefined;
  /** The reader's own row. */
  own?: string;
  /** What stands in a lane without a bar. */
  empty?: (bar: Bar) => string;
  /** One more column behind the counts. */
  more?: { head: string; cell: (bar: Bar) => ReactNode };
  /** Where the name of a row leads: the page with this row alone. */
  linkOf?: (bar: Bar) => string | null;
  foot?: ReactNode;
  /** Both periods stand in the table; what is confirmed and provisional of each is in the bars and in the file. */
  compared?: ComparedPeriods;
};

/**
 * A table that is a chart: each row its name, its bar, its count as confirmed and provisional. The bars are drawn on the
 * server; once scripts run, the chart library draws them in the same places and answers the pointer.
 */
export function BarTable(props: BarTableProps) {
  const { label, names, bars, more, foot, compared } = props;
  const text = useText();
  const hydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const tableName = text("figure.table_of", { title: label });
  const end = endOf(bars, compared);
  return (
    <TableFrame label={tableName} className={compared ? "bar-table bar-table-compared" : "bar-table"} ref={frame}>
      <table className="table">
        <caption className="aside">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{names}</th>
            <th scope="col" className="lane-head">
              {text("figure.column.cases")}
            </th>
            {compared ? <ComparedHeads compared={compared} /> : <CountHeads />}
            {more && (
              <th scope="col" className="numeric">
                {more.head}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <BarRow key={bar.key} bar={bar} end={end} {...props} />
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
      {hydrated && (
        <Suspense fallback={null}>
          <LaneChart bars={bars} end={end} frame={frame} />
        </Suspense>
      )}
    </TableFrame>
  );
}

function BarRow({ bar, end, own, markOf, empty, more, linkOf, compared }: BarTableProps & { bar: Bar; end: number }) {
  const text = useText();
  const mark = markOf?.(bar);
  const to = linkOf?.(bar) ?? null;
  return (
    <tr className={own !== undefined && bar.key === own ? "own" : undefined}>
      <th scope="row">
        <span className="bar-name-cell">
          {mark && <KindMark kind={mark} />}
          {to ? (
            <Link to={to} preventScrollReset className="bar-link">
              {bar.label}
            </Link>
          ) : (
            <span>{bar.label}</span>
          )}
          {bar.key === own && <span className="you">{text("figure.you")}</span>}
        </span>
      </th>
      <td className="lane-cell">
        <Lane bar={bar} end={end} empty={empty} compared={compared} />
      </td>
      {compared ? <ComparedCells bar={bar} compared={compared} /> : <CountCells bar={bar} />}
      {more && <td className="numeric">{more.cell(bar)}</td>}
    </tr>
  );
}

function Lane({ bar, end, empty, compared }: Pick<BarTableProps, "empty" | "compared"> & { bar: Bar; end: number }) {
  const lane = bar.total > 0 && <LaneSvg bar={bar} end={end} />;
  if (!compared) return lane || <span className="lane-empty">{empty?.(bar)}</span>;
  return (
    <span className="lane-pair">
      {lane}
      <ThanMark bar={bar} end={end} compared={compared} />
    </span>
  );
}

function CountCells({ bar }: { bar: Bar }) {
  return (
    <>
      <td className="numeric bar-total">
        <Count value={bar.total} />
      </td>
      <td className="numeric">
        <Count value={bar.confirmed} />
      </td>
      <td className="numeric provisional">
        <Count value={bar.provisional} />
      </td>
    </>
  );
}
