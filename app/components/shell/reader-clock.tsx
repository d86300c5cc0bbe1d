import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";

/** "Fri 14 Aug 2026, 14:02 in Ha Noi, 07:02 UTC": the reader's clock in the bar. */
export function ReaderClock() {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const day = format.dayLong(format.dayOf(now));
  return (
    <time className="bar-clock" dateTime={now.toISOString()}>
      {text("shell.now", { day, local: format.timeIn(now, format.zone), utc: format.timeUtc(now) })}
    </time>
  );
}
