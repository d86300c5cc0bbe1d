import { z } from "zod";
import { DIMENSIONS } from "./commodity.ts";
import type { Goods } from "./goods.ts";
import type { Id } from "./id.ts";

const Count = z.number().int().min(0);

/** The sums of a deadline. Quantities are in millionths of the base unit of their measure, estimates apart. */
export const DeadlineFigures = z.object({
  cases: Count,
  confirmed: Count,
  /** Joint cases among them, and as how many they stand by reporting administration. Sums of before knew none. */
  joint: z.object({ cases: Count, messages: Count }).default({ cases: 0, messages: 0 }),
  /** Cases by reporting administration, and by group of goods (a case stands in each of its groups). */
  reporters: z.record(z.string(), Count),
  groups: z.record(z.string(), Count),
  quantities: z.array(
    z.object({
      commodity: z.string(),
      dimension: z.enum(DIMENSIONS),
      cases: Count,
      micro: z.string(),
      estimatedMicro: z.string(),
    }),
  ),
  /** Agencies by what their tally of the day was: reported, nil, missing, late, not due. */
  tallies: z.record(z.string(), Count),
});
export type DeadlineFigures = z.infer<typeof DeadlineFigures>;

/** What reads otherwise today than it did at a deadline: the goods then and now. */
export type Corrected = {
  id: Id;
  messageNo: string;
  stateThen: string;
  stateNow: string;
  before: Goods[];
  after: Goods[];
};
