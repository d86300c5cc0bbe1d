import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AnswerOf, JsonSchema, OpenApiCall } from "#app/domain/api/document.ts";
import type { Told } from "#app/domain/api/guide.ts";
import { SchemaWords } from "./api-schema.tsx";
import { WithCode } from "./with-code.tsx";

/** One call: what it does, what it needs, what is sent and what comes back. */
export function ApiCall({ told: { method, path, call } }: { told: Told }) {
  const text = useText();
  const needs = call.security.flatMap(({ key = [] }) => key);
  return (
    <section id={call.operationId} className="api-call panel-part stack" aria-labelledby={`${call.operationId}-name`}>
      <h3 id={`${call.operationId}-name`} className="heading" lang="en">
        {call.summary}
      </h3>
      <p className="api-path">
        <b>{method}</b> <code>{path}</code>
      </p>
      {call.description && (
        <p lang="en">
          <WithCode>{call.description}</WithCode>
        </p>
      )}
      <p className="row wrap">
        <span className="caption">{text("machine.guide.needs")}</span>
        {needs.length === 0 && <Tag>{text("machine.guide.any_key")}</Tag>}
        {needs.map((scope) => (
          <Tag key={scope} code>
            {scope}
          </Tag>
        ))}
      </p>
      <Parameters of={call.parameters} />
      <Body of={call.requestBody} />
      <Answers call={call} />
    </section>
  );
}

export function Parameters({ of: parameters }: { of: OpenApiCall["parameters"] }) {
  const text = useText();
  if (parameters.length === 0) return null;
  return (
    <div className="stack gap-2">
      <h4 className="subheading">{text("machine.guide.parameters")}</h4>
      <dl className="api-fields" lang="en">
        {parameters.map(({ name, in: place, required, description, schema }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> {required && <Tag>{text("machine.guide.required")}</Tag>}
            </dt>
            <dd>
              <span className="muted">
                {place}, <SchemaWords schema={schema} />
              </span>
              {description && (
                <>
                  {" "}
                  <WithCode>{description}</WithCode>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Body({ of: sent }: { of: OpenApiCall["requestBody"] }) {
  const text = useText();
  const body = sent?.content["application/json"];
  if (!body) return null;
  return <Example title={text("machine.guide.sent")} schema={body.schema} example={body.example} />;
}

function Answers({ call }: { call: OpenApiCall }) {
  const text = useText();
  const done = call.responses["200"];
  const content = done && isAnswer(done) ? done.content?.["application/json"] : undefined;
  const refused = Object.keys(call.responses).filter((status) => status !== "200");
  return (
    <>
      {content && <Example title={text("machine.guide.answered")} schema={content.schema} example={content.example} />}
      <p className="caption">
        {text("machine.guide.refused")}{" "}
        {refused.map((status, at) => (
          <span key={status}>
            {at > 0 && ", "}
            <Link to={`/machines#Refused${status}`} className="link">
              {status}
            </Link>
          </span>
        ))}
      </p>
    </>
  );
}

function isAnswer(answer: AnswerOf | { $ref: string }): answer is AnswerOf {
  return !("$ref" in answer);
}

function Example({ title, schema, example }: { title: string; schema: JsonSchema; example: unknown }) {
  return (
    <div className="stack gap-2">
      <h4 className="subheading">{title}</h4>
      <p lang="en">
        <SchemaWords schema={schema} />
      </p>
      {example !== undefined && <pre className="api-code">{JSON.stringify(example, null, 2)}</pre>}
    </div>
  );
}
