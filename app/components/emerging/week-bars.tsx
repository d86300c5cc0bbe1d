import type { Slot } from "#app/domain/commodity-groups.ts";
import { useFormat, useText } from "../ui/text-context.tsx";

type WeekBarsProps = {
  /** Cases per week, oldest first. */
  weeks: readonly number[];
  from: string;
  /** So many of the last weeks are in what is new. */
  since: number;
  slot: Slot;
};

const [GAP, HEIGHT] = [3, 44];
/** A few weeks are drawn broader than half a year. */
const barOf = (weeks: number) => (weeks > 13 ? 7 : 14);

/** The corridor's own past at a glance; the numbers themselves are read out. */
export function WeekBars({ weeks, from, since, slot }: WeekBarsProps) {
  const text = useText();
  const format = useFormat();
  const most = Math.max(1, ...weeks);
  const bar = barOf(weeks.length);
  const width = weeks.length * (bar + GAP);
  const label = text("emerging.weeks", {
    weeks: weeks.length,
    counts: weeks.map((cases) => format.number(cases)).join(", "),
    from: format.day(from),
  });
  return (
    <svg className={`week-bars slot-${slot}`} viewBox={`0 0 ${width} ${HEIGHT + 1}`} width={width} height={HEIGHT + 1}>
      <title>{label}</title>
      {weeks.map((cases, at) => {
        const height = cases === 0 ? 1 : Math.max(3, (HEIGHT * cases) / most);
        const kind = at >= weeks.length - since ? "week-new" : "week-past";
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place.
            key={at}
            className={cases === 0 ? "week-none" : kind}
            x={at * (bar + GAP)}
            y={HEIGHT - height}
            width={bar}
            height={height}
          />
        );
      })}
    </svg>
  );
}
