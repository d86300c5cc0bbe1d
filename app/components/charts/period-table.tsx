import { Count } from "../ui/quantity.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { useText } from "../ui/text-context.tsx";
import { useSecondHead } from "./change-words.ts";
import { usePeriodName } from "./period-name.ts";
import { type Missing, silencesIn, type Timeline } from "./periods.ts";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Grain } from "./spans.ts";
import type { Bar } from "./stack.ts";

type PeriodTableProps = { timeline: Timeline; grain: Grain; missing: Missing; compared?: ComparedPeriods };

/** The numbers of the chart over time, the unknown day among them. */
export function PeriodTable({ timeline, grain, missing, compared }: PeriodTableProps) {
  const text = useText();
  const secondHead = useSecondHead();
  const nameOf = usePeriodName();
  const named: Bar[] = timeline.periods
    .filter((period) => !period.future)
    .map((period) => ({ ...period, label: nameOf(period) }));
  const rows =
    timeline.undated.total > 0 ? [...named, { ...timeline.undated, label: text("figure.day_unknown") }] : named;
  const silences = new Map(silencesIn(timeline.periods, missing).map((row) => [row.key, row.missing]));
  const silent: Column<Bar> = {
    key: "m",
    label: text("figure.column.missing"),
    numeric: true,
    cell: (row) => <Count value={silences.get(row.key) ?? 0} />,
  };
  const columns: Column<Bar>[] = [
    { key: "period", label: text(`figure.column.${grain}`), names: true, cell: (row) => row.label },
    { key: "n", label: text("figure.column.n"), numeric: true, cell: (row) => <Count value={row.total} /> },
    { key: "c", label: text("figure.column.confirmed"), numeric: true, cell: (row) => <Count value={row.confirmed} /> },
    {
      key: "p",
      label: text("figure.column.provisional"),
      numeric: true,
      cell: (row) => <Count value={row.provisional} />,
    },
    ...(compared
      ? [
          {
            key: "s",
            label: secondHead(compared),
            numeric: true,
            cell: (row: Bar) => row.than && <Count value={row.than.total} />,
          },
        ]
      : []),
    ...(silences.size > 0 ? [silent] : []),
  ];
  return (
    <Table
      label={text("figure.table_of", { title: text(`figure.title.per.${grain}`) })}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
    />
  );
}
