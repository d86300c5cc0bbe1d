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
import { addEntry, whyNotKept } from "#app/outbox/entries.ts";
import { SHELL } from "#app/outbox/shell.ts";
import { startSending } from "#app/outbox/start.ts";
import type { OpenOutbox } from "./use-outbox.ts";
import "#app/components/tally/tally.css";

/** Today's tally as the device draws it; what is on record already only the server knows. */
export function KeptTally({ outbox, operation }: { outbox: OpenOutbox; operation: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  const kit = outbox.kits.get(operation);
  const [day] = useState(() => localDateIn(kit?.tally?.zone ?? "UTC", now));
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
    const pairs: [string, string][] = [["command", uuid()], ["intent", "post"], ...typed];
    try {
      await addEntry({ owner: outbox.account.person, operation, content: { kind: "tally", agency, day, pairs } });
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
      <FormState>
        <form className="form" onSubmit={(event) => void keep(event)}>
          {wrong && <Notice tone="danger" title={text.error(wrong)} />}
          <DecimalMark />
          <TallyFields name="tallies.0" day={day} baseVersion={0} choices={choices} />
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
