import { type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { bringIn } from "#app/outbox/export.ts";
import { startSending } from "#app/outbox/start.ts";
import type { OpenOutbox } from "./use-outbox.ts";

/** What was taken along in a file comes back, under the account that wrote it. */
export function BringInFile({ outbox }: { outbox: OpenOutbox }) {
  const text = useText();
  const [error, setError] = useState<string[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const bring = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return setError(["outbox.file_kind"]);
    const answer = await bringIn(outbox.account.person, file, String(form.get("words") ?? ""));
    setError("refused" in answer ? [`outbox.${answer.refused}`] : []);
    if ("refused" in answer) return;
    setDone(answer.n);
    startSending();
  };
  return (
    <details className="panel outbox-more">
      <summary className="heading">{text("outbox.file.title")}</summary>
      <form className="outbox-pin" onSubmit={(event) => void bring(event)}>
        <Field label={text("outbox.file.choose")}>
          <TextInput name="file" type="file" accept=".nagabox" />
        </Field>
        <Field label={text("outbox.leave.file.words")} errors={error}>
          <TextInput name="words" type="password" autoComplete="off" />
        </Field>
        <Button type="submit">{text("outbox.file.open")}</Button>
      </form>
      <p role="status" className="outbox-said">
        {done !== null && text("outbox.file.done", { n: done })}
      </p>
    </details>
  );
}
