import { levelOf } from "./figure-svg.tsx";
import type { Bar } from "./stack.ts";

type ThanColumnsProps = { bars: readonly Bar[]; end: number; height: number };

/** The second period over time: thin outlines in their own places, over whatever else is drawn there. */
export function ThanColumns({ bars, end, height }: ThanColumnsProps) {
  if (!bars.some((bar) => bar.than)) return null;
  const step = 100 / bars.length;
  return (
    <svg className="than-columns" width="100%" height={height} aria-hidden="true">
      {bars.map(({ key, than }, at) => {
        if (!than || than.total === 0) return null;
        const top = levelOf(than.total, end, height);
        return (
          <rect
            key={key}
            className="than-outline"
            x={`${(at + 0.32) * step}%`}
            width={`${0.36 * step}%`}
            y={top}
            height={Math.max(1, height - 1 - top)}
          />
        );
      })}
    </svg>
  );
}
