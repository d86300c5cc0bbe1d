import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Attachment } from "#app/domain/attachment.ts";

/** Takes one from the record, for everybody and for good: asked once more before. */
export function RemoveFile({ attachment, record }: { attachment: Attachment; record: string }) {
  const text = useText();
  const removal = useFetcher();
  const [open, setOpen] = useState(false);
  const [command] = useState(() => uuid());
  const name = attachment.original?.name ?? text(`attachment.kind.${attachment.kind}`);
  const remove = () => {
    setOpen(false);
    removal.submit(
      { intent: "remove", command, attachment: attachment.id },
      { method: "post", action: `${record}/attachments` },
    );
  };
  return (
    <>
      <Button
        type="button"
        size="small"
        kind="quiet"
        busy={removal.state !== "idle"}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {text("attachment.remove")}
      </Button>
      <ConfirmDialog
        open={open}
        title={text("attachment.remove.title", { name })}
        confirm={text("attachment.remove")}
        keep={text("attachment.remove.keep")}
        danger
        onConfirm={remove}
        onClose={() => setOpen(false)}
      >
        {text("attachment.remove.text")}
      </ConfirmDialog>
    </>
  );
}
