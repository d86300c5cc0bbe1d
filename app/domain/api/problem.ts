import { z } from "zod";

/** One place of the input that cannot be taken: where it stands, which message says why, and that message in words. */
const FieldProblem = z.object({
  pointer: z.string().describe("JSON Pointer into what was sent; for a parameter of the address its name."),
  code: z.string(),
  detail: z.string(),
});

/** Every refusal, as RFC 9457 has it. */
export const ProblemAnswer = z.object({
  type: z.string().describe("`urn:naga:problem:` and the kind of problem."),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe("Which message says what is wrong: the same as on the screens, and stable."),
  detail: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(FieldProblem).optional().describe("Each place that needs a look."),
  fields: z.record(z.string(), z.array(z.string())).optional().describe("The same as codes by dotted path."),
  current: z.unknown().optional().describe("Of a stale change: what stands now."),
  yours: z.unknown().optional().describe("Of a stale change: what was sent."),
  requestId: z.string().optional().describe("To be said when asking for help."),
});
