import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import { Form, Link } from "@remix-run/react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { FIGURES } from "#app/domain/figures/definition.ts";
import { byText } from "#app/domain/figures/order.ts";
import {
  canCross,
  PIVOT_KEYS,
  PIVOT_MEASURES,
  type Pivot,
  type PivotCounts,
  type PivotKey,
} from "#app/domain/figures/pivot.ts";
import type { CaseCount, CaseRow } from "#app/domain/figures/result.ts";
import { CsvLink } from "../charts/csv-link.tsx";
import { FigureCaption } from "../charts/figure-caption.tsx";
import type { Participant } from "../charts/participant.ts";
import type { Reckoning } from "../charts/reckoning.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/inputs.tsx";
import { Panel } from "../ui/panel.tsx";
import { EmptyState } from "../ui/states.tsx";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import { reportsBehind } from "./pivot-address.ts";
import { useValueNames } from "./use-value-names.ts";
import "./pivot.css";

type PivotViewProps = {
  pivot: Pivot;
  counts: PivotCounts;
  filter: FactFilter;
  participants: readonly Participant[];
  names: FilterNames;
  reckoning: Reckoning;
};

/** What is crossed is chosen in a form of the address: it works without scripts and can be passed on. */
export function PivotForm({ pivot, filterFields }: { pivot: Pivot; filterFields: [name: string, value: string][] }) {
  const text = useText();
  const keys = PIVOT_KEYS.map((value) => ({ value, label: text(`pivot.key.${value}`) }));
  const columns = keys.filter(({ value }) => canCross(pivot.rows, value));
  return (
    <Form method="get" className="pivot-form screen-only">
      {filterFields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Field label={text("pivot.rows")}>
        <Select name="rows" options={keys} defaultValue={pivot.rows} />
      </Field>
      <Field label={text("pivot.columns")}>
        <Select
          name="columns"
          options={[{ value: "none", label: text("pivot.none") }, ...columns]}
          defaultValue={pivot.columns ?? "none"}
        />
      </Field>
      <Field label={text("pivot.measure")}>
        <Select
          name="measure"
          options={PIVOT_MEASURES.map((value) => ({ value, label: text(`pivot.measure.${value}`) }))}
          defaultValue={pivot.measure}
        />
      </Field>
      <Button type="submit" kind="primary">
        {text("pivot.cross")}
      </Button>
    </Form>
  );
}

const FIGURE = "cases" satisfies keyof typeof FIGURES;

/** Cases crossed by two keys. Every number leads to the reports behind it. */
export function PivotTable(props: PivotViewProps) {
  const { pivot, counts, filter, reckoning } = props;
  const text = useText();
  const nameOf = useValueNames(props);
  const { locale } = useFormat();
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  const byName = (key: PivotKey) => (left: string | null, right: string | null) =>
    compare(nameOf(key, left), nameOf(key, right));
  const table = tableOf(counts, pivot, byName);
  const { rows, columns } = table;
  if (rows.length === 0)
    return (
      <EmptyState icon={TableIcon} title={text("linked.none")}>
        {text("pivot.empty")}
      </EmptyState>
    );
  const heads = pivot.columns ? columns.map((value) => nameOf(pivot.columns ?? pivot.rows, value)) : [];
  const title = pivot.columns
    ? text("pivot.title.crossed", {
        rows: text(`pivot.key.${pivot.rows}`),
        columns: text(`pivot.key.${pivot.columns}`),
      })
    : text("pivot.title", { rows: text(`pivot.key.${pivot.rows}`) });
  return (
    <Panel
      title={title}
      note={text(`pivot.measure.${pivot.measure}`)}
      foot={
        <>
          <FigureCaption figure={FIGURE} reckoning={reckoning} />
          <CsvLink
            figure={FIGURE}
            title={title}
            reckoning={reckoning}
            table={{
              header: [text("figure.csv.code"), text("figure.csv.name"), ...heads, text("figure.column.all")],
              rows: rows.map((row) => [
                row ?? "",
                nameOf(pivot.rows, row),
                ...columns.map((column) => table.cell(row, column)),
                table.ofRow(row),
              ]),
            }}
          />
        </>
      }
    >
      <TableFrame label={text("figure.table_of", { title })}>
        <table className="table pivot">
          <caption className="aside">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text(`pivot.key.${pivot.rows}`)}</th>
              {heads.map((name, at) => (
                <th key={columns[at] ?? ""} scope="col" className="numeric">
                  {name}
                </th>
              ))}
              <th scope="col" className="numeric">
                {text("figure.column.all")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row ?? ""}>
                <th scope="row">{nameOf(pivot.rows, row)}</th>
                {columns.map((column) => (
                  <Cell
                    key={column ?? ""}
                    count={table.cell(row, column)}
                    to={reportsBehind(filter, pivot, { row, column })}
                  />
                ))}
                <Cell count={table.ofRow(row)} to={reportsBehind(filter, pivot, { row })} total />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text("figure.column.all")}</th>
              {columns.map((column) => (
                <Cell
                  key={column ?? ""}
                  count={table.ofColumn(column)}
                  to={reportsBehind(filter, pivot, { column })}
                  total
                />
              ))}
              <Cell count={counts.all[pivot.measure]} to={reportsBehind(filter, pivot, {})} total />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="caption">{text("pivot.sums")}</p>
      <p className="caution">{text("figure.caution")}</p>
    </Panel>
  );
}

function Cell({ count, to, total }: { count: number; to: string | null; total?: boolean }) {
  const text = useText();
  const format = useFormat();
  const said = format.number(count);
  return (
    <td className={total ? "numeric bar-total" : "numeric"}>
      {count > 0 && to !== null ? (
        <Link to={to} relative="path" className="pivot-cell" aria-label={text("pivot.show", { n: count })}>
          {said}
        </Link>
      ) : (
        <span className={count === 0 ? "muted" : undefined}>{said}</span>
      )}
    </td>
  );
}

/** The values that occur: countries by name, days as they come, the rest most cases first; what is not stated last. */
type Compare = (left: string | null, right: string | null) => number;

function tableOf({ cells, rows, columns }: PivotCounts, pivot: Pivot, byName: (key: PivotKey) => Compare) {
  const { measure } = pivot;
  const key = (row: string | null, column: string | null) => JSON.stringify([row, column]);
  const columnKey = pivot.columns;
  const byCell = new Map(
    columnKey === null ? [] : cells.map((cell) => [key(cell.key[pivot.rows], cell.key[columnKey]), cell[measure]]),
  );
  const ofRow = countsBy(rows, pivot.rows, measure);
  const ofColumn = columnKey === null ? new Map<string | null, number>() : countsBy(columns, columnKey, measure);
  return {
    rows: inOrder(ofRow, pivot.rows, byName(pivot.rows)),
    columns: columnKey === null ? [] : inOrder(ofColumn, columnKey, byName(columnKey)),
    cell: (row: string | null, column: string | null) => byCell.get(key(row, column)) ?? 0,
    ofRow: (row: string | null) => ofRow.get(row) ?? 0,
    ofColumn: (column: string | null) => ofColumn.get(column) ?? 0,
  };
}

function countsBy(
  rows: readonly CaseRow<PivotKey>[],
  key: PivotKey,
  measure: keyof CaseCount,
): Map<string | null, number> {
  return new Map(rows.map((row) => [row.key[key], row[measure]]));
}

/** Those that have a name of a country stand by it: an order by numbers can offend. */
const BY_NAME: readonly PivotKey[] = ["reporter", "country"];

function inOrder(counts: ReadonlyMap<string | null, number>, key: PivotKey, byName: Compare): (string | null)[] {
  const of = (value: string | null) => counts.get(value) ?? 0;
  const bySize: Compare = (left, right) => of(right) - of(left);
  const order = BY_NAME.includes(key) ? byName : key === "day" ? byText : bySize;
  const last = (value: string | null) => Number(value === null);
  return [...counts.keys()].sort(
    (left, right) => last(left) - last(right) || order(left, right) || byText(left, right),
  );
}
