import { Link } from "@remix-run/react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ContributionLine, ContributionsPageData, IssueLine } from "./contribution-types.ts";
import { MadeFiles } from "./made-files.tsx";
import "./operation-report.css";

type ContributionsProps = ContributionsPageData & { version: string; home: string; answer: unknown };

/** What the own agency can give to yearly reports out of a version: what is in it, what to look at first, and the file. */
export function ContributionsPage(props: ContributionsProps) {
  const { title, number, asOf, note, lines, files, command, version, home, answer } = props;
  const text = useText();
  const format = useFormat();
  return (
    <div className="view report">
      <header className="view-head report-head">
        <div>
          <p>
            <Link to={version} className="link">
              <span dir="auto">{title}</span>, {text("operation_report.edition", { n: number })}
            </Link>
          </p>
          <h1 className="title">{text("contribution.title")}</h1>
          <p className="muted">{text("contribution.as_of", { at: format.moment(asOf) })}</p>
        </div>
      </header>
      <div className="stack gap-3 contribution-lead">
        <p>{text("contribution.lead")}</p>
        <p className="muted">{text("contribution.since")}</p>
      </div>
      <MadeFiles files={files} home={home} version={version} answer={answer} />
      {lines.map((line) => (
        <Contribution key={line.form} line={line} command={command} />
      ))}
      <p className="caption contribution-lead">{note}</p>
    </div>
  );
}

function Contribution({ line, command }: { line: ContributionLine; command: string }) {
  const text = useText();
  const { form, name, rows, cases, issues, allIssues, issueRows } = line;
  return (
    <Panel title={text(`operation_report.${form}`)} note={name}>
      <div className="stack gap-3 contribution">
        {rows === 0 ? (
          <p className="muted">{text("contribution.none")}</p>
        ) : (
          <>
            <p>{text("contribution.rows", { rows, cases })}</p>
            {form !== "case_sheet" && (
              <Notice tone={allIssues > 0 ? "warn" : "passed"}>
                {allIssues > 0
                  ? text("contribution.issues.n", { n: allIssues, rows: issueRows })
                  : text("contribution.issues.none")}
              </Notice>
            )}
            {issues.length > 0 && <Issues issues={issues} more={allIssues - issues.length} />}
            <CommandForm command={command} intent="make_file" hidden={{ form }}>
              <Send kind="plain">{text("contribution.make")}</Send>
            </CommandForm>
          </>
        )}
      </div>
    </Panel>
  );
}

function Issues({ issues, more }: { issues: readonly IssueLine[]; more: number }) {
  const text = useText();
  const columns: Column<IssueLine>[] = [
    { key: "row", label: text("contribution.issue.row"), numeric: true, cell: ({ row }) => row },
    { key: "case", label: text("contribution.issue.case"), cell: ({ caseNo }) => <bdi>{caseNo}</bdi> },
    { key: "column", label: text("contribution.issue.column"), cell: ({ heading }) => heading },
    {
      key: "why",
      label: text("contribution.issue.why"),
      cell: ({ why, value }) => text(`contribution.why.${why}`, { value }),
    },
  ];
  return (
    <details className="stack">
      <summary>{text("contribution.issues")}</summary>
      <Table
        label={text("contribution.issues")}
        columns={columns}
        rows={issues}
        keyOf={({ row, heading, why }) => `${row} ${heading} ${why}`}
        stack
      />
      {more > 0 && <p className="muted">{text("contribution.issues.more", { n: more })}</p>}
    </details>
  );
}
