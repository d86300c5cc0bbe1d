import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { dropPin, openWithPin, openWithSecret, setPin } from "#app/outbox/account.ts";
import type { Account } from "#app/outbox/database.ts";
import { serverSecret } from "#app/outbox/server-secret.ts";

type PinFormProps = {
  label: string;
  hint?: string;
  act: string;
  error: string | null;
  onPin: (pin: string) => Promise<void>;
};

/** One PIN, typed on the number keys of a phone. */
export function PinForm({ label, hint, act, error, onPin }: PinFormProps) {
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const pin = new FormData(form).get("pin");
    setBusy(true);
    await onPin(typeof pin === "string" ? pin : "").finally(() => setBusy(false));
    form.reset();
  };
  return (
    <form className="outbox-pin" onSubmit={(event) => void send(event)}>
      <Field label={label} hint={hint} errors={error === null ? [] : [error]}>
        <TextInput name="pin" type="password" inputMode="numeric" autoComplete="off" />
      </Field>
      <Button type="submit" kind="primary" size="large" busy={busy}>
        {act}
      </Button>
    </form>
  );
}

/** What waits is there, and opens with the PIN; forgotten, with the person's own session. */
export function GivePin({ account, n }: { account: Account; n: number }) {
  const text = useText();
  const [said, setSaid] = useState<string | null>(null);
  const give = async (pin: string) => {
    const answer = await openWithPin(account.person, pin);
    setSaid(answer === "open" ? null : text(`outbox.pin.${answer}`));
  };
  const forgotten = async () => {
    const secret = await serverSecret();
    if (secret === null) return setSaid(text("outbox.pin.needs_line"));
    await openWithSecret(account.person, secret).catch(() => setSaid(text("outbox.pin.needs_line")));
  };
  return (
    <Panel title={text("outbox.pin.title")}>
      <p>{text("outbox.pin.text", { n, name: account.name })}</p>
      <PinForm label={text("outbox.pin.label")} act={text("outbox.pin.open")} error={null} onPin={give} />
      <Said>{said}</Said>
      <Button type="button" kind="quiet" onClick={() => void forgotten()}>
        {text("outbox.pin.forgotten")}
      </Button>
      <p className="caption">{text("outbox.pin.forgotten.text")}</p>
    </Panel>
  );
}

const PIN = /^\d{6,12}$/;

/** A phone that several people hold: a PIN for each. */
export function PinSettings({ account }: { account: Account }) {
  const text = useText();
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const set = async (pin: string) => {
    setSaid(null);
    setError(PIN.test(pin) ? null : "outbox.pin");
    if (!PIN.test(pin)) return;
    const secret = await serverSecret();
    if (secret === null) return setSaid(text("outbox.pin.needs_line"));
    await setPin(account, pin, secret);
    setSaid(text("outbox.pin.is_set"));
  };
  return (
    <details className="panel outbox-more">
      <summary className="heading">{text("outbox.pin.shared")}</summary>
      <p className="caption">{text("outbox.pin.shared.text")}</p>
      <PinForm
        label={text("outbox.pin.new")}
        hint={text("outbox.pin.new.hint")}
        act={text("outbox.pin.set")}
        error={error}
        onPin={set}
      />
      <Said>{said}</Said>
      {account.lock && (
        <Button type="button" kind="quiet" onClick={() => void dropPin(account)}>
          {text("outbox.pin.drop")}
        </Button>
      )}
    </details>
  );
}

export function Said({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="outbox-said">
      {children}
    </p>
  );
}
