import { ArticleIcon } from "@phosphor-icons/react/dist/ssr/Article";
import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskChoice, AskText } from "#app/components/form/ask.tsx";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { OutcomesLink } from "#app/components/outcomes/outcomes-link.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { REPORT_AUDIENCES, REPORT_KINDS } from "#app/domain/operation-report/report.ts";

import { EditionLinks } from "./edition-files.tsx";
import type { DraftLine, EditionLine, ReportsPageData } from "./report-types.ts";
import { AskSuppression, KindFields, useKindChosen, useProposedTitle } from "./sheet-fields.tsx";
import { ToSignPanel } from "./to-sign.tsx";
import "#app/components/totals/sum-page.css";
import "./operation-report.css";

type ReportsProps = ReportsPageData & { home: string; name: string; answer: unknown };

/** Reports on the operation: those in the making, a new one, and what is published for the reader. */
export function ReportsPage(props: ReportsProps) {
  const { drafts, mayBegin, published, home } = props;
  const text = useText();
  return (
    <div className="view sum-page">
      <header className="view-head">
        <h1 className="title">{text("operation_report.list.title")}</h1>
        <span className="spacer" />
        <OutcomesLink />
        <Link to={`${home}/help?topic=reports`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <p className="muted report-lead">{text("operation_report.list.lead")}</p>
      <ToSignPanel {...props} />
      {drafts && <Drafts {...props} />}
      {mayBegin && <NewReport {...props} />}
      {published.length === 0 ? (
        <EmptyState level={2} icon={ArticleIcon} title={text("operation_report.list.published.none")}>
          {text("operation_report.list.published.none.text")}
        </EmptyState>
      ) : (
        <Panel title={text("operation_report.list.published")}>
          <Published {...props} />
        </Panel>
      )}
    </div>
  );
}

function Drafts({ reports, home }: ReportsProps) {
  const text = useText();
  const format = useFormat();
  if (reports.length === 0) {
    return (
      <EmptyState level={2} icon={ArticleIcon} title={text("operation_report.list.none")}>
        {text("operation_report.list.none.text")}
      </EmptyState>
    );
  }
  const columns: Column<DraftLine>[] = [
    {
      key: "title",
      label: text("operation_report.title"),
      names: true,
      cell: ({ id, title, aside }) => (
        <>
          <Link to={`${home}/reports/${id}`} className="row-link" dir="auto">
            {title}
          </Link>{" "}
          {aside && <Tag>{text("operation_report.list.aside")}</Tag>}
        </>
      ),
    },
    { key: "kind", label: text("operation_report.kind"), cell: ({ kind }) => text(`operation_report.kind.${kind}`) },
    {
      key: "days",
      label: text("figure.column.day"),
      cell: ({ fromDay, toDay }) =>
        fromDay && toDay ? format.dayRange(fromDay, toDay) : text("operation_report.whole"),
    },
    {
      key: "audience",
      label: text("operation_report.audience"),
      cell: ({ audience }) => text(`operation_report.audience.${audience}`),
    },
    {
      key: "editions",
      label: text("operation_report.editions"),
      cell: ({ editions }) => text("operation_report.list.editions", { n: editions }),
    },
    {
      key: "by",
      label: text("export.column.by"),
      cell: ({ by, at }) => (
        <span>
          {by} · <Time at={at} />
        </span>
      ),
    },
  ];
  return (
    <Panel title={text("operation_report.list.drafts")}>
      <Table
        label={text("operation_report.list.drafts")}
        columns={columns}
        rows={reports}
        keyOf={({ id }) => id}
        stack
      />
    </Panel>
  );
}

function NewReport({ command, fresh, answer, name, home, subjects }: ReportsProps) {
  const text = useText();
  const refused = refusalOf(answer, "begin");
  const labels = {
    kind: text("operation_report.kind"),
    title: text("operation_report.title"),
    from: text("operation_report.from"),
    to: text("operation_report.to"),
    audience: text("operation_report.audience"),
    administration: text("operation_report.subject.administration"),
    group: text("operation_report.subject.group"),
    suppress: text("operation_report.suppress"),
  };
  const { kind, titledFor, onChange, choice } = useKindChosen(String(refused?.form.kind ?? "end_of_operation"));
  const initial = {
    kind: "end_of_operation",
    audience: kind === "press_sheet" ? "public" : "participants",
    title: useProposedTitle(name, titledFor),
  };
  return (
    <Panel title={text("operation_report.begin")} note={text("operation_report.begin.lead")}>
      <CommandForm
        action={`${home}/reports?index`}
        command={command}
        intent="begin"
        hidden={{ report: fresh }}
        className="stack report-begin"
        onChange={onChange}
      >
        <FormState initial={initial} refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <AskOne
            name="kind"
            label={labels.kind}
            choices={REPORT_KINDS.map((value) => ({
              value,
              label: text(`operation_report.kind.${value}`),
              note: text(`operation_report.kind.${value}.hint`),
            }))}
          />
          <KindFields kind={kind} subjects={subjects} choice={choice} />
          <AskText
            key={`${titledFor.kind} ${titledFor.about}`}
            name="title"
            label={labels.title}
            input={{ maxLength: 160, autoComplete: "off", required: true }}
          />
          <AskChoice
            key={initial.audience}
            name="audience"
            label={labels.audience}
            options={REPORT_AUDIENCES.map((value) => ({ value, label: text(`operation_report.audience.${value}`) }))}
          />
          <AskSuppression />
          <div>
            <Send>{text("operation_report.begin.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </Panel>
  );
}

function Published({ published, home }: ReportsProps) {
  const text = useText();
  const columns: Column<EditionLine>[] = [
    {
      key: "title",
      label: text("operation_report.title"),
      names: true,
      cell: ({ reportId, number, title }) => (
        <Link to={`${home}/reports/${reportId}/versions/${number}`} className="row-link" dir="auto">
          {title}
        </Link>
      ),
    },
    { key: "kind", label: text("operation_report.kind"), cell: ({ kind }) => text(`operation_report.kind.${kind}`) },
    {
      key: "version",
      label: text("operation_report.editions"),
      cell: ({ number }) => text("operation_report.edition", { n: number }),
    },
    {
      key: "audience",
      label: text("operation_report.audience"),
      cell: ({ audience }) => text(`operation_report.audience.${audience}`),
    },
    {
      key: "at",
      label: text("operation_report.list.published"),
      cell: ({ publishedAt }) => publishedAt && <Time at={publishedAt} />,
    },
    {
      key: "files",
      label: text("operation_report.files"),
      cell: ({ reportId, number }) => <EditionLinks home={`${home}/reports/${reportId}/versions/${number}`} />,
    },
  ];
  return (
    <Table
      label={text("operation_report.list.published")}
      columns={columns}
      rows={published}
      keyOf={({ reportId, number }) => `${reportId} ${number}`}
      stack
    />
  );
}
