/** A JSON Schema of the 2020-12 dialect, as far as it is read here. */
export type JsonSchema = {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  required?: readonly string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
};

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
};

type Content = Record<string, { schema: JsonSchema; example?: unknown }>;
export type AnswerOf = { description: string; content?: Content; headers?: Record<string, unknown> };

/** One call of the document. */
export type OpenApiCall = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description?: string;
  security: readonly Record<string, readonly string[]>[];
  parameters: readonly Parameter[];
  requestBody?: { required: true; content: Content };
  responses: Record<string, AnswerOf | { $ref: string }>;
};

/** A call that is made to a receiver's own address. */
export type OpenApiWebhook = Pick<OpenApiCall, "operationId" | "summary" | "description" | "parameters"> & {
  requestBody: { required: true; content: Content };
  responses: Record<string, AnswerOf>;
};

/** An OpenAPI 3.1 document, as far as we write one. */
export type OpenApi = {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: readonly { url: string }[];
  paths: Record<string, Partial<Record<"get" | "post", OpenApiCall>>>;
  webhooks: Record<string, { post: OpenApiWebhook }>;
  components: {
    securitySchemes: Record<string, object>;
    responses: Record<string, AnswerOf>;
    schemas: Record<string, JsonSchema>;
  };
};
