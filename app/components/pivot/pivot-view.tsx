import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import { Form } from "@remix-run/react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { writeAmount } from "#app/domain/figures/amounts.ts";
import {
  canCross,
  PIVOT_KEYS,
  PIVOT_MEASURES,
  type Pivot,
  type PivotCounts,
  type PivotKey,
} from "#app/domain/figures/pivot.ts";
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
import { FIGURE_OF, type Measured, useAmountWords, useMeasureOptions } from "./amount-words.ts";
import { Drilled } from "./drilled.tsx";
import { reportsBehind } from "./pivot-address.ts";
import { type Shown, tableOf } from "./pivot-table.ts";
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

type PivotFormProps = {
  pivot: Pivot;
  filterFields: [name: string, value: string][];
  /** What quantities there are in view. */
  quantities: readonly Measured[];
};

/** What is crossed is chosen in a form of the address: it works without scripts and can be passed on. */
export function PivotForm({ pivot, filterFields, quantities }: PivotFormProps) {
  const text = useText();
  const measures = useMeasureOptions(quantities, pivot.amount);
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
          options={[...PIVOT_MEASURES.map((value) => ({ value, label: text(`pivot.measure.${value}`) })), ...measures]}
          defaultValue={pivot.amount ? writeAmount(pivot.amount) : pivot.measure}
        />
      </Field>
      <Button type="submit" kind="primary">
        {text("pivot.cross")}
      </Button>
    </Form>
  );
}

/** Cases crossed by two keys. Every number leads to the reports behind it. */
export function PivotTable(props: PivotViewProps) {
  const { pivot, counts, filter, reckoning } = props;
  const text = useText();
  const amountWords = useAmountWords();
  const nameOf = useValueNames(props);
  const { locale } = useFormat();
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  const byName = (key: PivotKey) => (left: string | null, right: string | null) =>
    compare(nameOf(key, left), nameOf(key, right));
  const table = tableOf(counts, pivot, { byName, wordsOf: amountWords.sum });
  const { rows, columns } = table;
  if (rows.length === 0)
    return (
      <EmptyState icon={TableIcon} title={text("linked.none")}>
        {text("pivot.empty")}
      </EmptyState>
    );
  const heads = pivot.columns ? columns.map((value) => nameOf(pivot.columns ?? pivot.rows, value)) : [];
  const by = { rows: text(`pivot.key.${pivot.rows}`), columns: text(`pivot.key.${pivot.columns ?? pivot.rows}`) };
  const title = text(pivot.columns ? "pivot.title.crossed" : "pivot.title", by);
  const { amount } = pivot;
  const note = amount ? amountWords.name(amount) : text(`pivot.measure.${pivot.measure}`);
  const figure = amount ? FIGURE_OF[amount.kind] : "cases";
  const silent = counts.all.total - (counts.amounts?.all.cases ?? 0);
  return (
    <Panel
      title={title}
      note={note}
      foot={
        <>
          <FigureCaption figure={figure} reckoning={reckoning} />
          <CsvLink
            figure={figure}
            title={title}
            reckoning={reckoning}
            table={{
              header: [text("figure.csv.code"), text("figure.csv.name"), ...heads, text("figure.column.all")],
              rows: rows.map((row) => [
                row ?? "",
                nameOf(pivot.rows, row),
                ...columns.map((column) => table.cell(row, column).csv),
                table.ofRow(row).csv,
              ]),
              notes: amount ? [note] : undefined,
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
                    shown={table.cell(row, column)}
                    to={reportsBehind(filter, pivot, { row, column })}
                  />
                ))}
                <Cell shown={table.ofRow(row)} to={reportsBehind(filter, pivot, { row })} total />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text("figure.column.all")}</th>
              {columns.map((column) => (
                <Cell
                  key={column ?? ""}
                  shown={table.ofColumn(column)}
                  to={reportsBehind(filter, pivot, { column })}
                  total
                />
              ))}
              <Cell shown={table.all} to={reportsBehind(filter, pivot, {})} total />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      {amount && <p className="caption">{amountWords.silent(amount, silent)}</p>}
      <p className="caption">{text("pivot.sums")}</p>
      <p className="caution">{text("figure.caution")}</p>
    </Panel>
  );
}

function Cell({ shown, to, total }: { shown: Shown; to: string | null; total?: boolean }) {
  return (
    <td className={total ? "numeric bar-total" : "numeric"}>
      <Drilled shown={shown} to={to} />
    </td>
  );
}
