import { Fragment } from "react";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { daysBetween } from "#app/domain/calendar.ts";
import type { CaseKey } from "#app/domain/figures/definition.ts";
import type { CaseRow, EvaluatedFigures } from "#app/domain/figures/result.ts";

/** So many of each list stand in the panel; the figures page has them all. */
const MOST = 4;
const HEIGHT = 28;

/** Of what lies behind a mark or a line: its weeks, and what goods, transport and concealment are most frequent. */
export function MapPanelFigures({ figures }: { figures: EvaluatedFigures }) {
  const text = useText();
  const notStated = text("linked.panel.not_stated");
  const lists: [string, [string, number][]][] = [
    [text("linked.panel.goods"), topOf(figures.byGroup, "group", (code) => (code ? text.commodity(code) : notStated))],
    [text("linked.panel.modes"), topOf(figures.byMode, "mode", (code) => (code ? text.code("mode", code) : notStated))],
    [
      text("linked.panel.concealment"),
      topOf(figures.byConcealment, "concealment", (code) => (code ? text.code("concealment_method", code) : notStated)),
    ],
  ];
  return (
    <>
      <Trend byDay={figures.byDay} />
      <dl className="map-panel-lists">
        {lists.map(([name, rows]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <Counts rows={rows} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function Counts({ rows }: { rows: readonly [string, number][] }) {
  const format = useFormat();
  return (
    <>
      {rows.slice(0, MOST).map(([name, count], at) => (
        <Fragment key={name}>
          {at > 0 && ", "}
          <span className="nowrap">
            {name} <b>{format.number(count)}</b>
          </span>
        </Fragment>
      ))}
      {rows.length > MOST && " …"}
    </>
  );
}

/** Values of a key with their cases, the most frequent first; kinds of goods that divide a value are put together. */
function topOf<K extends CaseKey>(
  rows: readonly CaseRow<K>[],
  key: K,
  nameOf: (code: string | null) => string,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row.key[key]);
    counts.set(name, (counts.get(name) ?? 0) + row.total);
  }
  return [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
}

/** Bars of seven days each, from the first case to the last. */
function Trend({ byDay }: { byDay: EvaluatedFigures["byDay"] }) {
  const text = useText();
  const format = useFormat();
  const days = byDay.flatMap(({ key }) => key.day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const weeks = new Array<number>(Math.floor(daysBetween(first, last) / 7) + 1).fill(0);
  for (const { key, total } of byDay) {
    if (key.day === null) continue;
    const week = Math.floor(daysBetween(first, key.day) / 7);
    weeks[week] = (weeks[week] ?? 0) + total;
  }
  const most = Math.max(...weeks);
  return (
    <figure className="map-panel-trend">
      <svg viewBox={`0 0 ${weeks.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={weeks.map((count, at) => barAt(at, (HEIGHT * count) / most)).join("")} />
      </svg>
      <figcaption>
        {text("linked.panel.trend")} <span className="nowrap">{format.dayRange(first, last)}</span>
      </figcaption>
    </figure>
  );
}

function barAt(at: number, height: number): string {
  return height === 0 ? "" : `M${at + 0.1} ${HEIGHT}V${(HEIGHT - height).toFixed(2)}H${at + 0.9}V${HEIGHT}Z`;
}
