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

const [BAR, GAP, HEIGHT] = [7, 3, 44];

/** The corridor's own past at a glance; the numbers themselves are read out. */
export function WeekBars({ weeks, from, since, slot }: WeekBarsProps) {
  const text = useText();
  const format = useFormat();
  const most = Math.max(1, ...weeks);
  const width = weeks.length * (BAR + GAP);
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
            x={at * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
          />
        );
      })}
    </svg>
  );
}
