import { Fragment } from "react";
import { levelOf } from "./figure-svg.tsx";
import type { Bar } from "./stack.ts";

type ThanColumnsProps = { bars: readonly Bar[]; end: number; height: number };

/** The second period over time: a line with an end for each, in its own place, over whatever else is drawn there. */
export function ThanColumns({ bars, end, height }: ThanColumnsProps) {
  if (!bars.some((bar) => bar.than)) return null;
  const step = 100 / bars.length;
  return (
    <svg className="than-columns" width="100%" height={height} aria-hidden="true">
      {bars.map(({ key, than }, at) => {
        if (!than || than.total === 0) return null;
        const top = levelOf(than.total, end, height);
        const middle = `${(at + 0.5) * step}%`;
        return (
          <g key={key}>
            {/* The wider line under it keeps its edge over a filled bar. */}
            {["than-halo", "than-line"].map((look) => (
              <Fragment key={look}>
                <line className={look} x1={middle} x2={middle} y1={height - 1} y2={top} />
                <line className={look} x1={`${(at + 0.2) * step}%`} x2={`${(at + 0.8) * step}%`} y1={top} y2={top} />
              </Fragment>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
