import { bandKey, type DelayBand, type Delays, delaysOf } from "#app/domain/figures/delays.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useBandName } from "./band-name.ts";
import { DrillCount } from "./drill-count.tsx";
import type { Participant } from "./participant.ts";

export type ReporterDelays = { code: string; name: string; delays: Delays };

/** Administrations with any case, by their names: an order by days would be a rank. */
export function useReporterDelays(
  rows: EvaluatedFigures["delayByReporter"],
  participants: readonly Participant[],
): ReporterDelays[] {
  const { locale } = useFormat();
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  const names = new Map(participants.map(({ code, name }) => [code, name]));
  return [...new Set(rows.map(({ reporter }) => reporter))]
    .map((code) => ({
      code,
      name: names.get(code) ?? code,
      delays: delaysOf(rows.filter((row) => row.reporter === code)),
    }))
    .sort((left, right) => compare(left.name, right.name));
}

type DelayTableProps = {
  rows: readonly ReporterDelays[];
  linkOf?: (band: DelayBand, reporter: string) => string;
};

/** The distribution of each administration; every number leads to the reports behind it. */
export function DelayTable({ rows, linkOf }: DelayTableProps) {
  const text = useText();
  const format = useFormat();
  const nameOf = useBandName();
  const title = text("figure.title.byDelay");
  const days = (value: number | null) => (value === null ? "–" : format.decimal(String(value)));
  return (
    <TableFrame label={text("figure.table_of", { title })}>
      <table className="table drill-table">
        <caption className="aside">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("figure.column.administration")}</th>
            {(["median", "ninetieth"] as const).map((name) => (
              <th key={name} scope="col" className="numeric">
                {text(`figure.column.${name}`)}
              </th>
            ))}
            {delaysOf([]).bands.map(({ band }) => (
              <th key={bandKey(band)} scope="col" className="numeric">
                {nameOf(band)}
              </th>
            ))}
            <th scope="col" className="numeric">
              {text("figure.column.day_unknown")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, delays }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="numeric bar-total">{days(delays.median)}</td>
              <td className="numeric">{days(delays.ninetieth)}</td>
              {delays.bands.map(({ band, total }) => (
                <td key={bandKey(band)} className="numeric">
                  <DrillCount count={total} to={linkOf?.(band, code) ?? null} />
                </td>
              ))}
              <td className="numeric">{format.number(delays.unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
