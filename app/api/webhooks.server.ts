import type { z } from "zod";
import type { JsonSchema, OpenApiWebhook, Parameter } from "../domain/api/document.ts";
import { WebhookEvent, WebhookGone, WebhookTest } from "../domain/api/webhook.ts";
import { TRIES } from "../domain/webhook.ts";

const AN_ID = "01890a5d-ac96-774b-bcce-b302099a8059";
const AN_OPERATION = "01890a5d-ac96-774b-bcce-b302099a8060";
const AN_AGENCY = "01890a5d-ac96-774b-bcce-b302099a8061";
const A_SEIZURE = "01890a5d-ac96-774b-bcce-b302099a8058";
const WHEN = "2021-05-17T07:10:04.120Z";
const WHERE = { operation: AN_OPERATION, stream: AN_ID, seq: 218 };

/** The kinds of calls by their names in the document. */
const KINDS = {
  happened: {
    schema: WebhookEvent,
    summary: "Something happened",
    about: "An entry of the feed, if the webhook is for its kind: the word before the point of its `type`.",
    example: {
      type: "seizure.released",
      timestamp: WHEN,
      data: { ...WHERE, agency: AN_AGENCY, body: { seizure: A_SEIZURE, revision: 1 } },
    },
  },
  gone: {
    schema: WebhookGone,
    summary: "A seizure is out of sight",
    about: "It was withdrawn, held back, narrowed or erased, and the key may see it no more. Take it out.",
    example: { type: "seizure.gone", timestamp: WHEN, data: { ...WHERE, body: { seizure: A_SEIZURE } } },
  },
  test: {
    schema: WebhookTest,
    summary: "A test",
    about: "Asked for by hand on the page of the webhooks; sent once.",
    example: { type: "webhook.test", timestamp: WHEN, data: {} },
  },
} as const;

/** The names of the bodies, as the document's schemas have them. */
export const WEBHOOK_SCHEMAS: Readonly<Record<string, z.ZodType>> = { WebhookEvent, WebhookGone, WebhookTest };

export const ABOUT_WEBHOOKS = `Calls to an address of yours, made when something happens that the key could read in the feed. They follow
[Standard Webhooks](https://www.standardwebhooks.com/) 1.0.0.

- \`webhook-signature\` is \`v1,\` and the base64 of HMAC-SHA256 over \`webhook-id.webhook-timestamp.body\`, with the bytes behind
  \`whsec_\` of the secret as key. Compare with the body as it came, in constant time. While a secret is being renewed there are
  two signatures with a space between: one that fits is enough.
- Refuse a \`webhook-timestamp\` that is minutes off. It is the time of the call; \`timestamp\` in the body is that of the event.
- \`webhook-id\` stays the same however often it is sent. Keep those that you have done: every call comes at least once.
- Calls come one after the other, in the order of the feed. Answer with 2xx within 15 seconds, before you work on it.
- Anything else is tried again, ${TRIES} times within about a day, later and later; Retry-After is heeded. Then the webhook is
  paused and keeps what comes. Redirects are not followed. 410 ends it.
- What is sent is looked up when it is sent: what the key may know no more is left out.`;

const HEADERS: readonly (readonly [string, string, JsonSchema])[] = [
  ["webhook-id", "The id of the delivery.", { type: "string", format: "uuid" }],
  ["webhook-timestamp", "Seconds since 1970, of this call.", { type: "string", pattern: "^[0-9]+$" }],
  [
    "webhook-signature",
    "`v1,` and the signature; two of them with a space between while a secret is renewed.",
    { type: "string" },
  ],
];

export function describedWebhooks(refTo: (name: string) => JsonSchema): Record<string, { post: OpenApiWebhook }> {
  return Object.fromEntries(
    Object.entries(KINDS).map(([name, { schema, summary, about, example }]) => {
      const named = Object.entries(WEBHOOK_SCHEMAS).find(([, one]) => one === schema)?.[0] ?? "";
      const post: OpenApiWebhook = {
        operationId: `webhook${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        summary,
        description: about,
        parameters: HEADERS.map(
          ([header, description, shape]): Parameter => ({
            ...{ name: header, in: "header", required: true, description, schema: shape },
          }),
        ),
        requestBody: { required: true, content: { "application/json": { schema: refTo(named), example } } },
        responses: {
          "2XX": { description: "Taken in. What the answer says is not read." },
          "410": { description: "Nobody is there any more: the webhook ends." },
        },
      };
      return [name, { post }];
    }),
  );
}
