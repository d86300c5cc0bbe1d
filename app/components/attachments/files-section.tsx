import { FileTextIcon } from "@phosphor-icons/react/dist/ssr/FileText";
import { PaperclipIcon } from "@phosphor-icons/react/dist/ssr/Paperclip";
import { Button } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { type Attachment, type RecordFiles, wholeHasCome } from "#app/domain/attachment.ts";
import { AddFiles } from "./add-files.tsx";
import { HalfSent } from "./half-sent.tsx";
import { RemoveFile } from "./remove-file.tsx";
import { type FileOnItsWay, useSending } from "./use-sending.ts";
import "./attachments.css";

/** Photos, X-ray pictures and documents of a record: small first, whole on opening; those on their way beside them. */
export function FilesSection({ files }: { files: RecordFiles }) {
  const text = useText();
  const hydrated = useHydrated();
  const operation = `/operations/${useWorkspace().operation.id}`;
  const record = `${operation}/seizures/${files.seizure}`;
  const { all, add, takeBack } = useSending(record, files.pending);
  const { attachments, mayAdd } = files;
  if (attachments.length === 0 && !mayAdd) return null;
  return (
    <section className="attachments fact-group" aria-label={text("attachment.title")}>
      <h2 className="heading row">
        <Icon of={PaperclipIcon} />
        {text("attachment.title")}
        {attachments.length > 0 && <span className="caption">{attachments.length}</span>}
      </h2>
      {attachments.length > 0 && (
        <ul className="attachment-grid">
          {attachments.map((attachment) => (
            <FileTile key={attachment.id} attachment={attachment} all={attachments} operation={operation}>
              {files.mayRemove && <RemoveFile attachment={attachment} record={record} />}
            </FileTile>
          ))}
        </ul>
      )}
      {all.length > 0 && (
        <ul className="attachment-sending" aria-live="polite">
          {all.map((file) => (
            <OnItsWay key={file.id} file={file} takeBack={() => takeBack(file.id)} />
          ))}
        </ul>
      )}
      <HalfSent
        pending={files.pending.filter(({ id }) => !all.some((file) => file.id === id))}
        record={record}
        mayAdd={mayAdd}
      />
      {mayAdd && hydrated && <AddFiles add={(chosen) => void add(chosen)} />}
    </section>
  );
}

type FileTileProps = {
  attachment: Attachment;
  all: readonly Attachment[];
  operation: string;
  children: React.ReactNode;
};

function FileTile({ attachment, all, operation, children }: FileTileProps) {
  const text = useText();
  const format = useFormat();
  const { id, kind, hasThumb, bytes, audience, original, reduced, at } = attachment;
  const home = `${operation}/attachments/${id}`;
  const what = original?.name ?? text(`attachment.kind.${kind}`);
  return (
    <li className="attachment">
      <a href={`${home}/view`} target={hasThumb ? "_blank" : undefined} rel="noopener" className="attachment-open">
        {hasThumb ? (
          <img src={`${home}/thumb`} alt={text("attachment.picture", { what, at: format.moment(at) })} loading="lazy" />
        ) : (
          <Icon of={FileTextIcon} size={32} />
        )}
        <span className="attachment-name">{what}</span>
      </a>
      <p className="caption">
        {text(`attachment.kind.${kind}`)} · {format.bytes(bytes ?? 0)}
        {reduced && ` · ${text("attachment.reduced")}`}
        {audience === "own" && ` · ${text("attachment.own")}`}
      </p>
      {original?.of && (
        <p className="caption" title={`SHA-256 ${original.of.sha256}`}>
          {wholeHasCome(attachment, all)
            ? text("attachment.reduced.come")
            : text("attachment.reduced.of", { size: format.bytes(original.of.bytes) })}
        </p>
      )}
      {original && (
        <p className="attachment-acts">
          <a href={`${home}/original`} title={`SHA-256 ${original.sha256}`} className="caption">
            {text("attachment.original", { size: format.bytes(original.bytes) })}
          </a>
          {children}
        </p>
      )}
    </li>
  );
}

function OnItsWay({ file, takeBack }: { file: FileOnItsWay; takeBack: () => void }) {
  const text = useText();
  const format = useFormat();
  const { refused, waiting, received, file: of } = file;
  const left = format.bytes(of.size - received);
  return (
    <li className="attachment-way">
      <span className="attachment-name">{of.name}</span>
      {refused ? (
        <span className="message message-error">{text.error(refused.refused, refused.values)}</span>
      ) : (
        <>
          <progress value={received} max={of.size} aria-label={of.name} />
          <span className="caption">
            {text(
              received === of.size ? "attachment.checking" : waiting ? "attachment.waiting" : "attachment.sending",
              {
                left,
              },
            )}
          </span>
        </>
      )}
      <Button type="button" size="small" kind="quiet" onClick={takeBack}>
        {text(refused ? "attachment.dismiss" : "attachment.stop")}
      </Button>
    </li>
  );
}
