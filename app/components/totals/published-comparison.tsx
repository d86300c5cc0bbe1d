import type { CaseCount } from "#app/domain/figures/result.ts";
import { Unknown } from "../ui/marks.tsx";
import { Panel } from "../ui/panel.tsx";
import { CountPair } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import { PublishedMultiples } from "./published-multiples.tsx";
import { PublishedValue } from "./published-value.tsx";
import "../charts/charts.css";
import "./totals.css";
import { TableFrame } from "#app/components/ui/table-frame.tsx";

/** A figure as somebody published it, with its source; two publications that differ are two figures. */
export type PublishedFigure = {
  line: string;
  value: string | null;
  unit: string;
  qualifier: string;
  /** Key of the sentence that says what the publication meant. */
  definition: string;
  source: string;
};

export type PublishedEdition = {
  id: string;
  name: string;
  from: string;
  to: string;
  figures: readonly PublishedFigure[];
};

type PublishedComparisonProps = {
  editions: readonly PublishedEdition[];
  /** The operation of this page, counted from its records. */
  counted: { name: string; cases: CaseCount };
};

/** Published results of earlier editions beside the counted ones of this operation: two columns that are never added. */
export function PublishedComparison({ editions, counted }: PublishedComparisonProps) {
  const text = useText();
  const tableName = text("figure.table_of", { title: text("published.title") });
  const most = Math.max(counted.cases.total, ...editions.map((edition) => Number(casesOf(edition)?.value ?? 0)), 1);
  return (
    <Panel title={text("published.title")} note={text("published.note")} foot={text("published.foot")}>
      <TableFrame label={tableName}>
        <table className="table table-stack published">
          <caption className="aside">{text("published.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("published.edition")}</th>
              <th scope="col" className="numeric">
                {text("published.cases")}
              </th>
              <th scope="col" className="published-lane">
                <span className="aside">{text("figure.column.cases")}</span>
              </th>
              <th scope="col">{text("published.breakdown")}</th>
              <th scope="col">{text("published.source")}</th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => (
              <EditionRow key={edition.id} edition={edition} most={most} />
            ))}
          </tbody>
          <tbody className="published-counted">
            <tr>
              <th scope="row">{counted.name}</th>
              <td className="numeric bar-total" data-label={text("published.cases")}>
                {counted.cases.total}
              </td>
              <td className="published-lane">
                <Lane value={counted.cases.total} most={most} counted />
              </td>
              <td data-label={text("published.breakdown")}>
                <CountPair confirmed={counted.cases.confirmed} provisional={counted.cases.provisional} />
              </td>
              <td data-label={text("published.source")}>{text("published.counted")}</td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <PublishedMultiples editions={editions} counted={counted} />
    </Panel>
  );
}

function casesOf(edition: PublishedEdition): PublishedFigure | undefined {
  return edition.figures.find((figure) => figure.line === "cases");
}

function EditionRow({ edition, most }: { edition: PublishedEdition; most: number }) {
  const text = useText();
  const cases = casesOf(edition);
  const sources = [...new Set(edition.figures.map((figure) => figure.source))];
  const rest = edition.figures.filter((figure) => figure !== cases);
  return (
    <tr>
      <th scope="row">
        {edition.name}{" "}
        <span className="caption nowrap">
          {text("published.period", { from: edition.from, to: edition.to || "none" })}
        </span>
      </th>
      <td className="numeric" data-label={text("published.cases")}>
        {cases?.value ? <PublishedValue figure={cases} /> : <Unknown>{text("published.not_found")}</Unknown>}
      </td>
      <td className="published-lane">{cases?.value && <Lane value={Number(cases.value)} most={most} />}</td>
      <td className="published-breakdown" data-label={text("published.breakdown")}>
        <span>
          {rest.map((figure, at) => (
            <span key={`${figure.line}${figure.unit}${figure.source}${figure.value}`}>
              {at > 0 && " · "}
              {text.label(`published.line.${figure.line}`, undefined, figure.line)}{" "}
              <PublishedValue figure={figure} unit />
            </span>
          ))}
        </span>
      </td>
      <td className="published-source" data-label={text("published.source")}>
        {sources.join(", ")}
      </td>
    </tr>
  );
}

function Lane({ value, most, counted = false }: { value: number; most: number; counted?: boolean }) {
  return (
    <svg className="lane" width="100%" height="8" aria-hidden="true">
      <rect
        className={counted ? "published-bar-counted" : "published-bar"}
        width={`${(100 * value) / most}%`}
        height="8"
      />
    </svg>
  );
}
