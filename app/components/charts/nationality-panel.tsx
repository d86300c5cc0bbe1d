import {
  LEAST_SAID,
  numberSaid,
  type SaidNationalities,
  type SaidNationality,
} from "#app/domain/figures/nationalities.ts";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { CountHeads } from "./count-heads.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { LaneSvg } from "./figure-svg.tsx";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, plainBar } from "./stack.ts";

type NationalityPanelProps = {
  said: SaidNationalities;
  /** The official name of a country; its code where the operation lists none. */
  nameOf: (country: string) => string;
  reckoning: Reckoning;
};

/** Persons by nationality, by the names of countries; small numbers are not said, here or in any file. */
export function NationalityPanel({ said, nameOf, reckoning }: NationalityPanelProps) {
  const text = useText();
  const rows = useNamed(said.rows, nameOf);
  const title = text("figure.title.byNationality");
  const notes = [
    text("figure.byNationality.of", { cases: said.cases, readable: said.readable, stating: said.stating }),
    ...(said.withheld ? [text("figure.byNationality.withheld", { n: LEAST_SAID })] : []),
  ];
  const all = { label: text("figure.column.all"), ...said.all };
  return (
    <FigurePanel
      figure="byNationality"
      title={title}
      note={text("figure.byNationality.unit")}
      reckoning={reckoning}
      csv={{
        header: [
          ...[text("figure.csv.code"), text("figure.csv.name"), text("figure.csv.persons")],
          ...[text("figure.csv.confirmed"), text("figure.csv.provisional")],
        ],
        rows: [...rows, { country: null, ...all }].map((row) => [
          ...[row.country ?? "", row.label, row.total, row.confirmed, row.provisional],
        ]),
        notes,
      }}
      drawing={{ kind: "bars", bars: rows.flatMap((row) => barOf(row) ?? []), notes }}
    >
      <NationalityTable title={title} rows={rows} all={all} />
      {notes.map((note) => (
        <p key={note} className="footnote">
          {note}
        </p>
      ))}
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

type Named = SaidNationality & { label: string };

/** By name; those whose nationality is not stated stand last. */
function useNamed(rows: readonly SaidNationality[], nameOf: (country: string) => string): Named[] {
  const text = useText();
  const { locale } = useFormat();
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  return rows
    .map((row) => ({ ...row, label: row.country === null ? text("figure.not_stated") : nameOf(row.country) }))
    .sort(
      (left, right) =>
        Number(left.country === null) - Number(right.country === null) || compare(left.label, right.label),
    );
}

/** A bar for what is said in full: the length of one that is withheld would tell it. */
function barOf({ country, label, total, confirmed, provisional }: Named): Bar | null {
  const [all, sure, open] = [numberSaid(total), numberSaid(confirmed), numberSaid(provisional)];
  if (all === null || sure === null || open === null) return null;
  return plainBar(country ?? "", label, "mixed", { total: all, confirmed: sure, provisional: open });
}

type TableProps = { title: string; rows: readonly Named[]; all: Omit<Named, "country"> };

function NationalityTable({ title, rows, all }: TableProps) {
  const text = useText();
  const end = Math.max(1, ...rows.map((row) => numberSaid(row.total) ?? 0));
  return (
    <TableFrame label={text("figure.table_of", { title })} className="bar-table">
      <table className="table">
        <caption className="aside">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("figure.column.nationality")}</th>
            <th scope="col" className="lane-head">
              {text("figure.column.persons")}
            </th>
            <CountHeads />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            return (
              <tr key={row.country ?? ""}>
                <th scope="row">{row.label}</th>
                <td className="lane-cell">
                  <Lane row={row} end={end} />
                </td>
                <SaidCells said={row} />
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {all.label}
            </th>
            <SaidCells said={all} />
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

/** Where only the whole is said, its length alone: what is confirmed of it does not show. */
function Lane({ row, end }: { row: Named; end: number }) {
  const [bar, whole] = [barOf(row), numberSaid(row.total)];
  if (bar) return bar.total > 0 && <LaneSvg bar={bar} end={end} />;
  if (whole === null) return null;
  return (
    <svg className="lane" width="100%" height="11" aria-hidden="true">
      <rect className="lane-whole" y="0.7" width={`${(100 * whole) / end}%`} height="9.6" />
    </svg>
  );
}

function SaidCells({ said }: { said: Pick<Named, "total" | "confirmed" | "provisional"> }) {
  const format = useFormat();
  const written = (one: string) => {
    const number = numberSaid(one);
    return number === null ? one : format.number(number);
  };
  return (
    <>
      <td className="numeric bar-total">{written(said.total)}</td>
      <td className="numeric">{written(said.confirmed)}</td>
      <td className="numeric provisional">{written(said.provisional)}</td>
    </>
  );
}
