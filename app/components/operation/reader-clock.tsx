import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";

/** The reader's day and time, and UTC, which all offices share. */
export function ReaderClock() {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <time className="caption clock" dateTime={now.toISOString()} suppressHydrationWarning>
      {text("shell.now", {
        day: format.dayLong(format.dayOf(now)),
        local: format.timeIn(now, format.zone),
        utc: format.timeUtc(now),
      })}
    </time>
  );
}
