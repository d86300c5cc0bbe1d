import { useText } from "#app/components/ui/text-context.tsx";
import type { HighlightLine } from "./highlight-types.ts";

export function openAmong(lines: readonly HighlightLine[]): HighlightLine[] {
  return lines.filter(({ state }) => state !== "cleared");
}

/** Of what a report lacks: each case that was chosen and is not cleared, with the way to it. */
export function OpenHighlights({ lines }: { lines: readonly HighlightLine[] }) {
  const text = useText();
  return openAmong(lines).map(({ seizure, caseNo, state }) => (
    <li key={seizure}>
      <a href={`#case-${seizure}`} className="link">
        {text("operation_report.missing.highlight", { case: caseNo })}
      </a>{" "}
      <span className="caption">{text(`operation_report.highlight.state.${state}`)}</span>
    </li>
  ));
}
