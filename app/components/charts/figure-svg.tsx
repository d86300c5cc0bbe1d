import type { Bar, Segment } from "./stack.ts";

/** How a part of a bar is drawn, here and in the chart that takes its place: filled or hollow, in its own colour. */
export function segmentClass({ kind, confirmed }: Pick<Segment, "kind" | "confirmed">): string {
  return `segment-${confirmed ? "confirmed" : "provisional"} slot-${kind}`;
}

/** Between parts of a bar, so that they stay apart without colour. */
export const GAP = 1.2;

const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;

/** A bar lying in its row, as wide as its share of `end`. Drawn on the server; the numbers stand beside it as text. */
export function LaneSvg({ bar, end }: { bar: Bar; end: number }) {
  let before = 0;
  return (
    <svg className="lane" width="100%" height="11" aria-hidden="true">
      {bar.segments.map((segment) => {
        const start = before;
        before += segment.count;
        return (
          <svg
            key={`${segment.kind}${segment.confirmed}`}
            x={percent(start, end)}
            width={percent(segment.count, end)}
            aria-hidden="true"
          >
            <rect className={`${segmentClass(segment)} lane-part`} y="0.7" height="9.6" />
          </svg>
        );
      })}
    </svg>
  );
}

type ColumnsProps = { bars: readonly Bar[]; end: number; ticks: readonly number[]; height: number };

/** Standing bars side by side over the whole width, with the hairlines of the scale behind them. */
export function ColumnsSvg({ bars, end, ticks, height }: ColumnsProps) {
  return (
    <svg className="columns" width="100%" height={height} aria-hidden="true">
      {ticks.map((tick) => (
        <line
          key={tick}
          className="hairline"
          x1="0"
          x2="100%"
          y1={levelOf(tick, end, height)}
          y2={levelOf(tick, end, height)}
        />
      ))}
      {bars.map((bar, at) => (
        <svg key={bar.key} x={percent(at, bars.length)} width={percent(1, bars.length)} aria-hidden="true">
          <Column bar={bar} end={end} height={height} />
        </svg>
      ))}
    </svg>
  );
}

function Column({ bar, end, height }: { bar: Bar; end: number; height: number }) {
  let before = 0;
  return bar.segments.map((segment) => {
    const top = levelOf(before + segment.count, end, height);
    const bottom = levelOf(before, end, height);
    before += segment.count;
    return (
      <rect
        key={`${segment.kind}${segment.confirmed}`}
        className={`${segmentClass(segment)} column-part`}
        y={top + GAP / 2}
        height={Math.max(0.5, bottom - top - GAP)}
      />
    );
  });
}

/** Pixels from the top for a value on a scale that ends at `end`. */
export function levelOf(value: number, end: number, height: number): number {
  return Math.round((height - 1) * (1 - value / end) * 100) / 100;
}
