import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { ClockLine } from "./media-types.ts";

/** What clocks show at the one minute, country by country. */
export function ClockList({ clocks }: { clocks: readonly ClockLine[] }) {
  const text = useText();
  const format = useFormat();
  const countries = useCountryNames();
  return (
    <ul className="media-clocks" aria-label={text("media.clocks")}>
      {clocks.map(({ day, time, codes }) => (
        <li key={`${day} ${time}`}>
          <span className="media-clock">{time}</span>
          <span className="muted">
            {format.dayShort(day)} · {format.list(codes.map((code) => countries[code] ?? code))}
          </span>
        </li>
      ))}
    </ul>
  );
}
