import type { AgencyDay } from "#app/domain/tally/agency-days.ts";
import { useText } from "../ui/text-context.tsx";
import type { Reckoning } from "./reckoning.ts";
import "./coverage-line.css";

/** Who and how many agency-days stand behind a figure; the part of which nobody knows is hatched, never empty. */
export function CoverageLine({ behind }: { behind: NonNullable<Reckoning["behind"]> }) {
  const { onRecord, nil, missing } = behind.days;
  const told = useCoverageWords(behind);
  const known = onRecord + missing;
  const share = (n: number) => ({ inlineSize: `${(100 * n) / known}%` });
  return (
    <p className="coverage-under">
      {known > 0 && (
        <span className="coverage-bar" aria-hidden="true">
          <i className="coverage-told" style={share(onRecord - nil)} />
          <i className="coverage-nil" style={share(nil)} />
          <i className="coverage-missing hatched" style={share(missing)} />
        </span>
      )}
      <span>{told}</span>
    </p>
  );
}

export function useCoverageWords(behind: Reckoning["behind"]): string {
  const text = useText();
  const daysOf = useCoverageDays();
  if (!behind) return "";
  const { reporting, administrations, days } = behind;
  return `${text("figure.behind.administrations", { n: reporting, total: administrations })} ${daysOf(days)}`;
}

/** How many agency-days of a period are told, nil, missing, and not due yet. */
export function useCoverageDays(): (days: AgencyDay) => string {
  const text = useText();
  return ({ onRecord, nil, missing, awaited }) => {
    const due = onRecord + missing;
    const said =
      due === 0 ? text("figure.behind.none_due") : text("figure.behind.days", { n: onRecord, due, nil, missing });
    return awaited > 0 ? `${said} ${text("figure.behind.awaited", { n: awaited })}` : said;
  };
}
