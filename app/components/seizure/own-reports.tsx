import { Link } from "@remix-run/react";
import { Unknown } from "#app/components/ui/marks.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Goods } from "#app/domain/goods.ts";
import { GoodsWords } from "./seizure-words.tsx";

export type OwnReport = {
  id: string;
  state: string;
  step: number;
  steps: number;
  /** Waits for nobody until it is taken up again. */
  onHold: boolean;
  author: string | null;
  at: string;
  nationalCaseNo: string;
  goods: Goods[];
  /** True where it waits for this reader's decision. */
  waits: boolean;
};

/** Reports that nobody outside the agency sees yet: drafts, returned ones, and those on their way through clearance. */
export function OwnReports({ reports, home }: { reports: readonly OwnReport[]; home: string }) {
  const text = useText();
  if (reports.length === 0) return null;
  return (
    <Panel title={text("seizures.own.title")} note={text("seizures.own.note")}>
      <ul className="own-reports">
        {reports.map((report) => (
          <li key={report.id} className="own-report">
            <Link
              to={
                report.state === "draft" || report.state === "returned"
                  ? `${home}/${report.id}/draft`
                  : `${home}/${report.id}`
              }
              className="own-report-what"
            >
              {report.goods.length > 0 ? (
                <GoodsWords items={report.goods} hollow />
              ) : (
                <Unknown>{text("seizures.own.unfinished")}</Unknown>
              )}
            </Link>
            <span className="faint">{report.nationalCaseNo}</span>
            <ReportState report={report} />
            <span className="faint">
              {report.author} · <Time at={report.at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ReportState({ report }: { report: Pick<OwnReport, "state" | "step" | "steps" | "onHold" | "waits"> }) {
  const text = useText();
  const { state, step, steps, onHold, waits } = report;
  if (state === "in_clearance") {
    return (
      <span className={onHold ? "tag tag-warn" : waits ? "tag tag-lamp" : "tag"}>
        {text(onHold ? "seizures.own.on_hold" : waits ? "seizures.own.waits" : "seizures.own.in_clearance", {
          step: step + 1,
          steps,
        })}
      </span>
    );
  }
  return <span className={state === "returned" ? "tag tag-warn" : "tag"}>{text.label(`seizures.own.${state}`)}</span>;
}
