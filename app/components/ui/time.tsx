import { useFormat, useNow } from "./text-context.tsx";

type TimeProps = {
  /** The instant, ISO with zone. */
  at: string;
  /** `relative` is "14:02", "Thu 16:05", "12 Aug"; `moment` is day and time; `exact` adds zone and UTC. */
  as?: "relative" | "moment" | "exact" | "time";
};

/** An instant in the reader's zone; the exact one, with UTC, on asking. */
export function Time({ at, as = "relative" }: TimeProps) {
  const format = useFormat();
  const now = useNow();
  const exact = format.momentWithUtc(at);
  const shown = {
    relative: () => format.relative(at, now),
    moment: () => format.moment(at),
    exact: () => exact,
    time: () => format.time(at),
  };
  return (
    <time dateTime={at} title={as === "exact" ? undefined : exact} className={as === "exact" ? undefined : "nowrap"}>
      {shown[as]()}
    </time>
  );
}
