import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { isWorkedOn } from "#app/domain/import/progress.ts";
import { FileAsksPanel } from "./file-asks.tsx";
import { ImportColumns } from "./import-columns.tsx";
import { ImportGridPanel } from "./import-grid.tsx";
import { ImportResult } from "./import-result.tsx";
import type { ImportPageData } from "./import-types.ts";
import { StateTag } from "./imports-page.tsx";
import { useNoteText } from "./note-text.ts";
import { StartPanel } from "./start-panel.tsx";
import { useProgress } from "./use-progress.ts";
import { WorkProgress } from "./work-progress.tsx";
import "./import.css";

/** One file on its way in: how it was understood, what is asked, its rows, and what becomes of them. */
export function ImportPage({ answer, ...page }: ImportPageData & { answer: unknown }) {
  const { line, mayWrite, commands } = page;
  const text = useText();
  const format = useFormat();
  const home = `/operations/${useWorkspace().operation.id}`;
  const address = `${home}/import/${line.id}`;
  const working = isWorkedOn(line.state);
  const far = useProgress(`${address}/file`, { ...line, cancelAsked: page.cancelAsked }, working);
  const open = line.state === "read" && mayWrite;
  const began = line.counts.some(({ outcome }) => outcome !== "");
  return (
    <div className="view imports">
      <header className="view-head">
        <h1 className="import-name">{line.fileName}</h1>
        <StateTag state={line.state} />
        <span className="caption">
          {text("import.sent_by", { who: line.by })} <Time at={line.madeAt} /> · {format.bytes(line.fileBytes)}
          {line.rows > 0 && ` · ${text("import.rows", { n: line.rows })}`}
        </span>
        <span className="spacer" />
        <Link to={`${home}/import`} className="link">
          {text("import.all")}
        </Link>
        {mayWrite && (open || working || line.state === "uploading") && !far.cancelAsked && (
          <ConfirmSend
            command={commands.cancel}
            intent="cancel"
            label={text(began && open ? "import.close" : "import.cancel")}
            title={text("import.cancel.title", { name: line.fileName })}
            confirm={text(began && open ? "import.close" : "import.cancel")}
            keep={text("form.keep")}
            kind={began && open ? "plain" : "danger"}
          >
            {text(line.state === "importing" ? "import.cancel.importing" : "import.cancel.text")}
          </ConfirmSend>
        )}
      </header>
      {wasLost(answer) && (
        <Notice tone="warn" title={text("tally.lost.title")}>
          {text("import.mend.lost")}
        </Notice>
      )}
      <Refusal refused={refusalOf(answer, "cancel")} />
      <Standing {...page} home={home} />
      {page.sheets && (
        <Notice tone="warn" title={text("import.sheets.title", { name: page.sheets.read })}>
          {text("import.sheets.text", { names: page.sheets.others.join(", ") })}
        </Notice>
      )}
      {page.layout && <p className="caption">{text(`import.layout.${page.layout}`)}</p>}
      {working && <WorkProgress far={far} />}
      {line.state === "read" && (
        <>
          <ImportColumns {...page} key={columnsKey(page)} refused={refusalOf(answer, "map")} open={open} />
          {open && (
            <StartPanel {...page} refused={refusalOf(answer, "start")}>
              <FileAsksPanel
                key={JSON.stringify(page.asks.answers)}
                {...page.asks}
                command={commands.answer}
                refused={refusalOf(answer, "answer")}
              />
            </StartPanel>
          )}
        </>
      )}
      {line.state === "done" && <ImportResult counts={line.counts} />}
      {line.counts.length > 0 && !working && <ImportGridPanel {...page} home={home} open={open} />}
    </div>
  );
}

const columnsKey = ({ columns }: ImportPageData) => columns.map(({ holds }) => holds ?? "").join();

/** What there is to say of the file as a whole: refused, cancelled, half sent, or done. */
function Standing({ line, home }: ImportPageData & { home: string }) {
  const text = useText();
  const format = useFormat();
  const noteText = useNoteText();
  const { state, refusal, received, fileBytes, counts } = line;
  const list = <Link to={`${home}/import`}>{text("import.all")}</Link>;
  if (state === "uploading")
    return (
      <Notice tone="warn" title={text("import.received", far())} act={list}>
        {text("import.go_on")}
      </Notice>
    );
  if (state === "cancelled")
    return (
      <Notice title={text("import.cancelled.title")}>
        {text(counts.some(({ outcome }) => outcome !== "") ? "import.cancelled.some" : "import.cancelled.none")}
      </Notice>
    );
  if (state === "refused")
    return (
      <Notice tone="danger" title={text("import.refused.title")} act={list}>
        {refusal && noteText({ ...refusal, field: "" })}
      </Notice>
    );
  if (state === "read" && refusal)
    return (
      <Notice tone="danger" title={text("import.nothing_done")}>
        {noteText({ ...refusal, field: "" })}
      </Notice>
    );
  return null;

  function far() {
    return { received: format.bytes(received), bytes: format.bytes(fileBytes) };
  }
}
