import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { ExportProgress } from "./export-progress.tsx";
import type { ExportPageData } from "./export-types.ts";
import { ExportedCases } from "./exported-cases.tsx";
import { ExportState } from "./exports-page.tsx";
import { MarkCounts } from "./mark-counts.tsx";
import "./export.css";

/** One workbook: how far it is, what is in it, and the file. */
export function ExportPage({ answer, ...page }: ExportPageData & { answer: unknown }) {
  const { line, layout, note, mayMake, commands } = page;
  const text = useText();
  const format = useFormat();
  const home = `/operations/${useWorkspace().operation.id}`;
  const open = line.state === "cases" || line.state === "withdrawn";
  return (
    <div className="view exports">
      <header className="view-head">
        <h1>
          {layout} {format.number(line.number)}
        </h1>
        <ExportState line={line} />
        <span className="caption">
          {text("export.made_by", { who: line.by })} <Time at={line.madeAt} /> · {text(`export.scope.${line.scope}`)}
        </span>
        <span className="spacer" />
        <Link to={`${home}/export`} className="link">
          {text("export.all")}
        </Link>
        {open && mayMake && (
          <ConfirmSend
            command={commands.drop}
            intent="drop"
            label={text("export.drop")}
            title={text("export.drop.title")}
            confirm={text("export.drop")}
            keep={text("form.keep")}
          >
            {text("export.drop.text")}
          </ConfirmSend>
        )}
        {line.state === "done" && (
          <a href={`${home}/export/${line.id}/file`} download className="button button-primary">
            <Icon of={DownloadSimpleIcon} size={18} />
            {text("export.download")}
          </a>
        )}
      </header>
      <Refusal refused={refusalOf(answer, "drop")} />
      {open && <ExportProgress {...page} answer={answer} />}
      {line.state === "dropped" && <p className="caption">{text("export.dropped")}</p>}
      {line.state === "done" && (
        <>
          <p className="export-sum">
            <MarkCounts counts={line.counts} />
          </p>
          <ExportedCases {...page} home={home} />
        </>
      )}
      <p className="caption export-shape" lang="en">
        {note}
      </p>
    </div>
  );
}
