import { type RefObject, useLayoutEffect, useState } from "react";
import { BarChart, Bar as ChartBar, Tooltip, XAxis, YAxis } from "recharts";
import { BarTip } from "./bar-tip.tsx";
import { PartShape, partCount, partKey, partsIn } from "./part-shape.tsx";
import type { Bar } from "./stack.ts";

type Lanes = { left: number; top: number; width: number; height: number };

type LaneChartProps = { bars: readonly Bar[]; end: number; frame: RefObject<HTMLElement> };

/** Lays one chart over the lanes of a table, exactly where the server drew the bars, and hides these. */
export default function LaneChart({ bars, end, frame }: LaneChartProps) {
  const lanes = useLanes(frame, bars.length);
  if (lanes === null) return null;
  const { left, top, width, height } = lanes;
  return (
    <div className="lane-chart screen-only" style={{ insetInlineStart: left, insetBlockStart: top }} aria-hidden="true">
      <BarChart
        layout="vertical"
        data={[...bars]}
        width={width}
        height={height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={0}
        barSize={11}
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[0, end]} hide />
        <YAxis type="category" dataKey="key" hide />
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          content={({ payload }) => <LaneTip bar={payload[0]?.payload} />}
        />
        {partsIn(bars).map((part) => (
          <ChartBar
            key={partKey(part)}
            name={partKey(part)}
            dataKey={(bar: Bar) => partCount(bar, part)}
            stackId="cases"
            isAnimationActive={false}
            shape={({ x, y, width, height }) => (
              <PartShape part={part} lying x={Number(x)} y={Number(y)} width={Number(width)} height={Number(height)} />
            )}
          />
        ))}
      </BarChart>
    </div>
  );
}

function LaneTip({ bar }: { bar: Bar | undefined }) {
  return bar && (bar.total > 0 || bar.than?.total) ? <BarTip bar={bar} title={bar.label} /> : null;
}

/** Where the lanes lie in their frame; null while rows differ in height, when one chart cannot fit them all. */
function useLanes(frame: RefObject<HTMLElement>, count: number): Lanes | null {
  const [lanes, setLanes] = useState<Lanes | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setLanes(lanesIn(element, count));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame, count]);
  useLayoutEffect(() => {
    frame.current?.classList.toggle("lanes-live", lanes !== null);
  }, [frame, lanes]);
  return lanes;
}

function lanesIn(frame: HTMLElement, count: number): Lanes | null {
  const cells = [...frame.querySelectorAll<HTMLElement>(".lane-cell")];
  const first = cells[0];
  if (!first || cells.length !== count) return null;
  const heights = cells.map((cell) => cell.offsetHeight);
  const same = Math.max(...heights) - Math.min(...heights) <= 1;
  const style = getComputedStyle(first);
  const [start, end] = [Number.parseFloat(style.paddingInlineStart), Number.parseFloat(style.paddingInlineEnd)];
  const width = first.clientWidth - start - end;
  if (!same || width <= 0) return null;
  const height = heights.reduce((sum, cell) => sum + cell, 0);
  return { left: first.offsetLeft + start, top: first.offsetTop, width, height };
}
