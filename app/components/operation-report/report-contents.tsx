import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportDocument } from "./document-types.ts";

/** The sections of a report, with ways to them. */
export function ReportContents({ document }: { document: ReportDocument }) {
  const text = useText();
  return (
    <Panel title={text("operation_report.contents")}>
      <ol className="report-contents">
        {document.sections.map(({ code, number, title }) => (
          <li key={code}>
            <span className="report-number">{number}</span>
            <a href={`#section-${code}`} className="link">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
