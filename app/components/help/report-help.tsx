import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** Reports on the operation: where their figures come from, how words and figures go together, what freezing means. */
export function ReportHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.reports.figures")}>
        <p>{text("help.reports.figures.text")}</p>
        <p>{text("help.reports.figures.moved")}</p>
      </Panel>
      <Panel title={text("help.reports.words")}>
        <p>{text("help.reports.words.text")}</p>
        <p>{text("help.reports.words.proposed")}</p>
        <p>{text("help.reports.words.together")}</p>
        <p>{text("help.reports.words.comments")}</p>
      </Panel>
      <Panel title={text("help.reports.signing")}>
        <p>{text("help.reports.signing.ask")}</p>
        <p>{text("help.reports.signing.exact")}</p>
        <p>{text("help.reports.signing.frozen")}</p>
      </Panel>
      <Panel title={text("help.reports.highlights")}>
        <p>{text("help.reports.highlights.choose")}</p>
        <p>{text("help.reports.highlights.clear")}</p>
        <p>{text("help.reports.highlights.out")}</p>
      </Panel>
      <Panel title={text("help.reports.frozen")}>
        <p>{text("help.reports.frozen.text")}</p>
        <p>{text("help.reports.frozen.audience")}</p>
        <p>{text("help.reports.frozen.hash")}</p>
      </Panel>
      <Panel title={text("help.reports.sheets")}>
        <p>{text("help.reports.sheets.text")}</p>
        <p>{text("help.reports.sheets.small")}</p>
      </Panel>
      <Panel title={text("help.reports.contributions")}>
        <p>{text("help.reports.contributions.text")}</p>
        <p>{text("help.reports.contributions.doubts")}</p>
      </Panel>
      <Panel title={text("help.reports.errata")}>
        <p>{text("help.reports.errata.text")}</p>
      </Panel>
      <Panel title={text("help.reports.outcomes")}>
        <p>{text("help.reports.outcomes.text")}</p>
        <p>{text("help.reports.outcomes.page")}</p>
      </Panel>
    </div>
  );
}
