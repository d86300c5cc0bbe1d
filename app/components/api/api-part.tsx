import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { GuidePart } from "#app/domain/api/guide.ts";
import { ApiCall } from "./api-call.tsx";
import { ApiSchema } from "./api-schema.tsx";
import { ApiWebhooks } from "./api-webhooks.tsx";

type ApiPartProps = { part: GuidePart; origin: string };

/** One page of the guide. */
export function ApiPart({ part, origin }: ApiPartProps) {
  const text = useText();
  if (part.kind === "start") return <Start part={part} origin={origin} />;
  if (part.kind === "webhooks") return <ApiWebhooks about={part.about} webhooks={part.webhooks} />;
  if (part.kind === "schema") {
    return (
      <Panel title={text("machine.guide.schemas")}>
        <ApiSchema name={part.name} schema={part.schema} />
      </Panel>
    );
  }
  return (
    <Panel title={text.label(`machine.guide.tag.${part.tag}`)}>
      {part.calls.map((told) => (
        <ApiCall key={told.call.operationId} told={told} />
      ))}
    </Panel>
  );
}

function Start({ part: { base, refusals }, origin }: { part: Extract<GuidePart, { kind: "start" }>; origin: string }) {
  const text = useText();
  return (
    <>
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
      <Panel title={text("machine.guide.refusals")}>
        <dl className="api-fields panel-part" lang="en">
          {refusals.map(([name, { description }]) => (
            <div key={name} id={name}>
              <dt>
                <code>{name.replace("Refused", "")}</code>
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
