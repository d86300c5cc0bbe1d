import { FileArrowDownIcon } from "@phosphor-icons/react/dist/ssr/FileArrowDown";
import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { CEN_LAYOUTS } from "#app/domain/cen/mapping.ts";
import type { ExportLine, ExportsPageData } from "./export-types.ts";
import { MarkCounts } from "./mark-counts.tsx";
import "./export.css";

/** Workbooks of the agency's released cases: a new one, and those that were made before. */
export function ExportsPage({ answer, ...page }: ExportsPageData & { answer: unknown }) {
  const { lines, handable, mayMake, note } = page;
  const text = useText();
  const operation = `/operations/${useWorkspace().operation.id}`;
  const home = `${operation}/export`;
  return (
    <div className="view exports">
      <header className="view-head">
        <h1>{text("export.title")}</h1>
        <span className="caption">{text("export.what")}</span>
        <span className="spacer" />
        <Link to={`${operation}/help?topic=exports`} className="link">
          {text("export.help")}
        </Link>
      </header>
      {wasLost(answer) && <Notice tone="warn" title={text("tally.lost.title")} />}
      {!mayMake && <p className="caption">{text("export.closed")}</p>}
      {mayMake && handable && <NewExport {...page} answer={answer} />}
      {lines.length > 0 ? (
        <Panel title={text("export.list")} note={text("export.list.note")}>
          <Exports {...page} home={home} />
        </Panel>
      ) : (
        <EmptyState level={2} icon={FileArrowDownIcon} title={text("export.empty.title")}>
          {text(handable ? "export.empty.text" : "export.empty.no_cases")}
        </EmptyState>
      )}
      <p className="caption export-shape" lang="en">
        {note}
      </p>
    </div>
  );
}

function NewExport({ layouts, command, fresh, answer }: ExportsPageData & { answer: unknown }) {
  const text = useText();
  const refused = refusalOf(answer, "begin");
  return (
    <Panel title={text("export.new")}>
      <CommandForm command={command} intent="begin" hidden={{ export: fresh }} className="export-new">
        <FormState initial={{ layout: "cen", scope: "changed" }} refused={refused}>
          <FormErrors refused={refused} labels={{ layout: text("export.layout"), scope: text("export.scope") }} />
          <AskOne
            name="layout"
            label={text("export.layout")}
            choices={CEN_LAYOUTS.map((value) => ({ value, label: layouts[value] }))}
          />
          <AskOne
            name="scope"
            label={text("export.scope")}
            choices={[
              { value: "changed", label: text("export.scope.changed"), note: text("export.scope.changed.note") },
              { value: "all", label: text("export.scope.all"), note: text("export.scope.all.note") },
            ]}
          />
          <div className="export-foot">
            <Send>{text("export.make")}</Send>
            <span className="caption">{text("export.make.note")}</span>
          </div>
        </FormState>
      </CommandForm>
    </Panel>
  );
}

function Exports({ lines, layouts, home }: ExportsPageData & { home: string }) {
  const text = useText();
  const format = useFormat();
  const columns: Column<ExportLine>[] = [
    {
      key: "name",
      label: text("export.column.workbook"),
      names: true,
      cell: ({ id, layout, number }) => (
        <Link to={`${home}/${id}`} className="row-link">
          {layouts[layout]} {format.number(number)}
        </Link>
      ),
    },
    { key: "state", label: text("export.column.state"), cell: (line) => <ExportState line={line} /> },
    { key: "scope", label: text("export.scope"), cell: ({ scope }) => text(`export.scope.${scope}`) },
    { key: "counts", label: text("export.column.cases"), cell: ({ counts }) => <MarkCounts counts={counts} /> },
    { key: "by", label: text("export.column.by"), cell: ({ by }) => by },
    { key: "at", label: text("export.column.at"), cell: ({ madeAt }) => <Time at={madeAt} /> },
  ];
  return <Table label={text("export.list")} columns={columns} rows={lines} keyOf={({ id }) => id} stack />;
}

const TONES = { cases: "lamp", withdrawn: "lamp", done: "passed", dropped: undefined } as const;

export function ExportState({ line: { state } }: { line: ExportLine }) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`export.state.${state}`)}</Tag>;
}
