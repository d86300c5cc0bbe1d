import { useId } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import { useReportWords } from "../operation-report/report-words.ts";
import { ChosenCard } from "./chosen-card.tsx";
import { FindCase } from "./find-case.tsx";
import type { FoundCases, HighlightLine } from "./highlight-types.ts";
import "./highlights.css";

type DraftHighlightsProps = {
  lines: readonly HighlightLine[];
  found: FoundCases | null;
  audience: ReportAudience;
  home: string;
  mayWrite: boolean;
  command: string;
  answer: unknown;
};

/** Cases chosen for a report that is written: what is asked, what its owners said, and the way to choose another. */
export function DraftHighlights({ lines, found, audience, home, mayWrite, command, answer }: DraftHighlightsProps) {
  const text = useText();
  const id = useId();
  const words = useReportWords();
  const cleared = lines.filter(({ state }) => state === "cleared").length;
  return (
    <section className="report-part highlights" aria-labelledby={id}>
      <h3 id={id} className="report-part-title">
        {text("operation_report.highlight.chosen")}
        {lines.length > 0 && (
          <span className="caption"> {text("operation_report.highlight.count", { cleared, n: lines.length })}</span>
        )}
      </h3>
      <p className="caption">{text("operation_report.highlight.lead")}</p>
      {lines.length === 0 && <p className="muted">{text("operation_report.highlight.none")}</p>}
      <ul className="highlight-cards">
        {lines.map((line) => (
          <ChosenCard
            key={line.seizure}
            line={line}
            audience={audience}
            home={home}
            mayWrite={mayWrite}
            command={command}
            answer={answer}
          />
        ))}
      </ul>
      {mayWrite && <FindCase found={found} words={words} home={home} command={command} answer={answer} />}
    </section>
  );
}
