import { z } from "zod";
import { SeizureFact } from "../fact.ts";
import { Id } from "../id.ts";
import { Whole } from "./parameters.ts";

export const FeedAsked = z.strictObject({
  after: Whole(0, 999_999_999_999_999, "number.malformed")
    .default(0)
    .describe("`to` of the answer before; 0 at first."),
});

export const FeedAnswer = z.object({
  stream: Id,
  kind: z.enum(["operation", "notices"]),
  from: z.number().int(),
  to: z.number().int().describe("The number to ask from next."),
  more: z.boolean().describe("Whether there is more after `to`."),
  events: z.array(
    z.object({
      seq: z.number().int(),
      type: z.string(),
      at: z.string(),
      agency: Id,
      body: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .nullable()
        .describe(
          "Codes and ids; of a seizure ids alone without `seizures.read`. Null where it was lawfully destroyed.",
        ),
    }),
  ),
  facts: z
    .array(SeizureFact)
    .describe(
      "How the seizures that events tell of stand now. Put each in the place of its id. None without `seizures.read`.",
    ),
  gone: z.array(Id).describe("Seizures to be taken out."),
});
