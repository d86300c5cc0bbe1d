import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { JsonSchema, OpenApi } from "#app/domain/api/document.ts";

/** The schemas of an OpenAPI document, as a validator takes them: what an object does not name is not allowed in it. */
export function jsonSchemas({ components }: Pick<OpenApi, "components">) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const schemas = Object.fromEntries(Object.entries(components.schemas).map(([id, schema]) => [id, closed(schema)]));
  ajv.addSchema({ $id: "api", components: { schemas } });
  const of = (name: string) => ajv.compile({ $ref: `api#/components/schemas/${name}` });
  return {
    of,
    /** What is wrong with a value, a line for each place; nothing where it is right. */
    faultsOf(schema: JsonSchema, value: unknown): string[] {
      const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));
      const validate = ajv.compile(closed(whole));
      return validate(value) ? [] : (validate.errors ?? []).map(inWords);
    },
  };
}

function inWords({ instancePath, message = "", params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

function closed(schema: JsonSchema): JsonSchema {
  const inside = <T>(part: T): T => {
    if (Array.isArray(part)) return part.map(inside) as T;
    if (typeof part !== "object" || part === null) return part;
    const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inside(value)]));
    const isObject = "properties" in copy && !("additionalProperties" in copy);
    return (isObject ? { ...copy, additionalProperties: false } : copy) as T;
  };
  return inside(schema);
}
