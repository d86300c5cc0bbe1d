import { z } from "zod";
import { Id } from "../id.ts";
import { LocalDate } from "../local-date.ts";
import { TALLY_MARKS } from "../tally/mark.ts";
import { Tallies, TallyInput } from "../tally/tally.ts";

export const TalliesAsked = z.strictObject({
  from: LocalDate.optional().describe("The sixth day before `to`, where it is left out."),
  to: LocalDate.optional().describe("Today in the operation's zone, where it is left out."),
});

const { baseVersion: _, ...SAID } = TallyInput.shape;

const TallyOnRecord = z.object({
  ...SAID,
  version: z.number().int(),
  at: z.string(),
  author: z.string(),
  stands: z.boolean(),
});

export const TalliesAnswer = z.object({
  from: LocalDate,
  to: LocalDate,
  zone: z.string(),
  days: z.array(
    z.object({
      day: LocalDate,
      mark: z.enum(TALLY_MARKS),
      dueAt: z.string(),
      reopened: z.boolean(),
      tally: TallyOnRecord.nullable(),
    }),
  ),
});

export const PostTallies = z.object({ commandId: Id, tallies: Tallies });

export const PostedAnswer = z.object({
  versions: z.record(z.string(), z.string()).describe("The version of each day that stands now."),
});
