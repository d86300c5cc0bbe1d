import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { Button } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { PendingUpload } from "#app/domain/attachment.ts";

type HalfSentProps = { pending: readonly PendingUpload[]; record: string; mayAdd: boolean };

/** Files that were left in the middle: choosing the same one goes on where it stopped. */
export function HalfSent({ pending, record, mayAdd }: HalfSentProps) {
  if (pending.length === 0 || !mayAdd) return null;
  return (
    <ul className="attachment-sending">
      {pending.map((upload) => (
        <HalfSentFile key={upload.id} upload={upload} record={record} />
      ))}
    </ul>
  );
}

function HalfSentFile({ upload, record }: { upload: PendingUpload; record: string }) {
  const text = useText();
  const format = useFormat();
  const giveUp = useFetcher();
  const [command] = useState(() => uuid());
  const { id, name, bytes, received } = upload;
  return (
    <li className="attachment-way">
      <span className="attachment-name">{name}</span>
      <progress value={received} max={bytes} aria-label={name} />
      <span className="caption">
        {text("attachment.half", { received: format.bytes(received), bytes: format.bytes(bytes) })}
      </span>
      <giveUp.Form method="post" action={`${record}/attachments`}>
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="upload" value={id} />
        <Button name="intent" value="abandon" size="small" kind="quiet" busy={giveUp.state !== "idle"}>
          {text("attachment.give_up")}
        </Button>
      </giveUp.Form>
    </li>
  );
}
