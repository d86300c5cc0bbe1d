import { useNavigate } from "@remix-run/react";
import type { FormEvent } from "react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { FormState } from "#app/components/form/form-context.tsx";
import { PageFrame } from "#app/components/shell/page-frame.tsx";
import { DecimalMark, TallyFields } from "#app/components/tally/tally-fields.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { localDateIn } from "#app/domain/local-date.ts";
import type { OutboxContent } from "#app/domain/outbox/entry.ts";
import { addEntry, type OpenEntry, whyNotKept } from "#app/outbox/entries.ts";
import { SHELL } from "#app/outbox/shell.ts";
import { startSending } from "#app/outbox/start.ts";
import type { OpenOutbox } from "./use-outbox.ts";
import "#app/components/tally/tally.css";

type KeptTallyProps = { outbox: OpenOutbox; operation: string; entry?: OpenEntry };

/**
 * Today's tally as the device draws it, or one that waits and is opened again; what is on record already only the server
 * knows.
 */
export function KeptTally({ outbox, operation, entry }: KeptTallyProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  const kit = outbox.kits.get(operation);
  // Read once: an answer that comes while somebody types must not change the form under their hands.
  const [begun] = useState(() => beginning(entry));
  const [day] = useState(() => begun?.day ?? localDateIn(kit?.tally?.zone ?? "UTC", now));
  const [wrong, setWrong] = useState<string | null>(null);
  if (!kit?.tally) return null;
  const { agency, choices } = kit.tally;
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
    if (!typed.some(([name, value]) => name === "tallies.0.said" && value !== "")) return;
    const pairs: [string, string][] = [["command", begun?.command ?? uuid()], ["intent", "post"], ...typed];
    const content: OutboxContent = { kind: "tally", agency: begun?.agency ?? agency, day, pairs };
    try {
      await addEntry({ id: entry?.id, owner: outbox.account.person, operation, content });
    } catch (failed) {
      return setWrong(whyNotKept(failed));
    }
    startSending();
    navigate(SHELL);
  };
  return (
    <PageFrame
      narrow
      title={text("outbox.tally", { day: format.dayShort(day) })}
      lead={kit.report?.choices.operation.name}
      acts={
        <LinkButton to={SHELL} discover="none">
          {text("ui.cancel")}
        </LinkButton>
      }
    >
      <FormState refused={begun?.refused}>
        <form className="form" onSubmit={(event) => void keep(event)}>
          {wrong && <Notice tone="danger" title={text.error(wrong)} />}
          <DecimalMark />
          <TallyFields name="tallies.0" day={day} baseVersion={begun?.baseVersion ?? 0} choices={choices} />
          <div className="form-foot">
            <Button type="submit" kind="primary" size="large">
              {text("outbox.write.keep")}
            </Button>
          </div>
        </form>
      </FormState>
    </PageFrame>
  );
}

/** A tally that waits, as its form shows it again: what was typed, and what the server found at which field. */
function beginning(entry: OpenEntry | undefined) {
  if (entry?.content.kind !== "tally") return null;
  const { agency, day, pairs } = entry.content;
  const form = Object.fromEntries(pairs);
  const { answer } = entry;
  const errors = answer?.is === "asks" ? Object.entries(answer.errors) : [];
  const fields = Object.fromEntries(
    errors.map(([name, keys]) => [name, keys.map((key) => (typeof key === "string" ? key : key.key))]),
  );
  return {
    ...{ agency, day, command: form.command },
    baseVersion: Number(form["tallies.0.baseVersion"] ?? 0),
    refused: { intent: "post", problem: "form.invalid", values: {}, fields, form },
  };
}
