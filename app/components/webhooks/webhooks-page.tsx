import { WebhooksLogoIcon } from "@phosphor-icons/react/dist/ssr/WebhooksLogo";
import { Link } from "@remix-run/react";
import { isDone, refusalOf } from "#app/components/form/answer.ts";
import { Done as Said } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { TextToCopy } from "#app/components/form/text-to-copy.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { DeliveriesPanel } from "./deliveries-panel.tsx";
import { NewWebhook } from "./new-webhook.tsx";
import { Webhook } from "./webhook.tsx";
import type { DeliveryLog, WebhookKey, WebhookRow } from "./webhook-types.ts";
import "./webhooks.css";

type WebhooksPageProps = {
  agencyName: string;
  /** Whether this installation sends anywhere. */
  open: boolean;
  keys: readonly WebhookKey[];
  webhooks: readonly WebhookRow[];
  log: DeliveryLog | null;
  command: string;
  answer: unknown;
};

/** What is done by one press and has no form to say in why it was not. */
const ACTS = ["test", "pause", "resume", "delete", "again"];

type Done = { done: string; webhook: string; secret?: string };

/** Where the agency's machines are told what happens: each webhook, and the log of one of them. */
export function WebhooksPage({ agencyName, open, keys, webhooks, log, command, answer }: WebhooksPageProps) {
  const text = useText();
  const done = doneOf(answer);
  const rounds = useRounds(answer, isDone);
  const name = webhooks.find(({ id }) => id === done?.webhook)?.label ?? "";
  const logged = webhooks.find(({ id }) => id === log?.webhook);
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <p>
            <Link to=".." relative="path" className="link">
              {agencyName}
            </Link>
          </p>
          <h1 className="title">{text("webhook.title")}</h1>
          <p className="page-lead">
            {text("webhook.lead")}{" "}
            <Link to="/machines/webhooks" className="link">
              {text("webhook.guide")}
            </Link>
          </p>
        </div>
      </header>
      <div className="parts">
        {!open && (
          <Notice tone="warn" title={text("webhook.closed.title")}>
            {text("webhook.closed.text")}
          </Notice>
        )}
        <Panel title={text("webhook.list")}>
          <div className="panel-part stack">
            <Said when={done !== undefined}>{done && text.label(`webhook.done.${done.done}`)}</Said>
            {ACTS.map((intent) => (
              <FormErrors key={intent} refused={refusalOf(answer, intent)} />
            ))}
            {done?.secret && (
              <TextToCopy
                label={text("webhook.secret.made", { name })}
                hint={text("webhook.secret.hint")}
                value={done.secret}
              />
            )}
            {webhooks.length === 0 && (
              <EmptyState icon={WebhooksLogoIcon} title={text("webhook.empty.title")}>
                {text("webhook.empty.text")}
              </EmptyState>
            )}
            {webhooks.length > 0 && (
              <ul className="webhooks">
                {webhooks.map((webhook) => (
                  <Webhook
                    key={webhook.id}
                    of={webhook}
                    ofKey={keys.find(({ id }) => id === webhook.keyId)}
                    isLogged={webhook.id === log?.webhook}
                    command={command}
                    rounds={rounds}
                    refused={refusalOf(answer, "secret")}
                  />
                ))}
              </ul>
            )}
            {open && <NewWebhook keys={keys} command={command} refused={refusalOf(answer, "webhook")} key={rounds} />}
          </div>
        </Panel>
        {log && logged && <DeliveriesPanel log={log} of={logged} command={command} />}
      </div>
    </div>
  );
}

function doneOf(answer: unknown): Done | undefined {
  return typeof answer === "object" && answer !== null && "done" in answer ? (answer as Done) : undefined;
}
