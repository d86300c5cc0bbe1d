import type { CSSProperties, ReactNode } from "react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { filterOfAmount } from "#app/domain/figures/amounts.ts";
import { type ChartChoice, pivotOf } from "#app/domain/figures/chart-choice.ts";
import type { PivotCounts, PivotKey } from "#app/domain/figures/pivot.ts";
import { FigurePanel } from "../charts/figure-panel.tsx";
import { LaneSvg } from "../charts/figure-svg.tsx";
import type { Participant } from "../charts/participant.ts";
import type { Reckoning } from "../charts/reckoning.ts";
import { plainBar } from "../charts/stack.ts";
import { Count } from "../ui/quantity.tsx";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import { FIGURE_OF, useAmountWords } from "./amount-words.ts";
import { Drilled } from "./drilled.tsx";
import { reportsBehind } from "./pivot-address.ts";
import { type Shown, tableOf } from "./pivot-table.ts";
import { useValueNames } from "./use-value-names.ts";

type ChosenPanelProps = {
  choice: ChartChoice;
  counts: PivotCounts;
  acts: ReactNode;
  filter: FactFilter;
  participants: readonly Participant[];
  names: FilterNames;
  reckoning: Reckoning;
};

/** Deepest shade: the number in the cell keeps its contrast in one ink. */
const DEEPEST = 46;

/** A chart of what its reader chose: bars of a sum, or its numbers crossed by a second key, shaded by their size. */
export function ChosenPanel(props: ChosenPanelProps) {
  const { choice, counts, acts, reckoning } = props;
  const { amount } = choice;
  const text = useText();
  const words = useAmountWords();
  const pivot = pivotOf(choice);
  const nameOf = useValueNames(props);
  const { locale } = useFormat();
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  const byName = (key: PivotKey) => (left: string | null, right: string | null) =>
    compare(nameOf(key, left), nameOf(key, right));
  const table = tableOf(counts, pivot, { byName, wordsOf: words.sum });
  const columns = pivot.columns ? table.columns : [];
  const heads = columns.map((value) => nameOf(pivot.columns ?? pivot.rows, value));
  const measured = amount ? words.name(amount) : text("choice.cases");
  const title = text("choice.title", { measure: measured, rows: text(`pivot.key.${pivot.rows}`) });
  const note = choice.split ? text("choice.note", { split: text(`pivot.key.${choice.split}`) }) : undefined;
  const left = amount ? [words.silent(amount, counts.all.total - (counts.amounts?.all.cases ?? 0))] : [];
  const notes = [...(note ? [note] : []), ...left];
  const rows = table.rows.map((row) => ({ row, name: nameOf(pivot.rows, row), all: table.ofRow(row) }));
  const linkOf = (row: string | null, column?: string | null) =>
    reportsBehind(filterOfAmount(props.filter, amount), pivot, { row, column });
  const numbersOf = (row: string | null) => columns.map((column) => sizeOf(table.cell(row, column)));
  const bars = rows.map(({ row, name, all }) =>
    plainBar(row ?? "", name, "mixed", { total: sizeOf(all), ...confirmedOf(counts, pivot.rows, row, sizeOf(all)) }),
  );
  const end = Math.max(1, ...bars.map(({ total }) => total));
  const most = Math.max(1, ...rows.flatMap(({ row }) => numbersOf(row)));
  return (
    <FigurePanel
      figure={amount ? FIGURE_OF[amount.kind] : choice.figure}
      title={title}
      note={note}
      acts={acts}
      reckoning={reckoning}
      csv={{
        header: [text("figure.csv.code"), text("figure.csv.name"), ...heads, text("figure.column.all")],
        rows: rows.map(({ row, name, all }) => [
          ...[row ?? "", name, ...columns.map((column) => table.cell(row, column).csv), all.csv],
        ]),
        notes,
      }}
      drawing={
        choice.split
          ? {
              kind: "heat",
              columns: heads,
              rows: rows.map(({ row, name }) => ({ name, counts: numbersOf(row) })),
              notes,
            }
          : { kind: "bars", bars, notes }
      }
    >
      <TableFrame label={text("figure.table_of", { title })} className={choice.split ? undefined : "bar-table"}>
        <table className={choice.split ? "table heat" : "table"}>
          <caption className="aside">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text(`pivot.key.${pivot.rows}`)}</th>
              {!choice.split && (
                <th scope="col" className="lane-head">
                  <span className="aside">{measured}</span>
                </th>
              )}
              {heads.map((head, at) => (
                <th key={columns[at] ?? ""} scope="col" className="numeric">
                  {head}
                </th>
              ))}
              <th scope="col" className="numeric">
                {text("figure.column.all")}
              </th>
              {amount && (
                <th scope="col" className="numeric">
                  {text("figure.column.in_cases")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, name, all }, at) => (
              <tr key={row ?? ""}>
                <th scope="row">
                  <span className="bar-name-cell">
                    <span>{name}</span>
                  </span>
                </th>
                {!choice.split && <td className="lane-cell">{bars[at] && <LaneSvg bar={bars[at]} end={end} />}</td>}
                {columns.map((column) => (
                  <Shaded key={column ?? ""} shown={table.cell(row, column)} most={most} to={linkOf(row, column)} />
                ))}
                <td className="numeric bar-total">
                  <Drilled shown={all} to={linkOf(row)} />
                </td>
                {amount && (
                  <td className="numeric">
                    <Count value={all.count} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {left.length > 0 && <p className="caption">{left}</p>}
      {choice.split && <p className="caption">{text("pivot.sums")}</p>}
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

/** How long a bar is: decimals as floats are good enough for a drawing, never for a number that is said. */
function sizeOf({ csv, count }: Shown): number {
  return typeof csv === "object" && csv !== null ? Number(csv.decimal) : count;
}

function confirmedOf(counts: PivotCounts, key: PivotKey, value: string | null, total: number) {
  const own = (row: { key: Record<PivotKey, string | null> }) => row.key[key] === value;
  const confirmed = counts.amounts
    ? Number(counts.amounts.rows.find(own)?.confirmed ?? 0)
    : (counts.rows.find(own)?.confirmed ?? 0);
  return { confirmed, provisional: Number((total - confirmed).toFixed(6)) };
}

function Shaded({ shown, most, to }: { shown: Shown; most: number; to: string | null }) {
  const size = sizeOf(shown);
  const shade = size === 0 ? 0 : Math.max(4, Math.round((DEEPEST * size) / most));
  const style: CSSProperties & { "--shade": string } = { "--shade": `${shade}%` };
  return (
    <td className="numeric heat-cell" style={style}>
      <Drilled shown={shown} to={to} />
    </td>
  );
}
