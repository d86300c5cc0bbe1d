import { Link } from "@remix-run/react";
import { AddForm } from "#app/components/account/add-form.tsx";
import { AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { useCallWords } from "./call-words.ts";
import type { WebhookKey, WebhookRow } from "./webhook-types.ts";

type WebhookProps = {
  of: WebhookRow;
  /** The key that it reads for; gone where that has ended. */
  ofKey: WebhookKey | undefined;
  isLogged: boolean;
  command: string;
  /** How often a form of the page has done what it was asked. */
  rounds: number;
  refused: FormAnswer | undefined;
};

/** One webhook: where it sends what, how it stands, and what can be done with it. */
export function Webhook({ of: webhook, ofKey, isLogged, command, rounds, refused }: WebhookProps) {
  const text = useText();
  const { id, label, state, reason } = webhook;
  return (
    <li className="webhook stack gap-2" aria-current={isLogged ? "true" : undefined}>
      <WebhookFacts of={webhook} ofKey={ofKey} />
      {reason !== "" && reason !== "asked" && (
        <Notice tone={state === "ended" ? "plain" : "warn"} title={text(`webhook.reason.${reason}`)}>
          {text(`webhook.reason.${reason}.text`)}
        </Notice>
      )}
      <div className="row wrap">
        {!isLogged && (
          <Link to={`?log=${id}`} className="link" preventScrollReset>
            {text("webhook.log.open")}
          </Link>
        )}
        {state !== "ended" && <Act of={webhook} intent="test" command={command} />}
        {state === "active" && <Act of={webhook} intent="pause" command={command} />}
        {state === "paused" && <Act of={webhook} intent="resume" command={command} />}
        <ConfirmSend
          command={command}
          intent="delete"
          size="small"
          hidden={{ webhook: id }}
          label={text("webhook.delete")}
          title={text("webhook.delete.title", { label })}
          confirm={text("webhook.delete.confirm")}
          keep={text("form.keep")}
        >
          {text("webhook.delete.text", { n: webhook.waiting })}
        </ConfirmSend>
      </div>
      {state !== "ended" && <Secret of={webhook} command={command} refused={refused} key={rounds} />}
    </li>
  );
}

function Act({
  of: { id },
  intent,
  command,
}: {
  of: WebhookRow;
  intent: "test" | "pause" | "resume";
  command: string;
}) {
  const text = useText();
  return (
    <CommandForm command={command} intent={intent} hidden={{ webhook: id }}>
      <Send kind="plain" size="small">
        {text(`webhook.${intent}`)}
      </Send>
    </CommandForm>
  );
}

const TONES = { active: "passed", paused: "warn", ended: "plain" } as const;

function WebhookFacts({ of: webhook, ofKey }: Pick<WebhookProps, "of" | "ofKey">) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const wordsOf = useCallWords();
  const { lastAt, lastStatus: status, lastFault: fault, state, waiting, previousUntil } = webhook;
  const last = lastAt && text("webhook.last", { at: format.relative(lastAt, now), how: wordsOf({ status, fault }) });
  return (
    <>
      <p className="row wrap">
        <b>{webhook.label}</b>
        <Tag tone={TONES[state]}>{text(`webhook.state.${state}`)}</Tag>
        <span className="caption">{last ?? text("webhook.last.none")}</span>
        {waiting > 0 && <span className="caption">{text("webhook.waiting", { n: waiting })}</span>}
      </p>
      <p className="webhook-address">
        <code>{webhook.address}</code>
      </p>
      <p className="row wrap">
        {webhook.kinds.map((kind) => (
          <Tag key={kind}>{text(`webhook.kind.${kind}`)}</Tag>
        ))}
        {webhook.operationId === null && <Tag tone="lamp">{text("webhook.everywhere")}</Tag>}
        <span className="caption">
          {ofKey ? text("webhook.of_key", { key: ofKey.label, machine: ofKey.machine }) : text("webhook.of_no_key")}
        </span>
      </p>
      {previousUntil && (
        <p className="caption">{text("webhook.secret.two", { until: format.moment(previousUntil) })}</p>
      )}
    </>
  );
}

function Secret({ of: { id }, command, refused }: Pick<WebhookProps, "of" | "command" | "refused">) {
  const text = useText();
  const labels = { overlapHours: text("webhook.secret.overlap") };
  return (
    <AddForm
      title={text("webhook.secret.renew")}
      command={command}
      intent="secret"
      refused={refused?.form.webhook === id ? refused : undefined}
      labels={labels}
      hidden={{ webhook: id }}
      initial={{ overlapHours: "72" }}
    >
      <p className="muted">{text("webhook.secret.renew.hint")}</p>
      <AskText name="overlapHours" label={labels.overlapHours} input={{ inputMode: "numeric" }} />
    </AddForm>
  );
}
