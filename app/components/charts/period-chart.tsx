import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { BarChart, CartesianGrid, Bar as ChartBar, Tooltip, XAxis, YAxis } from "recharts";
import { useText } from "../ui/text-context.tsx";
import { BarTip } from "./bar-tip.tsx";
import { PartShape, partCount, partKey, partsIn } from "./part-shape.tsx";
import { usePeriodName } from "./period-name.ts";
import type { Period } from "./periods.ts";

type PeriodChartProps = { periods: readonly Period[]; end: number; ticks: readonly number[]; height: number };

/** Takes the place of the bars that the server drew, in the same box; arrow keys walk from period to period. */
export default function PeriodChart({ periods, end, ticks, height }: PeriodChartProps) {
  const text = useText();
  const nameOf = usePeriodName();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div ref={box} className="plot-chart">
      <BarChart
        width={width}
        height={height}
        data={[...periods]}
        margin={{ top: 0, right: 0, bottom: 1, left: 0 }}
        barCategoryGap="8%"
        title={text("figure.chart.time")}
      >
        <CartesianGrid vertical={false} horizontalValues={[...ticks]} stroke="var(--line-1)" />
        <XAxis dataKey="key" hide />
        <YAxis type="number" domain={[0, end]} ticks={[...ticks]} hide />
        <Tooltip
          cursor={{ fill: "var(--bg-3)", fillOpacity: 0.6 }}
          isAnimationActive={false}
          content={({ payload }) => <PeriodTip period={payload[0]?.payload} nameOf={nameOf} />}
        />
        {partsIn(periods).map((part) => (
          <ChartBar
            key={partKey(part)}
            name={partKey(part)}
            dataKey={(period: Period) => partCount(period, part)}
            stackId="cases"
            isAnimationActive={false}
            shape={({ x, y, width, height }) => (
              <PartShape
                part={part}
                lying={false}
                x={Number(x)}
                y={Number(y)}
                width={Number(width)}
                height={Number(height)}
              />
            )}
          />
        ))}
      </BarChart>
    </div>
  );
}

function PeriodTip({ period, nameOf }: { period: Period | undefined; nameOf: (period: Period) => string }) {
  return period && !period.future ? <BarTip bar={period} title={nameOf(period)} /> : null;
}

/** The width of a box, known before the first paint and after every change. */
function useWidth(box: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return width;
}
