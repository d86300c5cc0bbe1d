import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportDocument } from "./document-types.ts";

type ReportHeadProps = { document: ReportDocument; home: string; children: ReactNode };

/** What a report is called and of what it is, the way back to all of them, and who may read it. */
export function ReportHead({ document, home, children }: ReportHeadProps) {
  const text = useText();
  return (
    <>
      <header className="view-head report-head">
        <div>
          <p>
            <Link to={`${home}/reports`} className="link">
              {text("operation_report.list.title")}
            </Link>
          </p>
          <h1 className="title" dir="auto">
            {document.title}
          </h1>
          <p className="muted">
            {document.operation} · {document.period}
          </p>
        </div>
        <span className="spacer" />
        {children}
      </header>
      <p className="caption report-marking">{document.marking}</p>
    </>
  );
}
