import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "./use-workspace.ts";

export type WaitingReport = {
  id: string;
  state: string;
  step: number;
  steps: number;
  author: string | null;
  at: string;
  commodity: string | null;
};
export type WaitingQuestion = { id: string; seizureId: string; question: string; at: string };
export type Waiting = { reports: readonly WaitingReport[]; questions: readonly WaitingQuestion[] };

/** What the reader has to do: questions first, then reports that are not released yet, the latest change first. */
export function WaitingList({ reports, questions }: Waiting) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  return (
    <Panel title={text("today.waits")}>
      {reports.length + questions.length === 0 && <p className="caption">{text("today.waits.none")}</p>}
      <ul className="waiting">
        {questions.map((question) => (
          <li key={question.id} className="waiting-question">
            <Link to={`${home}/${question.seizureId}`}>{question.question}</Link>
            <span className="caption">
              {text("today.question", { age: format.duration(now.getTime() - Date.parse(question.at)) })}
            </span>
          </li>
        ))}
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={`${home}/${report.id}`}>
              {report.commodity ? text.commodity(report.commodity) : text("today.report.untitled")}
            </Link>
            <span className="caption">
              {text.label(`today.report.${report.state}`, { step: report.step, steps: report.steps })}
              {report.author && `, ${text("today.report.by", { name: report.author })}`},{" "}
              {format.relative(report.at, now)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
