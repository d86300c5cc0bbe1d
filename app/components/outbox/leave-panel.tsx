import { Form } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { takeAway } from "#app/outbox/entries.ts";
import { FILE_NAME, fileOfOutbox, LEAST_WORDS } from "#app/outbox/export.ts";
import { startSending } from "#app/outbox/start.ts";
import { useOnline } from "./use-online.ts";
import type { OpenOutbox } from "./use-outbox.ts";

/** Whoever signs out leaves nothing behind unawares: sent, taken along in a file, or thrown away on purpose. */
export function LeavePanel({ outbox }: { outbox: OpenOutbox }) {
  const text = useText();
  const online = useOnline();
  const [saved, setSaved] = useState(false);
  const n = outbox.entries.length;
  const away = () => takeAway(outbox.entries.map(({ id }) => id));
  return (
    <section className="panel outbox-leave" aria-label={text("outbox.leave.title")}>
      <Notice tone={n > 0 && !saved ? "warn" : "plain"} title={text("outbox.leave.title")}>
        {n > 0 && text("outbox.leave.text", { n })}
        {saved && <p>{text("outbox.leave.file.saved")}</p>}
      </Notice>
      {n === 0 || saved ? (
        <SignOut before={saved ? away : async () => {}} label={text("outbox.leave.out")} />
      ) : (
        <>
          <Button type="button" kind="primary" disabled={!online} onClick={startSending}>
            {text("outbox.leave.send")}
          </Button>
          <SaveFile outbox={outbox} onSaved={() => setSaved(true)} />
          <DiscardAll n={n} discard={away} />
        </>
      )}
    </section>
  );
}

/** Leaves by the ordinary way, after what has to be done on this device. */
function SignOut({ before, label, disabled }: { before: () => Promise<void>; label: string; disabled?: boolean }) {
  const [ready, setReady] = useState(false);
  const leave = (event: FormEvent<HTMLFormElement>) => {
    if (ready) return;
    event.preventDefault();
    const form = event.currentTarget;
    void before().then(() => {
      setReady(true);
      form.submit();
    });
  };
  return (
    <Form method="post" action="/sign-out" discover="none" reloadDocument onSubmit={leave}>
      <Button type="submit" kind={disabled === undefined ? "primary" : "danger"} disabled={disabled}>
        {label}
      </Button>
    </Form>
  );
}

function SaveFile({ outbox, onSaved }: { outbox: OpenOutbox; onSaved: () => void }) {
  const text = useText();
  const [error, setError] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("words") ?? "");
    setError(words.length < LEAST_WORDS ? ["outbox.words"] : []);
    if (words.length < LEAST_WORDS) return;
    setBusy(true);
    const file = await fileOfOutbox(outbox.account.person, outbox.entries, words).finally(() => setBusy(false));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = FILE_NAME;
    link.click();
    URL.revokeObjectURL(link.href);
    onSaved();
  };
  return (
    <form className="outbox-pin" onSubmit={(event) => void save(event)}>
      <p className="caption">{text("outbox.leave.file.text")}</p>
      <Field label={text("outbox.leave.file.words")} hint={text("outbox.leave.file.words.hint")} errors={error}>
        <TextInput name="words" type="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" busy={busy}>
        {text("outbox.leave.file")}
      </Button>
    </form>
  );
}

/** Phones begin a field with a capital letter, and write a mark apart from its letter. */
function sameLetters(words: string): string {
  return words.trim().normalize("NFC").toLocaleLowerCase();
}

function DiscardAll({ n, discard }: { n: number; discard: () => Promise<void> }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const word = text("outbox.leave.discard.word");
  return (
    <details className="outbox-pin">
      <summary>{text("outbox.leave.discard")}</summary>
      <Field label={text("outbox.leave.discard.label", { word, n })}>
        <TextInput
          name="discard"
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <SignOut
        before={discard}
        label={text("outbox.leave.discard.act")}
        disabled={sameLetters(typed) !== sameLetters(word)}
      />
    </details>
  );
}
