import { useEffect, useState } from "react";
import { AddFiles } from "#app/components/attachments/add-files.tsx";
import { useReport, useTyped } from "#app/components/seizure/report-context.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { subjectOfReport } from "#app/domain/outbox/entry.ts";
import { type OpenEntry, openEntries, takeAway } from "#app/outbox/entries.ts";
import { onNews } from "#app/outbox/news.ts";
import { keepFiles } from "./add-photos.tsx";
import "./outbox.css";

/** Photos chosen while the report is being written: kept on this device, and sent after it. */
export default function PhotosOfReport() {
  const text = useText();
  const format = useFormat();
  const { personId, choices } = useReport();
  const record = useTyped("id");
  const files = useFilesOf(personId, record);
  const [wrong, setWrong] = useState<string | null>(null);
  const of = { owner: personId, operation: choices.operation.id, record, state: "held" as const };
  if (files === null) return null;
  return (
    <section className="report-section outbox-of-report" aria-label={text("outbox.photos")}>
      <h2 className="heading">{text("outbox.photos")}</h2>
      {files.length > 0 && (
        <ul className="outbox-list">
          {files.map(({ id, content, bytes }) => (
            <li key={id} className="outbox-file">
              <div className="outbox-file-what">
                <span className="truncate">{content.kind === "file" && content.name}</span>
                <span className="caption">
                  {format.bytes(bytes)}
                  {content.kind === "file" && content.of && ` · ${text("attachment.reduced")}`}
                </span>
              </div>
              <Button type="button" size="small" kind="quiet" onClick={() => void takeAway([id])}>
                {text("outbox.act.discard")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddFiles add={(chosen) => void keepFiles(of, chosen).then(setWrong)} />
      {wrong && (
        <p className="message message-error" role="alert">
          {text.error(wrong)}
        </p>
      )}
    </section>
  );
}

/** Null while nothing can be kept: locked, or no storage. */
function useFilesOf(owner: string, record: string): readonly OpenEntry[] | null {
  const [files, setFiles] = useState<readonly OpenEntry[] | null>(null);
  useEffect(() => {
    let over = false;
    const look = async () => {
      const entries = await openEntries(owner).catch(() => null);
      const subject = subjectOfReport(record);
      const own = entries?.filter((entry) => entry.kind === "file" && entry.subject === subject) ?? null;
      if (!over) setFiles(own);
    };
    void look();
    const stop = onNews((news) => {
      if ("changed" in news) void look();
    });
    return () => {
      over = true;
      stop();
    };
  }, [owner, record]);
  return files;
}
