import { useState } from "react";
import { v7 as uuid } from "uuid";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { localDateIn } from "#app/domain/local-date.ts";
import { subjectOfTally } from "#app/domain/outbox/entry.ts";
import type { OutboxKit } from "#app/domain/outbox/kit.ts";
import { addEntry, whyNotKept } from "#app/outbox/entries.ts";
import { startSending } from "#app/outbox/start.ts";
import type { OpenOutbox } from "./use-outbox.ts";

/** What can be written here without a line, for each operation whose forms are on this device. */
export function WritePanel({ outbox }: { outbox: OpenOutbox }) {
  const text = useText();
  const kits = [...outbox.kits].filter(([, { report, tally }]) => report || tally);
  return (
    <Panel title={text("outbox.write.title")}>
      {kits.length === 0 && (
        <p className="caption">
          {text("outbox.write.none")}. {text("outbox.write.none.text")}
        </p>
      )}
      {kits.map(([operation, kit]) => (
        <section key={operation} className="outbox-write">
          <p className="strong" translate="no">
            {kit.report?.choices.operation.name}
          </p>
          <div className="outbox-acts">
            {kit.report && (
              <LinkButton to={`/outbox#report=${operation}`} discover="none" kind="primary" size="large">
                {text("outbox.write.report")}
              </LinkButton>
            )}
            {kit.tally && <Nil outbox={outbox} operation={operation} tally={kit.tally} />}
            {kit.tally && (
              <LinkButton to={`/outbox#tally=${operation}`} discover="none" size="large">
                {text("outbox.write.tally")}
              </LinkButton>
            )}
          </div>
        </section>
      ))}
    </Panel>
  );
}

type NilProps = { outbox: OpenOutbox; operation: string; tally: NonNullable<OutboxKit["tally"]> };

/** One tap, and one that means it. */
function Nil({ outbox, operation, tally: { agency, zone } }: NilProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const day = localDateIn(zone, now);
  const [wrong, setWrong] = useState<string | null>(null);
  const waits = outbox.entries.some(({ subject }) => subject === subjectOfTally(agency, day));
  if (waits) return null;
  const keep = async () => {
    setOpen(false);
    const said = { command: uuid(), intent: "post", "tallies.0.day": day, "tallies.0.baseVersion": "0" };
    const pairs = Object.entries({ ...said, "tallies.0.said": "nil" });
    try {
      await addEntry({ owner: outbox.account.person, operation, content: { kind: "tally", agency, day, pairs } });
      startSending();
    } catch (failed) {
      setWrong(whyNotKept(failed));
    }
  };
  return (
    <>
      <Button type="button" size="large" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text("outbox.write.nil")}
      </Button>
      {wrong && <p className="message message-error">{text.error(wrong)}</p>}
      <ConfirmDialog
        open={open}
        title={text("outbox.nil.title", { day: format.dayShort(day) })}
        confirm={text("outbox.nil.confirm")}
        keep={text("ui.cancel")}
        onConfirm={() => void keep()}
        onClose={() => setOpen(false)}
      >
        {text("outbox.nil.text")}
      </ConfirmDialog>
    </>
  );
}
