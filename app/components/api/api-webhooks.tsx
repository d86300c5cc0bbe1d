import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { OpenApiWebhook } from "#app/domain/api/document.ts";
import { Body, Parameters } from "./api-call.tsx";
import { WithCode } from "./with-code.tsx";

/** What is sent to receivers, how it is signed, and when it comes again. */
export function ApiWebhooks({ about, webhooks }: { about: string; webhooks: readonly OpenApiWebhook[] }) {
  const text = useText();
  return (
    <Panel title={text("machine.guide.webhooks")}>
      <div className="panel-part stack" lang="en">
        <About words={about} />
      </div>
      {webhooks.map((webhook) => (
        <Webhook key={webhook.operationId} of={webhook} />
      ))}
    </Panel>
  );
}

/** The document's own words: a paragraph, then a list. */
function About({ words }: { words: string }) {
  const [first = "", ...points] = words.trim().split(/\n+- /);
  const plain = (said: string) => said.replace(/\s+/g, " ").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1");
  return (
    <>
      <p>
        <WithCode>{plain(first)}</WithCode>
      </p>
      <ul className="api-steps">
        {points.map((point) => (
          <li key={point}>
            <WithCode>{plain(point)}</WithCode>
          </li>
        ))}
      </ul>
    </>
  );
}

function Webhook({ of: { operationId, summary, description, parameters, requestBody } }: { of: OpenApiWebhook }) {
  return (
    <section id={operationId} className="api-call panel-part stack" aria-labelledby={`${operationId}-name`}>
      <h3 id={`${operationId}-name`} className="heading" lang="en">
        {summary}
      </h3>
      {description && (
        <p lang="en">
          <WithCode>{description}</WithCode>
        </p>
      )}
      <Parameters of={parameters} />
      <Body of={requestBody} />
    </section>
  );
}
