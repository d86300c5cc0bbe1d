import { AddForm } from "#app/components/account/add-form.tsx";
import { AskChoice, AskSeveral, AskText } from "#app/components/form/ask.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { REACHES } from "#app/domain/key.ts";
import { WEBHOOK_KINDS } from "#app/domain/webhook.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { WebhookKey } from "./webhook-types.ts";

type NewWebhookProps = { keys: readonly WebhookKey[]; command: string; refused: FormAnswer | undefined };

/** Only keys that follow what happens can be told of it: where there is none, that is said instead. */
export function NewWebhook({ keys, command, refused }: NewWebhookProps) {
  const text = useText();
  const fitting = keys.filter(({ follows }) => follows);
  if (fitting.length === 0) return <p className="muted">{text("webhook.no_key")}</p>;
  const labels = {
    label: text("webhook.label"),
    address: text("webhook.address"),
    keyId: text("webhook.key"),
    kinds: text("webhook.kinds"),
    reach: text("webhook.reach"),
  };
  return (
    <AddForm
      title={text("webhook.new")}
      command={command}
      intent="webhook"
      refused={refused}
      labels={labels}
      initial={{ "kinds[]": ["seizure"], reach: "operation", keyId: fitting[0]?.id ?? "" }}
    >
      <AskText name="label" label={labels.label} />
      <AskText
        name="address"
        label={labels.address}
        hint={text("webhook.address.hint")}
        input={{ type: "url", inputMode: "url", placeholder: "https://" }}
      />
      <AskChoice
        name="keyId"
        label={labels.keyId}
        hint={text("webhook.key.hint")}
        options={fitting.map(({ id, label, machine }) => ({ value: id, label: `${label} · ${machine}` }))}
      />
      <AskSeveral
        name="kinds[]"
        label={labels.kinds}
        choices={WEBHOOK_KINDS.map((kind) => ({ value: kind, label: text(`webhook.kind.${kind}`) }))}
      />
      <AskChoice
        name="reach"
        label={labels.reach}
        options={REACHES.map((reach) => ({ value: reach, label: text(`webhook.reach.${reach}`) }))}
      />
    </AddForm>
  );
}
