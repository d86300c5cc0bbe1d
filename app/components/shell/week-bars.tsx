import { useText } from "#app/components/ui/text-context.tsx";

export type Week = {
  count: number;
  /** Share of administration-days without a return, 0 to 1: hatched on top, the bar may be taller. */
  missing?: number;
};

const HEIGHT = 30;
const BAR = 5;
const STEP = 6.8;
/** A year fits; what is older falls off the left end. */
const MOST = 54;

/** Cases per week, small; the numbers stand on the figures page. */
export function WeekBars({ weeks }: { weeks: readonly Week[] }) {
  const text = useText();
  const shown = weeks.slice(-MOST);
  const most = Math.max(1, ...shown.map((week) => week.count));
  const width = Math.max(STEP, shown.length * STEP);
  const label = text("home.weeks.label", { n: shown.length, most });
  return (
    <svg
      className="weeks"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern id="weeks-hatch" width="3.6" height="3.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V4" stroke="var(--danger)" strokeWidth="1.5" />
        </pattern>
      </defs>
      {shown.map((week, index) => (
        <WeekBar key={String(index)} x={index * STEP} week={week} most={most} />
      ))}
    </svg>
  );
}

function WeekBar({ x, week, most }: { x: number; week: Week; most: number }) {
  const { count, missing = 0 } = week;
  const room = HEIGHT - 6;
  const height = count === 0 ? 1 : Math.max(2, (room * count) / most);
  const hatch = missing > 0 ? Math.max(5, missing * height) : 0;
  return (
    <>
      <rect x={x} y={HEIGHT - height} width={BAR} height={height} className={count === 0 ? "week-none" : "week"} />
      {hatch > 0 && (
        <rect x={x + 0.35} y={HEIGHT - height - hatch} width={BAR - 0.7} height={hatch} className="week-missing" />
      )}
    </>
  );
}
