import { useText } from "#app/components/ui/text-context.tsx";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** By how much a clock is off, in words: days from two on, else minutes. */
export function useSpan() {
  const text = useText();
  return (milliseconds: number) => {
    const off = Math.abs(milliseconds);
    return off >= 2 * DAY
      ? text("outbox.clock.days", { n: Math.round(off / DAY) })
      : text("outbox.clock.minutes", { n: Math.round(off / MINUTE) });
  };
}
