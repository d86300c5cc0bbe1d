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
  if (!behind) return "";
  const { reporting, administrations, days } = behind;
  const { onRecord, nil, missing, awaited } = days;
  const due = onRecord + missing;
  const said = [
    text("figure.behind.administrations", { n: reporting, total: administrations }),
    due === 0 ? text("figure.behind.none_due") : text("figure.behind.days", { n: onRecord, due, nil, missing }),
    ...(awaited > 0 ? [text("figure.behind.awaited", { n: awaited })] : []),
  ];
  return said.join(" ");
}
