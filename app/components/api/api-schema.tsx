import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { JsonSchema } from "#app/domain/api/document.ts";
import { WithCode } from "./with-code.tsx";

/** A schema with a name: every field of it, those of objects inside it with the way that leads to them. */
export function ApiSchema({ name, schema }: { name: string; schema: JsonSchema }) {
  const text = useText();
  const rows = fieldsOf(schema);
  return (
    <section id={name} className="api-call panel-part stack" aria-labelledby={`${name}-name`} lang="en">
      <h3 id={`${name}-name`} className="heading">
        <code>{name}</code>
      </h3>
      {rows.length === 0 && <SchemaWords schema={schema} />}
      <dl className="api-fields">
        {rows.map(({ path, required, schema: field }) => (
          <div key={path}>
            <dt>
              <code>{path}</code> {required && <Tag>{text("machine.guide.required")}</Tag>}
            </dt>
            <dd>
              <span className="muted">
                <SchemaWords schema={field} />
              </span>
              <Said of={field} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Said({ of: schema }: { of: JsonSchema }) {
  const words = wordsOf(schema);
  return (
    words && (
      <>
        {" "}
        <WithCode>{words}</WithCode>
      </>
    )
  );
}

/** What is said of a value, or of what it is when it is not null, or of what it is a list of. */
function wordsOf({ description, items, anyOf = [] }: JsonSchema): string | undefined {
  return description ?? items?.description ?? anyOf.find((choice) => choice.description)?.description;
}

type Field = { path: string; required: boolean; schema: JsonSchema };

function fieldsOf(schema: JsonSchema, before = ""): Field[] {
  const inner = insideOf(schema);
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => {
    const path = before + name;
    const row = { path, required: inner.required?.includes(name) ?? false, schema: field };
    return [row, ...fieldsOf(field, `${path}.`), ...(field.items ? fieldsOf(field.items, `${path}[].`) : [])];
  });
}

/** What may be null is looked into as what it is otherwise. */
function insideOf(schema: JsonSchema): JsonSchema {
  if (schema.properties) return schema;
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(({ properties }) => properties) ?? schema;
}

/** What a value may be, in a few words. */
export function SchemaWords({ schema }: { schema: JsonSchema }) {
  const { $ref, items, anyOf, oneOf } = schema;
  if ($ref) {
    const name = $ref.slice($ref.lastIndexOf("/") + 1);
    return (
      <Link to={`/machines/${name}`} className="link">
        {name}
      </Link>
    );
  }
  if (items) {
    return (
      <>
        list of <SchemaWords schema={items} />
      </>
    );
  }
  const choices = anyOf ?? oneOf;
  if (choices) {
    return choices.map((choice, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a schema have an order and no name.
      <span key={at}>
        {at > 0 && " or "}
        <SchemaWords schema={choice} />
      </span>
    ));
  }
  return plainWords(schema);
}

const MOST_VALUES = 24;
/** The shape of every code; which list it is of stands in words. */
const CODE = "^[A-Za-z0-9_]{1,40}$";

function plainWords({ type, format, pattern, const: only, default: usual, ...rest }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (rest.enum) {
    const values = rest.enum.slice(0, MOST_VALUES).map(String).join(", ");
    return rest.enum.length > MOST_VALUES ? `${values} …` : `one of ${values}`;
  }
  const kind = [type ?? "anything"].flat().join(" or ");
  const shape = format ?? (pattern === CODE ? "code" : pattern);
  const { minimum, maximum } = rest;
  const isBounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const range = isBounded && `${minimum}–${maximum}`;
  const isSaid = usual !== undefined && usual !== "" && !Array.isArray(usual);
  const words = [kind, shape, range, isSaid && `${JSON.stringify(usual)} where it is left out`];
  return words.filter((word) => typeof word === "string").join(", ");
}
