import { z } from "zod";
import { Id } from "../id.ts";

const Body = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What is sent to the address of a webhook: an entry of the feed, with its number and where it stands. */
export const WebhookEvent = z.object({
  type: z.string().describe("The event's type, as the feed has it: `seizure.released`."),
  timestamp: z.string().describe("When it happened."),
  data: z.object({
    operation: Id,
    stream: Id,
    seq: z.number().int().describe("Its number in the feed: `after` one less gives it there, with the facts."),
    agency: Id,
    body: Body.nullable().describe(
      "Codes and ids; of a seizure ids alone without `seizures.read`. Null where it was lawfully destroyed.",
    ),
  }),
});

/** A seizure that the key saw and may see no more: to be taken out. */
export const WebhookGone = z.object({
  type: z.literal("seizure.gone"),
  timestamp: z.string(),
  data: z.object({
    operation: Id,
    stream: Id,
    seq: z.number().int(),
    body: z.object({ seizure: Id }),
  }),
});

export const WebhookTest = z.object({
  type: z.literal("webhook.test"),
  timestamp: z.string(),
  data: z.object({}),
});
