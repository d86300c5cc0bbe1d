import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { OpenApi, OpenApiCall } from "#app/domain/api/document.ts";
import { ApiCall } from "./api-call.tsx";
import { ApiSchema } from "./api-schema.tsx";
import { ApiWebhooks } from "./api-webhooks.tsx";
import "./api.css";

type ApiPageProps = { document: OpenApi; origin: string };
export type Told = { method: string; path: string; call: OpenApiCall };

/** The whole document as a page: it needs no script, and prints. Its words are those of the document, in English. */
export function ApiPage({ document, origin }: ApiPageProps) {
  const text = useText();
  const base = document.servers[0]?.url ?? "";
  const calls: Told[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path: base + path, call })),
  );
  const tags = [...new Set(calls.flatMap(({ call }) => call.tags))];
  const schemas = Object.entries(document.components.schemas);
  return (
    <div className="api">
      <Contents calls={calls} webhooks={Object.values(document.webhooks).map(({ post }) => post.operationId)} />
      <div className="api-parts">
        <Panel title={text("machine.guide.begin")}>
          <div className="panel-part stack">
            <ol className="api-steps">
              <li>{text("machine.guide.step.1")}</li>
              <li>{text("machine.guide.step.2")}</li>
              <li>{text("machine.guide.step.3")}</li>
              <li>{text("machine.guide.step.4")}</li>
            </ol>
            <pre className="api-code">{`curl -H "Authorization: Bearer $KEY" ${origin}${base}/operations`}</pre>
          </div>
        </Panel>
        {tags.map((tag) => (
          <Panel key={tag} title={text.label(`machine.guide.tag.${tag}`)}>
            {calls
              .filter(({ call }) => call.tags.includes(tag))
              .map((told) => (
                <ApiCall key={told.call.operationId} told={told} />
              ))}
          </Panel>
        ))}
        <ApiWebhooks document={document} />
        <Panel title={text("machine.guide.refusals")}>
          <dl className="api-fields panel-part" lang="en">
            {Object.entries(document.components.responses).map(([name, { description }]) => (
              <div key={name} id={name}>
                <dt>
                  <code>{name.replace("Refused", "")}</code>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title={text("machine.guide.schemas")}>
          {schemas.map(([name, schema]) => (
            <ApiSchema key={name} name={name} schema={schema} />
          ))}
        </Panel>
      </div>
    </div>
  );
}

function Contents({ calls, webhooks }: { calls: readonly Told[]; webhooks: readonly string[] }) {
  const text = useText();
  return (
    <nav className="api-contents" aria-label={text("machine.guide.contents")} lang="en">
      <ul>
        {calls.map(({ method, call }) => (
          <li key={call.operationId}>
            <a href={`#${call.operationId}`} className="link">
              <span className="api-method">{method}</span> {call.operationId}
            </a>
          </li>
        ))}
        {webhooks.map((name) => (
          <li key={name}>
            <a href={`#${name}`} className="link">
              <span className="api-method">POST</span> {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
