import { type Series, type SeriesPoint, seriesOf } from "#app/domain/published-series.ts";
import { useText } from "../ui/text-context.tsx";
import type { PublishedEdition } from "./published-comparison.tsx";
import { PublishedValue } from "./published-value.tsx";
import "./published-multiples.css";

type PublishedMultiplesProps = {
  editions: readonly PublishedEdition[];
  counted: { name: string; cases: { total: number } };
};

/**
 * What was published of each line, edition by edition, each in its own unit and to its own scale. What was not found is
 * hatched; 'about' and 'at least' are hollow; where definitions differ it is said that the numbers are no one series.
 */
export function PublishedMultiples({ editions, counted }: PublishedMultiplesProps) {
  const text = useText();
  const all = seriesOf(editions);
  if (all.length === 0) return null;
  return (
    <section className="multiples" aria-label={text("published.multiples")}>
      <h3 className="multiples-title">{text("published.multiples")}</h3>
      <div className="multiples-grid">
        {all.map((series) => (
          <Multiple key={`${series.line} ${series.unit}`} series={series} counted={counted} />
        ))}
      </div>
      <p className="caption">{text("published.multiples.note")}</p>
    </section>
  );
}

function Multiple({ series, counted }: { series: Series; counted: PublishedMultiplesProps["counted"] }) {
  const text = useText();
  const { line, unit, points, broken } = series;
  const isCounted = line === "cases" && unit === "cases";
  const values = points.map(({ value }) => Number(value ?? 0));
  const most = Math.max(1, ...values, isCounted ? counted.cases.total : 0);
  const name = text.has(`published.unit.${unit}`)
    ? text.label(`published.unit.${unit}`)
    : text.label(`unit.${unit}`, { n: 2 });
  return (
    <figure className="multiple">
      <figcaption>
        <b>{text.label(`published.line.${line}`, undefined, line)}</b> <span className="caption">{name}</span>
      </figcaption>
      <ol className="multiple-columns">
        {points.map((point) => (
          <Column key={point.edition} point={point} unit={unit} share={Number(point.value ?? 0) / most} />
        ))}
        {isCounted && (
          <li className="multiple-column">
            <span className="multiple-value">{counted.cases.total}</span>
            <span className="multiple-well">
              <i
                className="multiple-bar multiple-here"
                style={{ blockSize: `${(100 * counted.cases.total) / most}%` }}
              />
            </span>
            <span className="multiple-name">{text("published.here")}</span>
          </li>
        )}
      </ol>
      {broken && (
        <details className="multiple-broken definition">
          <summary>{text("published.broken")}</summary>
          <ul>
            {points.flatMap(({ edition, definition }) =>
              definition ? (
                <li key={edition}>
                  {edition}: {text.label(`published.definition.${definition}`, undefined, definition)}
                </li>
              ) : (
                []
              ),
            )}
          </ul>
        </details>
      )}
    </figure>
  );
}

/** The operation's name is the same in all of them; its number tells editions apart. */
const short = (edition: string) => edition.split(" ").at(-1) ?? edition;

function Column({ point, unit, share }: { point: SeriesPoint; unit: string; share: number }) {
  const text = useText();
  const { edition, value, qualifier, definition, others } = point;
  const said = definition && text.label(`published.definition.${definition}`, undefined, definition);
  const title = [edition, said, ...(others.length > 0 ? [text("published.also", { values: others.join(", ") })] : [])];
  return (
    <li className="multiple-column" title={title.filter(Boolean).join(" · ")}>
      <span className="multiple-value">
        {value === null ? (
          <span className="aside">{text("published.not_found")}</span>
        ) : (
          <PublishedValue figure={{ value, unit, qualifier }} />
        )}
      </span>
      <span className="multiple-well">
        {value === null ? (
          <i className="multiple-missing hatched" />
        ) : (
          <i
            className={qualifier === "exact" ? "multiple-bar" : "multiple-bar multiple-hollow"}
            style={{ blockSize: `${Math.max(1, 100 * share)}%` }}
          />
        )}
      </span>
      <span className="multiple-name">{short(edition)}</span>
    </li>
  );
}
