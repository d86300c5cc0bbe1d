import { z } from "zod";

/** A refused form carries its answer inside; what is refused as a whole is the problem itself. */
const Refused = z.object({
  problem: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  fields: z.record(z.string(), z.array(z.string())).default({}),
});
export const Refusal = z.union([z.object({ refused: Refused }).transform(({ refused }) => refused), Refused]);
