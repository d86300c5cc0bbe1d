import { useState } from "react";
import { v7 as uuid } from "uuid";
import { AddFiles, type Chosen } from "#app/components/attachments/add-files.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { EntryState } from "#app/domain/outbox/entry.ts";
import { addEntry, type OpenEntry, whyNotKept } from "#app/outbox/entries.ts";
import { goingOut } from "#app/outbox/smaller-copy.ts";
import { startSending } from "#app/outbox/start.ts";

type Of = { owner: string; operation: string; record: string; state: EntryState };

/** Keeps files of a report: they go after it. Answers the key of what went wrong. */
export async function keepFiles({ owner, operation, record, state }: Of, { files, kind, audience, way }: Chosen) {
  for (const chosen of files) {
    for (const { file, of, last } of await goingOut(chosen, kind, way)) {
      const told = { name: file.name || "photo", type: file.type, size: file.size, as: kind, audience, of };
      const content = { kind: "file" as const, record, ...told, begin: uuid(), finish: uuid() };
      try {
        await addEntry({ owner, operation, content, file, state, last });
      } catch (failed) {
        return whyNotKept(failed);
      }
    }
  }
  startSending();
  return null;
}

/** Photos and documents of a report that waits. */
export function AddPhotos({ entry }: { entry: OpenEntry }) {
  const text = useText();
  const [wrong, setWrong] = useState<string | null>(null);
  const { owner, operation, content } = entry;
  if (content.kind !== "report") return null;
  const of = { owner, operation, record: String(content.fields.id), state: "waiting" as const };
  return (
    <details className="outbox-photos">
      <summary className="button button-small">{text("outbox.photos")}</summary>
      <p className="caption">{text("outbox.photos.note")}</p>
      <AddFiles add={(chosen) => void keepFiles(of, chosen).then(setWrong)} />
      {wrong && <p className="message message-error">{text.error(wrong)}</p>}
    </details>
  );
}
